/** Every refusal of this package in words: what is wrong, then what to do. */
export const sentences = {
  NON_DIGIT_CHARACTER: 'a digit was expected here. Use only 0 to 9.',
  INCORRECT_CHECK_DIGIT:
    'the check digit does not fit. Compare each digit with the source, or read it again.',
  TOO_SHORT_FOR_CHECK_DIGIT: 'there is no check digit. Give the whole number.',
  INVALID_CSET82_CHARACTER:
    'this character is outside the GS1 character set 82. Use letters without accents, digits and !"%&\'()*+,-./:;<=>?_.',
  INCORRECT_CHECK_PAIR:
    'the pair of check characters does not fit. Compare each character with the source.',
  TOO_SHORT_FOR_CHECK_PAIR: 'there is no pair of check characters. Give the whole identifier.',
  TOO_LONG_FOR_CHECK_PAIR_IMPLEMENTATION:
    'a pair of check characters covers 97 characters at most. Shorten the identifier.',
  KEY_HAS_WRONG_LENGTH: 'the number does not have the length of this key.',
} as const

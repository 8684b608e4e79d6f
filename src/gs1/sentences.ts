/**
 * Every refusal of this package in words: what is wrong, then what to do. Codes that the GS1
 * reference engine has too are spelled as there.
 */

import { couponSentences } from './coupon-sentences.ts'

/** What the linters find in one component of a value. */
const componentSentences = {
  NON_DIGIT_CHARACTER: 'a digit was expected here. Use only 0 to 9.',
  INVALID_CSET82_CHARACTER:
    'this character is outside the GS1 character set 82. Use letters without accents, digits and !"%&\'()*+,-./:;<=>?_.',
  INVALID_CSET39_CHARACTER:
    'this character is outside the GS1 character set 39. Use upper-case letters, digits, #, - and /.',
  INVALID_CSET64_CHARACTER:
    'this character is outside the GS1 character set 64. Use letters, digits, - and _.',
  INVALID_CSET64_PADDING: 'the padding does not fit the length. Add or remove = at the end.',
  REQUIRES_NON_DIGIT_CHARACTER: 'the value has only digits. Use at least one other character.',
  NOT_HYPHEN: 'only a hyphen may stand here. Use - for a value below zero, else nothing.',
  IMPORTER_IDX_MUST_BE_ONE_CHARACTER: 'the importer index is one character. Use one.',
  INVALID_IMPORT_IDX_CHARACTER:
    'this character is no importer index. Use a letter, a digit, - or _.',
  INVALID_PERCENT_SEQUENCE:
    'a percent sign must be followed by two hexadecimal digits. Write a plain % as %25.',
  INCORRECT_CHECK_DIGIT:
    'the check digit does not fit. Compare each digit with the source, or read it again.',
  TOO_SHORT_FOR_CHECK_DIGIT: 'there is no check digit. Give the whole number.',
  INCORRECT_CHECK_PAIR:
    'the pair of check characters does not fit. Compare each character with the source.',
  TOO_SHORT_FOR_CHECK_PAIR: 'there is no pair of check characters. Give the whole identifier.',
  TOO_LONG_FOR_CHECK_PAIR_IMPLEMENTATION:
    'a pair of check characters covers 97 characters at most. Shorten the identifier.',
  TOO_SHORT_FOR_GCP: 'a GS1 Company Prefix has four digits or more. Give the whole identifier.',
  INVALID_GCP_PREFIX:
    'a GS1 Company Prefix begins with four digits. Check the start of the identifier.',
  NOT_ZERO: 'only zeros may stand here. Use 0.',
  NOT_ZERO_OR_ONE: 'this is a flag. Use 0 for no or 1 for yes.',
  ILLEGAL_ZERO_VALUE: 'the number may not be zero. Give the real number, or leave the field out.',
  ILLEGAL_ZERO_PREFIX: 'a leading zero is not allowed here. Remove it.',
  INVALID_WINDING_DIRECTION: 'this is no winding direction. Use 0, 1 or 9.',
  INVALID_BIOLOGICAL_SEX_CODE: 'this is no code of ISO 5218. Use 0, 1, 2 or 9.',
  INVALID_LENGTH_FOR_PIECE_OF_TOTAL:
    'piece and total must have the same number of digits. Fill the shorter one with zeros.',
  ZERO_PIECE_NUMBER: 'the piece number is zero. Count from 1.',
  ZERO_TOTAL_PIECES: 'the total of pieces is zero. Use 1 or more.',
  PIECE_NUMBER_EXCEEDS_TOTAL: 'the piece number is above the total. Correct one of the two.',
  POSITION_IN_SEQUENCE_MALFORMED: 'position and end are expected as in 1/3. Use that form.',
  POSITION_EXCEEDS_END: 'the position is beyond the end. Correct one of the two.',
  LATITUDE_INVALID_LENGTH: 'a latitude has ten digits. Use (degrees + 90) x 10,000,000.',
  LONGITUDE_INVALID_LENGTH: 'a longitude has ten digits. Use degrees (0 to 360) x 10,000,000.',
  INVALID_LATITUDE: 'the latitude is above 180 degrees from the south pole. Use 0 to 1800000000.',
  INVALID_LONGITUDE: 'the longitude is above 360 degrees. Use 0 to 3600000000.',
  DATE_TOO_SHORT: 'the date has too few digits. Write every part of it.',
  DATE_TOO_LONG: 'the date has too many digits. Write only year, month and day.',
  ILLEGAL_MONTH: 'there is no such month. Use 01 to 12.',
  ILLEGAL_DAY: 'this month has no such day. Correct the day.',
  HOUR_TOO_SHORT: 'the hour has too few digits. Use two.',
  HOUR_TOO_LONG: 'the hour has too many digits. Use two.',
  HOUR_WITH_MINUTE_TOO_SHORT: 'the time has too few digits. Use HHMM.',
  HOUR_WITH_MINUTE_TOO_LONG: 'the time has too many digits. Use HHMM.',
  MINUTE_TOO_SHORT: 'the minute has too few digits. Use two.',
  MINUTE_TOO_LONG: 'the minute has too many digits. Use two.',
  SECOND_TOO_SHORT: 'the second has too few digits. Use two.',
  SECOND_TOO_LONG: 'the second has too many digits. Use two.',
  ILLEGAL_HOUR: 'there is no such hour. Use 00 to 23.',
  ILLEGAL_MINUTE: 'there is no such minute. Use 00 to 59.',
  ILLEGAL_SECOND: 'there is no such second. Use 00 to 59.',
  NOT_ISO3166: 'this is no country number of ISO 3166. Use three digits, such as 276.',
  NOT_ISO3166_OR_999:
    'this is no country number of ISO 3166. Use three digits, or 999 for several countries.',
  NOT_ISO3166_ALPHA2: 'this is no country of ISO 3166. Use two capital letters, such as DE.',
  NOT_ISO4217: 'this is no currency number of ISO 4217. Use three digits, such as 978.',
  INVALID_MEDIA_TYPE: 'this is no AIDC media type. Use one from the published list.',
  INVALID_PACKAGE_TYPE: 'this is no package type. Use one from the published list.',
  IBAN_TOO_SHORT: 'the IBAN has too few characters. Give the whole account number.',
  IBAN_TOO_LONG: 'the IBAN has more than 34 characters. Remove what does not belong to it.',
  INVALID_IBAN_CHARACTER: 'this character is not allowed in an IBAN. Use capitals and digits.',
  ILLEGAL_IBAN_COUNTRY_CODE:
    'the IBAN begins with no known country. Correct the first two letters.',
  INCORRECT_IBAN_CHECKSUM: 'the check digits of the IBAN do not fit. Compare it with the source.',
} as const

/** What is wrong with the form of an element string or of the elements together. */
const elementSentences = {
  NO_ELEMENTS_TO_WRITE: 'the code has no GS1 elements. Give one with application identifiers.',
  NOT_GS1_DATA:
    'this is no GS1 data. Begin with a bracket, FNC1 (^ or {GS}), ]d2 …, https:// or urn:epc:, or give a key with its check digit.',
  DATA_TOO_LONG: 'the text is longer than any symbol holds. Give one code at a time.',
  MISSING_FNC1_IN_FIRST_POSITION:
    'GS1 data begins with FNC1. Begin with ^ (or the GS character), or use the bracketed form.',
  AI_DATA_EMPTY: 'there is no data after the start. Give at least one application identifier.',
  AI_PARSE_FAILED:
    'application identifiers stand in brackets, each with its value. Write (01)… and \\( for a bracket in a value.',
  AI_UNRECOGNISED: 'there is no such application identifier. Check the digits in the brackets.',
  NO_AI_FOR_PREFIX:
    'no known application identifier begins here. Check the value before it, or for a lost separator.',
  AI_DATA_IS_EMPTY: 'there is no value. Give one, or leave the application identifier out.',
  AI_DATA_HAS_INCORRECT_LENGTH: 'the value has the wrong length. Fill it to the required length.',
  AI_DATA_IS_TOO_LONG: 'the value is too long. Shorten it, or put the separator where it ends.',
  AI_VALUE_IS_TOO_SHORT: 'the value is too short. Fill it to the required length.',
  AI_VALUE_IS_TOO_LONG: 'the value is too long. Shorten it.',
  AI_CONTAINS_ILLEGAL_CARAT_CHARACTER: 'the value contains ^, which stands for FNC1. Remove it.',
  TOO_MANY_AIS: 'there are more than 64 application identifiers. Split the data.',
  INSTANCES_OF_AI_HAVE_DIFFERENT_VALUES:
    'it stands twice with different values. Keep the right one.',
  INVALID_AI_PAIRS: 'it may not stand together with another one. Remove one of the two.',
  REQUIRED_AIS_NOT_SATISFIED: 'it needs another one beside it. Add what it belongs to.',
  SERIAL_NOT_PRESENT: 'a digital signature needs a key with its serial part. Add the serial part.',
} as const

/** What is wrong with transmitted scan data or an envelope. */
const scanSentences = {
  MISSING_SYMBOLOGY_IDENTIFIER:
    'scan data begins with a symbology identifier such as ]d2. Switch AIM identifiers on in the scanner.',
  UNSUPPORTED_SYMBOLOGY_IDENTIFIER:
    'GS1 data does not come in this kind of symbol. Treat it as text.',
  PRIMARY_SCAN_DATA_IS_TOO_SHORT: 'the number is too short for this symbol. Scan it again.',
  PRIMARY_MESSAGE_IS_TOO_LONG: 'the number is too long for this symbol. Scan it again.',
  PRIMARY_MESSAGE_MAY_ONLY_CONTAIN_DIGITS: 'this symbol holds only digits. Scan it again.',
  PRIMARY_MESSAGE_CHECK_DIGIT_IS_INCORRECT:
    'the check digit of the symbol does not fit. Scan it again.',
  SCAN_DATA_CONTAINS_ILLEGAL_CARAT: 'GS1 data cannot contain ^. Scan it again.',
  UNKNOWN_SYMBOLOGY: 'this symbol cannot carry the message. Choose another symbol.',
  PRIMARY_DATA_MUST_BE_N_DIGITS: 'the symbol needs another number of digits. Fill the number.',
  PRIMARY_DATA_MUST_BE_N_DIGITS_WITHOUT_CHECK_DIGIT:
    'the symbol needs another number of digits before the check digit. Fill the number.',
  PRIMARY_DATA_MUST_BE_ALL_DIGITS: 'the symbol holds only digits. Remove everything else.',
  PRIMARY_DATA_CHECK_DIGIT_IS_INCORRECT: 'the check digit does not fit. Correct the number.',
  PRIMARY_DATA_IS_TOO_LARGE:
    'GS1 DataBar Limited holds numbers below 20000000000000. Use another symbol.',
  ENVELOPE_MISSING_HEADER: 'an ISO/IEC 15434 message begins with [)> and RS. Scan it again.',
  ENVELOPE_MISSING_TRAILER: 'an ISO/IEC 15434 message ends with RS and EOT. Scan it again.',
  ENVELOPE_UNKNOWN_FORMAT: 'this format of ISO/IEC 15434 is not supported. Use 05, 06 or 12.',
  ENVELOPE_FIELD_MALFORMED: 'the field does not begin with an identifier. Correct the data.',
} as const

/** What is wrong with a GS1 Digital Link. */
const linkSentences = {
  URI_CONTAINS_ILLEGAL_CHARACTERS:
    'this character is not allowed in a link. Write it as % and two hexadecimal digits.',
  URI_CONTAINS_ILLEGAL_SCHEME: 'a GS1 Digital Link begins with https:// or http://. Add it.',
  URI_MISSING_DOMAIN_AND_PATH_INFO: 'the link has no domain and path. Give the whole link.',
  DOMAIN_CONTAINS_ILLEGAL_CHARACTERS:
    'this character is not allowed in a domain. Correct the link.',
  NO_GS1_DL_KEYS_FOUND_IN_PATH_INFO:
    'the path holds no GS1 key such as /01/ with a GTIN. Treat it as an ordinary link.',
  AI_VALUE_PATH_ELEMENT_IS_EMPTY: 'the path has no value for it. Give one.',
  AI_VALUE_QUERY_ELEMENT_IN_EMPTY: 'the query has no value for it. Give one, or leave it out.',
  DECODED_AI_FROM_DL_PATH_INFO_CONTAINS_ILLEGAL_NULL: 'the value contains a NUL (%00). Remove it.',
  DECODED_AI_VALUE_FROM_QUERY_PARAMS_CONTAINS_ILLEGAL_NULL:
    'the value contains a NUL (%00). Remove it.',
  UNKNOWN_AI_IN_QUERY_PARAMS:
    'there is no such application identifier. Give other parameters a name with a letter.',
  INVALID_KEY_QUALIFIER_SEQUENCE:
    'the path does not hold a key with its qualifiers in order. Move other values to the query.',
  DUPLICATE_AI: 'it stands twice. Keep one.',
  AI_IS_NOT_VALID_DATA_ATTRIBUTE: 'it may not stand in the query of a link. Remove it.',
  AI_SHOULD_BE_IN_PATH_INFO: 'it qualifies the key. Move it from the query into the path.',
  CANNOT_CREATE_DL_URI_WITHOUT_PRIMARY_KEY_AI:
    'no element is a key that a link can begin with. Add one, such as a GTIN (01) or SSCC (00).',
} as const

/** What is wrong with a key or with an EPC. */
const epcSentences = {
  KEY_HAS_WRONG_LENGTH: 'the number does not have the length of this key. Give the whole number.',
  KEY_HAS_WRONG_EXTENSION: 'the serial part of this key has a wrong form. Correct it.',
  EPC_UNKNOWN_SCHEME:
    'this is no EPC URI of a GS1 key. Begin with urn:epc:id:sgtin: or another scheme.',
  EPC_WRONG_NUMBER_OF_FIELDS:
    'the number of fields does not fit the scheme. Separate them with dots.',
  EPC_COMPANY_PREFIX_LENGTH:
    'a GS1 Company Prefix in an EPC has 6 to 12 digits. Correct its length.',
  EPC_COMPANY_PREFIX_UNKNOWN:
    'the length of the GS1 Company Prefix is not known. Give companyPrefixLength.',
  EPC_FIELD_LENGTH: 'company prefix and reference together have the wrong length. Fill with zeros.',
  EPC_FIELD_CHARACTER:
    'this character is not allowed here. Write % and two hexadecimal digits, or correct it.',
  EPC_SERIAL_REQUIRED: 'an EPC names one thing, and the serial part is missing. Add it.',
  EPC_NO_SCHEME_FOR_ELEMENTS:
    'no EPC scheme fits these application identifiers. Give a key with its serial part.',
  EPC_PATTERN_NOT_A_KEY: 'the pattern names more than one key. Leave only the serial open.',
  EPC_HEX_MALFORMED:
    'the tag data is not a whole number of hexadecimal digits. Read the tag again.',
  EPC_HEX_UNKNOWN_HEADER:
    'the header does not belong to a supported EPC scheme. Treat it as raw data.',
  EPC_HEX_TOO_SHORT: 'the tag data is shorter than its scheme. Read the tag again.',
  EPC_HEX_BAD_PADDING: 'bits that must be zero are not. Read the tag again.',
  EPC_HEX_BAD_PARTITION:
    'there is no such partition of company prefix and reference. Read the tag again.',
  EPC_VALUE_TOO_LARGE:
    'the value does not fit into the bits of this scheme. Use the longer scheme.',
  EPC_FILTER: 'the filter value is a digit from 0 to 7. Correct it.',
} as const

export const sentences = {
  ...componentSentences,
  ...couponSentences,
  ...elementSentences,
  ...scanSentences,
  ...linkSentences,
  ...epcSentences,
} as const

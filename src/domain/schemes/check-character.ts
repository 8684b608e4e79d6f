import { computeCheckDigit, computeCheckPair, cset82Value } from '../../gs1/index.ts'
import { alphanumeric, crockfordAlphabet, foldCase, foldLookAlikes } from './alphabet.ts'
import { hybridSystem, mod97, pureSystem } from './check-iso-7064.ts'
import { luhn } from './check-luhn.ts'
import { damm, verhoeff } from './check-quasigroup.ts'

/** How check characters are made from the text before them. */
export interface CheckAlgorithm {
  /** The characters that are protected; all others are passed over. */
  readonly covers: string
  /** The characters that a check can consist of. */
  readonly checkCharacters: string
  /** Number of check characters. */
  readonly length: number
  /** Brings a text to the characters of `covers` as far as the algorithm takes them for equal. */
  readonly fold: (text: string) => string
  /** The check characters for a folded text of covered characters. */
  readonly compute: (text: string) => string
}

const digits = '0123456789'

const cset82 = String.fromCharCode(
  ...Array(128)
    .keys()
    .filter((code) => cset82Value(code) >= 0),
)

/** The text of a GS1 check; empty where the text is too short or too long to have one. */
const gs1 = (compute: typeof computeCheckPair) => (text: string) => {
  const check = compute(text)
  return check.ok ? check.value : ''
}

/** One check character, made from the values of the characters: their places in `covers`. */
const single = (
  covers: string,
  checkCharacters: string,
  checkValue: (values: readonly number[]) => number,
  fold = foldCase,
): CheckAlgorithm => ({
  covers,
  checkCharacters,
  length: 1,
  fold,
  compute: (text) => checkCharacters.charAt(checkValue(valuesIn(covers, text))),
})

const valuesIn = (covers: string, text: string): number[] =>
  Array.from(text, (character) => covers.indexOf(character))

// Crockford's check symbols are his alphabet and five more, the last of them U. Giving the letter U
// its check value in the body too lets a name such as HULL be covered, with the same guarantees:
// every substitution, swap, jump swap and twin in the body is noticed. What is not: a last
// character that equals its check, both mistyped alike. ISO 7064 MOD 37-2 notices that too.
const crockfordSymbols = `${crockfordAlphabet}*~$=U`

/** Check algorithms by the name that a pattern uses. */
export const checkAlgorithms = {
  crockford: single(
    crockfordSymbols,
    crockfordSymbols,
    (values) => values.reduce((sum, value) => (sum * 32 + value) % 37, 0),
    foldLookAlikes,
  ),
  luhn: single(digits, digits, (values) => luhn(values, 10)),
  'luhn-32': single(
    crockfordAlphabet,
    crockfordAlphabet,
    (values) => luhn(values, 32),
    foldLookAlikes,
  ),
  'luhn-36': single(alphanumeric, alphanumeric, (values) => luhn(values, 36)),
  'iso-37-2': single(alphanumeric, `${alphanumeric}*`, (values) => pureSystem(values, 37, 2)),
  'iso-37-36': single(alphanumeric, alphanumeric, (values) => hybridSystem(values, 36)),
  'iso-97-10': {
    covers: alphanumeric,
    checkCharacters: digits,
    length: 2,
    fold: foldCase,
    compute: (text) => String(mod97(valuesIn(alphanumeric, text))).padStart(2, '0'),
  },
  damm: single(digits, digits, damm),
  verhoeff: single(digits, digits, verhoeff),
  'gs1-digit': { ...single(digits, digits, () => 0), compute: gs1(computeCheckDigit) },
  'gs1-pair': {
    covers: cset82,
    checkCharacters: '23456789ABCDEFGHJKLMNPQRSTUVWXYZ',
    length: 2,
    fold: (text) => text,
    compute: gs1(computeCheckPair),
  },
} as const satisfies Record<string, CheckAlgorithm>

export type CheckName = keyof typeof checkAlgorithms

/** The check character or characters that belong behind `body`. */
export function checkFor(name: CheckName, body: string): string {
  const { covers, fold, compute } = checkAlgorithms[name]
  const covered = Array.from(fold(body)).filter((character) => covers.includes(character))
  return compute(covered.join(''))
}

/**
 * Whether `check` belongs behind `body`. Forgiving of case, and of O, I and L for 0 and 1: as
 * numbers with such a check are not given out, the letter is taken for the digit.
 */
export function isCheckGood(name: CheckName, body: string, check: string): boolean {
  const right = checkFor(name, body)
  return foldCase(check) === right || foldLookAlikes(check) === right
}

/** Whether a check is free of look-alikes and signs, so that a number with it is given out. */
export const isPlainCheck = (check: string): boolean =>
  Array.from(check).every((character) => crockfordAlphabet.includes(character))

/** Share of the numbers whose check is plain. */
export function plainShare(name: CheckName): number {
  const { checkCharacters, length } = checkAlgorithms[name]
  const plain = Array.from(checkCharacters).filter(isPlainCheck).length
  return (plain / checkCharacters.length) ** length
}

/**
 * Check digits and check character pairs of GS1 identification keys
 * (GS1 General Specifications, section 7.9).
 */

import { cset82Value } from './character-sets.ts'
import { csetnumeric } from './linters/characters.ts'
import { failure, failureAt, fault, success } from './problem.ts'
import type { Fault, Result } from './problem.ts'
import { say } from './say.ts'

const ZERO = 48

/** The mod-10 digit for digits that are known to be digits: weights 3, 1, 3, … from the right. */
function mod10(text: string, end: number): number {
  let sum = 0
  let weight = 3
  for (let index = end - 1; index >= 0; index--) {
    sum += (text.charCodeAt(index) - ZERO) * weight
    weight = 4 - weight
  }
  return (10 - (sum % 10)) % 10
}

/** What is wrong with a number that should end in its mod-10 check digit, or null. */
export function checkDigitFault(text: string): Fault | null {
  if (text.length === 0) return fault('TOO_SHORT_FOR_CHECK_DIGIT', 0, 0)
  const last = text.length - 1
  const nonDigit = csetnumeric(text)
  if (nonDigit !== null) return nonDigit
  if (text.charCodeAt(last) - ZERO !== mod10(text, last)) {
    return fault('INCORRECT_CHECK_DIGIT', last, 1)
  }
  return null
}

/**
 * The mod-10 check digit that follows `body`: for GTIN, SSCC, GLN, GRAI, GDTI, GCN and GSRN alike.
 *
 * @example
 * computeCheckDigit('950600013435') // { ok: true, value: '2' }
 */
export function computeCheckDigit(body: string): Result<string> {
  const found = body.length === 0 ? fault('TOO_SHORT_FOR_CHECK_DIGIT', 0, 0) : csetnumeric(body)
  if (found !== null) return failureAt(found, 'csum', 0)
  return success(String(mod10(body, body.length)))
}

/**
 * Accepts a number that ends in its right mod-10 check digit.
 *
 * @example
 * validateCheckDigit('9506000134352') // { ok: true, value: '9506000134352' }
 */
export function validateCheckDigit(text: string): Result<string> {
  const found = checkDigitFault(text)
  return found === null ? success(text) : failureAt(found, 'csum', 0)
}

const CHECK_PAIR_CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CHECK_PAIR_BODY_MAX = 97
const CHECK_PAIR_MODULUS = 1021

/** The first primes: the weight of the last character of the body is 2, of the one before it 3. */
const checkPairWeights = firstPrimes(CHECK_PAIR_BODY_MAX)

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return primes
}

/** The pair for a body that is known to be short enough, or the fault in the body. */
function checkPair(body: string): string | Fault {
  let sum = 0
  for (let index = 0; index < body.length; index++) {
    const value = cset82Value(body.charCodeAt(index))
    if (value < 0) return fault('INVALID_CSET82_CHARACTER', index, 1)
    sum += value * checkPairWeights[body.length - 1 - index]!
  }
  const pair = sum % CHECK_PAIR_MODULUS
  return CHECK_PAIR_CHARACTERS.charAt(pair >> 5) + CHECK_PAIR_CHARACTERS.charAt(pair & 31)
}

/** What is wrong with an identifier that should end in its pair of check characters, or null. */
export function checkPairFault(text: string): Fault | null {
  if (text.length < 2) return fault('TOO_SHORT_FOR_CHECK_PAIR', 0, text.length)
  const bodyLength = text.length - 2
  if (bodyLength > CHECK_PAIR_BODY_MAX) {
    return fault('TOO_LONG_FOR_CHECK_PAIR_IMPLEMENTATION', 0, text.length)
  }
  const pair = checkPair(text.slice(0, bodyLength))
  if (typeof pair !== 'string') return pair
  return text.endsWith(pair) ? null : fault('INCORRECT_CHECK_PAIR', bodyLength, 2)
}

/**
 * The pair of check characters that follows `body` in a Global Model Number or a MUDI.
 *
 * @example
 * computeCheckPair('1987654Ad4X4bL5ttr2310c') // { ok: true, value: '2K' }
 */
export function computeCheckPair(body: string): Result<string> {
  if (body.length > CHECK_PAIR_BODY_MAX) {
    const code = 'TOO_LONG_FOR_CHECK_PAIR_IMPLEMENTATION'
    return failure({ code, rule: 'csumalpha', position: 0, length: body.length })
  }
  const pair = checkPair(body)
  return typeof pair === 'string' ? success(pair) : failureAt(pair, 'csumalpha', 0)
}

/**
 * Accepts an identifier that ends in its right pair of check characters.
 *
 * @example
 * validateCheckPair('1987654Ad4X4bL5ttr2310c2K').ok // true
 */
export function validateCheckPair(text: string): Result<string> {
  const found = checkPairFault(text)
  return found === null ? success(text) : failureAt(found, 'csumalpha', 0)
}

export type GtinForm = 'GTIN-8' | 'GTIN-12' | 'GTIN-13' | 'GTIN-14'

/** A valid GTIN: in 14 digits for storage and comparison, and the form in which it was given. */
export interface Gtin {
  readonly gtin14: string
  readonly form: GtinForm
}

const gtinForms: Readonly<Record<number, GtinForm>> = {
  8: 'GTIN-8',
  12: 'GTIN-12',
  13: 'GTIN-13',
  14: 'GTIN-14',
}

/**
 * Reads a GTIN of 8, 12, 13 or 14 digits and fills it to 14.
 *
 * @example
 * normaliseGtin('9506000134352')
 * // { ok: true, value: { gtin14: '09506000134352', form: 'GTIN-13' } }
 */
export function normaliseGtin(text: string): Result<Gtin> {
  const form = gtinForms[text.length]
  if (form === undefined) {
    const where = { rule: 'key', position: 0, length: text.length }
    const detail = say('detail.gtinLengths')
    return failure({ code: 'KEY_HAS_WRONG_LENGTH', detail, ...where })
  }
  const checked = validateCheckDigit(text)
  return checked.ok ? success({ gtin14: text.padStart(14, '0'), form }) : checked
}

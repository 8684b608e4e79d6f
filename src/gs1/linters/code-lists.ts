/** Rules about values that come from a published list of codes. */

import * as lists from '../code-lists.ts'
import { fault } from '../problem.ts'
import type { Fault, ProblemCode } from '../problem.ts'

type Linter = (text: string) => Fault | null

function listed(codes: ReadonlySet<string>, code: ProblemCode): Linter {
  return (text) => (codes.has(text) ? null : fault(code, 0, text.length))
}

/** `iso3166`: a country by its three-digit code. */
export const iso3166 = listed(lists.countryNumbers, 'NOT_ISO3166')
/** `iso3166999`: a country, or 999 for several. */
export const iso3166999 = listed(new Set([...lists.countryNumbers, '999']), 'NOT_ISO3166_OR_999')
/** `iso3166alpha2`: a country by its two letters. */
export const iso3166alpha2 = listed(lists.countryLetters, 'NOT_ISO3166_ALPHA2')
/** `iso4217`: a currency by its three-digit code. */
export const iso4217 = listed(lists.currencyNumbers, 'NOT_ISO4217')
/** `mediatype`: what carries the data of a person (AIDC media type). */
export const mediatype = listed(lists.mediaTypes, 'INVALID_MEDIA_TYPE')
/** `packagetype`: a kind of packaging. */
export const packagetype = listed(lists.packageTypes, 'INVALID_PACKAGE_TYPE')

/** No country has a shorter one than 15; as the reference engine, leave room for a shorter one. */
const IBAN_LENGTH_MIN = 11
const IBAN_LENGTH_MAX = 34

/** `iban`: an International Bank Account Number (ISO 13616): country, check digits, account. */
export function iban(text: string): Fault | null {
  if (text.length >= 4 && !lists.countryLetters.has(text.slice(0, 2))) {
    return fault('ILLEGAL_IBAN_COUNTRY_CODE', 0, 2)
  }
  if (text.length < IBAN_LENGTH_MIN) return fault('IBAN_TOO_SHORT', 0, text.length)
  if (text.length > IBAN_LENGTH_MAX) return fault('IBAN_TOO_LONG', 0, text.length)
  const wrong = text.search(/[^0-9A-Z]/)
  if (wrong >= 0) return fault('INVALID_IBAN_CHARACTER', wrong, 1)
  let remainder = 0
  for (const character of text.slice(4) + text.slice(0, 4)) {
    // Letters count as 10 to 35, so they shift by two digits.
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97
  }
  return remainder === 1 ? null : fault('INCORRECT_IBAN_CHECKSUM', 2, 2)
}

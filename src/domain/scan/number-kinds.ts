import type { Catalogue } from '../../i18n/catalogue.ts'
import { fact, type Fact } from '../fact.ts'
import { luhn } from '../schemes/check-luhn.ts'
import { meaning, type Meaning } from './meaning.ts'
import { say } from './say.ts'

/** Identifiers of the world outside GS1 that can be told by their form and check character. */

/** Whether the last digit is the check of Luhn, as of IMEIs and SIMs. */
const isLuhn = (digits: string): boolean =>
  luhn(Array.from(digits.slice(0, -1), Number), 10) === Number(digits.at(-1))

type Kind = keyof Catalogue['scan']['number']
type Why = keyof Catalogue['scan']['why']

/** A number of a kind; its spellings with the usual one first. */
const found = (
  type: Kind,
  why: Why,
  confidence: number,
  numbers: readonly string[],
  facts: readonly Fact[] = [],
): Meaning =>
  meaning({
    kind: 'identifier',
    type,
    title: say(`number.${type}`, { number: numbers[0]! }),
    why: say(`why.${why}`),
    confidence,
    numbers,
    facts,
  })

/** 3GPP TS 23.003: type allocation code, serial, check digit; IMEISV has a version instead. */
function readImei(text: string): Meaning | null {
  const digits = text.replaceAll(/[ /-]/g, '')
  if (!/^[0-9]{15}$/.test(digits) || !/^(01|[1-9]\d)/.test(digits) || !isLuhn(digits)) return null
  const facts = [
    fact(say('fact.typeAllocation'), digits.slice(0, 8)),
    fact(say('fact.serial'), digits.slice(8, 14)),
  ]
  return found('imei', 'imei', 0.8, [digits], facts)
}

/** Characters of a VIN; the last digit of the place is the value (ISO 3779, 49 CFR 565). */
const vinPlaces = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ'
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

function readVin(text: string): Meaning | null {
  // Some labels put an I in front, for import.
  const vin = text.toUpperCase().replace(/^I(?=.{17}$)/, '')
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin) || /^\d+$/.test(vin) || !/\d{3}$/.test(vin)) return null
  const sum = vinWeights.reduce(
    (total, weight, at) => total + weight * (vinPlaces.indexOf(vin[at]!) % 10),
    0,
  )
  const hasCheck = vin[8] === (sum % 11 === 10 ? 'X' : String(sum % 11))
  const facts = [fact(say('fact.maker'), vin.slice(0, 3)), fact(say('fact.serial'), vin.slice(11))]
  return found('vin', hasCheck ? 'vinChecked' : 'vin', hasCheck ? 0.9 : 0.5, [vin], facts)
}

/** EUI-48 and EUI-64, with or without separators. */
function readMac(text: string): Meaning | null {
  const separated = /^[0-9A-F]{2}([:-])(?:[0-9A-F]{2}\1){4,6}[0-9A-F]{2}$/i.test(text)
  const dotted = /^(?:[0-9A-F]{4}\.){2,3}[0-9A-F]{4}$/i.test(text)
  const bare = /^[0-9A-F]{12}$/i.test(text) && /[A-F]/i.test(text) && /\d/.test(text)
  const hex = text.replaceAll(/[^0-9A-F]/gi, '').toUpperCase()
  if (!(separated || dotted || bare) || (hex.length !== 12 && hex.length !== 16)) return null
  const pairs = hex.match(/../g)!
  const numbers = [pairs.join(':'), pairs.join('-'), hex, hex.match(/..../g)!.join('.')]
  const facts = [fact(say('fact.oui'), pairs.slice(0, 3).join(':'))]
  return found('mac', bare ? 'macBare' : 'mac', bare ? 0.55 : 0.95, numbers, facts)
}

/** ISO 2108 of before 2007, and ISO 3297. */
function readBook(text: string): Meaning | null {
  const plain = text.toUpperCase().replaceAll(/^ISBN:?|[ -]/g, '')
  const isIssn = /^\d{4}-\d{3}[\dX]$/i.test(text)
  if (!isIssn && !/^\d{9}[\dX]$/.test(plain)) return null
  const sum = Array.from(plain).reduce((total, character, at) => {
    return total + (character === 'X' ? 10 : Number(character)) * (plain.length - at)
  }, 0)
  if (sum % 11 !== 0) return null
  if (isIssn) return found('issn', 'checkDigit', 0.8, [text.toUpperCase()])
  const isWritten = /^ISBN|-/.test(text)
  return found('isbn', 'checkDigit', isWritten ? 0.9 : 0.4, [plain])
}

/** ITU-T E.118. */
function readIccid(text: string): Meaning | null {
  if (!/^89\d{17,18}F?$/i.test(text)) return null
  const digits = text.replace(/F$/i, '')
  const isRight = isLuhn(digits)
  return found('iccid', isRight ? 'simChecked' : 'sim', isRight ? 0.85 : 0.5, [digits])
}

/** UPS tracking numbers: `1Z`, 15 characters and a check digit. */
function readParcel(text: string): Meaning | null {
  const plain = text.toUpperCase().replaceAll(' ', '')
  if (!/^1Z[0-9A-Z]{15}\d$/.test(plain)) return null
  const sum = Array.from(plain.slice(2, 17)).reduce((total, character, at) => {
    const value = /\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 63) % 10
    return total + value * (at % 2 === 0 ? 1 : 2)
  }, 0)
  if ((10 - (sum % 10)) % 10 !== Number(plain[17])) return null
  return found('parcel', 'parcel', 0.9, [plain])
}

function readUuid(text: string): Meaning | null {
  const uuid = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(text)?.[1]
  if (uuid === undefined) return null
  return found('uuid', 'uuid', 0.9, [uuid])
}

/** ISO 6346: owner, category, serial and check digit of a freight container. */
function readFreightContainer(text: string): Meaning | null {
  const plain = text.toUpperCase().replaceAll(/[ -]/g, '')
  if (!/^[A-Z]{3}[JUZ]\d{7}$/.test(plain)) return null
  const sum = Array.from(plain.slice(0, 10)).reduce((total, character, at) => {
    const place = character.charCodeAt(0) - 65
    // The multiples of eleven are left out.
    const skipped = (place >= 1 ? 1 : 0) + (place >= 11 ? 1 : 0) + (place >= 21 ? 1 : 0)
    const value = /\d/.test(character) ? Number(character) : 10 + place + skipped
    return total + value * 2 ** at
  }, 0)
  const isRight = (sum % 11) % 10 === Number(plain[10])
  const why = isRight ? 'formChecked' : 'formUnchecked'
  return found('freight_container', why, isRight ? 0.9 : 0.3, [plain])
}

const readers = [
  readImei,
  readVin,
  readMac,
  readBook,
  readIccid,
  readParcel,
  readUuid,
  readFreightContainer,
]

/** Every kind of identifier that a text has the form of. */
export function readNumberKinds(text: string): Meaning[] {
  if (text.length < 8 || text.length > 50) return []
  return readers.map((read) => read(text)).filter((one) => one !== null)
}

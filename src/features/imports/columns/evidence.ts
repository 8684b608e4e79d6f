import { validateCheckDigit } from '../../../gs1/index.ts'
import { dateOrderOf, readDate } from './dates.ts'
import { readGtin } from './gtins.ts'
import { readNumber } from './numbers.ts'
import { isPlaceholderSerial } from './placeholder.ts'
import { hasValue, readBoolean } from './values.ts'
import { readLocationKind, readPartyRole, readStatus } from './words.ts'
import type { Field, TraitType } from './field.ts'
import type { MappingColumn } from './mapping.ts'
import type { Clause } from '../../../i18n/clause.ts'
import { say } from './value-problem.ts'

type Test = (sample: string) => boolean

const isBooleanWord: Test = (sample) => /^(?:true|false|yes|no|y|n)$/i.test(sample.trim())
const isDate: Test = (sample) => {
  const { fault } = readDate(sample)
  return fault === undefined || fault.code !== 'date_unreadable'
}
const isNumber: Test = (sample) => {
  const { fault } = readNumber(sample)
  return fault === undefined || fault.code === 'number_ambiguous'
}
const isGtin: Test = (sample) => readGtin(sample).fault?.code !== 'gtin_invalid'
const isCode: Test = (sample) => !isBooleanWord(sample) && sample.length <= 200

/** What the values of a column of each field look like; fields that are not named take any text. */
const looks: Readonly<Partial<Record<Field, Test>>> = {
  gtin: isGtin,
  serial: isCode,
  lot: isCode,
  expiry: isDate,
  made: isDate,
  received: isDate,
  last_seen: isDate,
  failed: isDate,
  quantity: isNumber,
  status: (sample) => readStatus(sample).fault === undefined,
  location_kind: (sample) => readLocationKind(sample).fault === undefined,
  party_role: (sample) => readPartyRole(sample).fault === undefined,
  tracks_serial: (sample) => readBoolean(sample).fault === undefined,
  tracks_lot: (sample) => readBoolean(sample).fault === undefined,
}

/** Share of the values that must fit for a field that any text could be taken for. */
const shareNeeded: Readonly<Partial<Record<Field, number>>> = {
  status: 1,
  location_kind: 1,
  party_role: 1,
}

const share = (samples: readonly string[], test: Test): number =>
  samples.filter(test).length / samples.length

/** The values of a column that say something. */
export const filledSamples = (values: readonly string[]): string[] => values.filter(hasValue)

/** Whether the values of a column can be what its header says. A column without values can. */
export function fits(field: Field, samples: readonly string[]): boolean {
  const test = looks[field]
  if (test === undefined || samples.length === 0) return true
  return share(samples, test) >= (shareNeeded[field] ?? 0.6)
}

const isLuhn = (digits: string): boolean => {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 0 ? digit : digit * 2
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Numbers that are known by their form; a check digit fits one random number in ten. */
const forms: readonly (readonly [field: Field, why: Clause, test: Test])[] = [
  ['identifier:imei', say('why.imei'), (one) => /^\d{15}$/.test(one) && isLuhn(one)],
  [
    'identifier:mac',
    say('why.mac'),
    (one) => /^[\da-f]{2}([:-])(?:[\da-f]{2}\1){4}[\da-f]{2}$/i.test(one),
  ],
  ['identifier:sscc', say('why.sscc'), (one) => /^\d{18}$/.test(one) && validateCheckDigit(one).ok],
  ['gtin', say('why.gtin'), (one) => /^\d{12,14}$/.test(one) && validateCheckDigit(one).ok],
]
const samplesNeeded = 5

/** The field that the values of a column show by themselves, whatever its header says. */
export function fieldByForm(samples: readonly string[]): { field: Field; why: Clause } | undefined {
  if (samples.length < samplesNeeded) return undefined
  const found = forms.find(([, , test]) => share(samples, test) >= 0.9)
  return found && { field: found[0], why: found[1] }
}

/** Whether values look like serials: codes with digits, all different, no words. */
export function looksLikeSerials(samples: readonly string[]): boolean {
  const isSerial: Test = (one) => /^(?=.*\d)[\w./-]{4,40}$/.test(one) && !isPlaceholderSerial(one)
  const areDifferent = new Set(samples).size === samples.length
  return samples.length >= samplesNeeded && areDifferent && share(samples, isSerial) === 1
}

const isPlainNumber: Test = (sample) =>
  isNumber(sample) && sample.length <= 18 && !/^[+-]?0\d/.test(sample)

/** What a trait with these values holds. Numbers with leading zeros are codes, and so text. */
export function traitTypeOf(samples: readonly string[]): TraitType {
  if (samples.length === 0) return 'text'
  if (samples.every(isBooleanWord)) return 'boolean'
  if (samples.every(isPlainNumber)) return 'number'
  return samples.every((sample) => isDate(sample) && /\D/.test(sample)) ? 'date' : 'text'
}

/** How the dates and numbers of a column are written, as far as its values show it. */
export function notationOf(
  field: Field,
  type: TraitType | undefined,
  samples: readonly string[],
): Pick<MappingColumn, 'dateOrder' | 'decimalMark'> {
  if (looks[field] === isDate || type === 'date') {
    const dateOrder = dateOrderOf(samples)
    return dateOrder === undefined ? {} : { dateOrder }
  }
  if (field === 'quantity' || type === 'number') {
    const decimalMark = decimalMarkOf(samples)
    return decimalMark === undefined ? {} : { decimalMark }
  }
  return {}
}

function decimalMarkOf(samples: readonly string[]): '.' | ',' | undefined {
  const hasComma = samples.some((one) => /\d\.\d{3},|^[^,.]*,(?:\d{1,2}|\d{4,})$/.test(one))
  const hasPoint = samples.some((one) =>
    /\d,\d{3}(?:\.|,\d{3})|^[^,.]*\.(?:\d{1,2}|\d{4,})$/.test(one),
  )
  if (hasComma === hasPoint) return undefined
  return hasComma ? ',' : '.'
}

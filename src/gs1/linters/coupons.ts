/**
 * Rules about North American coupons: AI (8110), the coupon code, and AI (8112), the positive
 * offer file. Both are a sequence of digit fields in which a leading digit tells a field's length.
 */

import { csetnumeric } from './characters.ts'
import { yymmdd } from './dates.ts'
import { fault } from '../problem.ts'
import type { Fault, ProblemCode } from '../problem.ts'

/** One field; `read` gives the offset after it, or what is wrong. */
type Field = (text: string, at: number) => number | Fault

/** An absent digit is a fault of the whole text: nothing in it can be pointed at. */
function missing(code: ProblemCode, text: string): Fault {
  return fault(code, 0, text.length)
}

function truncated(code: ProblemCode, text: string, at: number): Fault {
  return at >= text.length ? missing(code, text) : fault(code, at, text.length - at)
}

function digit(allowed: string, absent: ProblemCode, illegal: ProblemCode): Field {
  return (text, at) => {
    if (at >= text.length) return missing(absent, text)
    return allowed.includes(text.charAt(at)) ? at + 1 : fault(illegal, at, 1)
  }
}

function digits(length: number, short: ProblemCode): Field {
  return (text, at) => (text.length - at < length ? truncated(short, text, at) : at + length)
}

interface Sized {
  /** Digits that may tell the length. */
  readonly allowed: string
  /** What is added to that digit. */
  readonly base: number
  readonly absent: ProblemCode
  readonly illegal: ProblemCode
  readonly short: ProblemCode
  /** The digit that says that nothing follows. */
  readonly none?: string
}

function sized({ allowed, base, absent, illegal, short, none }: Sized): Field {
  const length = digit(allowed, absent, illegal)
  return (text, at) => {
    const after = length(text, at)
    if (typeof after !== 'number') return after
    const indicator = text.charAt(at)
    return indicator === none ? after : digits(Number(indicator) + base, short)(text, after)
  }
}

function date(short: ProblemCode, illegal: ProblemCode): Field {
  return (text, at) => {
    const end = digits(6, short)(text, at)
    if (typeof end !== 'number') return end
    return yymmdd(text.slice(at, end)) === null ? end : fault(illegal, at, 6)
  }
}

/** A requirement of purchase: its size, its kind and the family of products. */
function purchase(ordinal: '1ST' | '2ND' | '3RD'): Field[] {
  return [
    sized({
      allowed: '12345',
      base: 0,
      absent: `COUPON_MISSING_${ordinal}_PURCHASE_REQUIREMENT_VLI`,
      illegal: `COUPON_INVALID_${ordinal}_PURCHASE_REQUIREMENT_LENGTH`,
      short: `COUPON_TRUNCATED_${ordinal}_PURCHASE_REQUIREMENT`,
    }),
    digit(
      '012349',
      `COUPON_MISSING_${ordinal}_PURCHASE_REQUIREMENT_CODE`,
      `COUPON_INVALID_${ordinal}_PURCHASE_REQUIREMENT_CODE`,
    ),
    digits(3, `COUPON_TRUNCATED_${ordinal}_PURCHASE_FAMILY_CODE`),
  ]
}

/** The company of a further product; 9 says: the same as the first. */
function purchaseCompany(ordinal: '2ND' | '3RD'): Field {
  return sized({
    allowed: '01234569',
    base: 6,
    none: '9',
    absent: `COUPON_MISSING_${ordinal}_PURCHASE_GCP_VLI`,
    illegal: `COUPON_INVALID_${ordinal}_PURCHASE_GCP_LENGTH`,
    short: `COUPON_TRUNCATED_${ordinal}_PURCHASE_GCP`,
  })
}

const offerCode = digits(6, 'COUPON_TRUNCATED_OFFER_CODE')

const serialNumber = sized({
  allowed: '0123456789',
  base: 6,
  absent: 'COUPON_MISSING_SERIAL_NUMBER_VLI',
  illegal: 'NON_DIGIT_CHARACTER',
  short: 'COUPON_TRUNCATED_SERIAL_NUMBER',
})

const mandatory: readonly Field[] = [
  sized({
    allowed: '0123456',
    base: 6,
    absent: 'COUPON_MISSING_GCP_VLI',
    illegal: 'COUPON_INVALID_GCP_LENGTH',
    short: 'COUPON_TRUNCATED_GCP',
  }),
  offerCode,
  sized({
    allowed: '12345',
    base: 0,
    absent: 'COUPON_MISSING_SAVE_VALUE_VLI',
    illegal: 'COUPON_INVALID_SAVE_VALUE_LENGTH',
    short: 'COUPON_TRUNCATED_SAVE_VALUE',
  }),
  ...purchase('1ST'),
]

const EXPIRATION = '3'
const START = '4'

/** Optional fields in their order, each announced by its digit. */
const optional: readonly (readonly [indicator: string, fields: readonly Field[]])[] = [
  [
    '1',
    [
      digit(
        '0123',
        'COUPON_MISSING_ADDITIONAL_PURCHASE_RULES_CODE',
        'COUPON_INVALID_ADDITIONAL_PURCHASE_RULES_CODE',
      ),
      ...purchase('2ND'),
      purchaseCompany('2ND'),
    ],
  ],
  ['2', [...purchase('3RD'), purchaseCompany('3RD')]],
  [EXPIRATION, [date('COUPON_TOO_SHORT_FOR_EXPIRATION_DATE', 'COUPON_INVALID_EXIPIRATION_DATE')]],
  [START, [date('COUPON_TOO_SHORT_FOR_START_DATE', 'COUPON_INVALID_START_DATE')]],
  ['5', [serialNumber]],
  [
    '6',
    [
      sized({
        allowed: '1234567',
        base: 6,
        absent: 'COUPON_MISSING_RETAILER_GCP_OR_GLN_VLI',
        illegal: 'COUPON_INVALID_RETAILER_GCP_OR_GLN_LENGTH',
        short: 'COUPON_TRUNCATED_RETAILER_GCP_OR_GLN',
      }),
    ],
  ],
  [
    '9',
    [
      digit('01256', 'COUPON_MISSING_SAVE_VALUE_CODE', 'COUPON_INVALID_SAVE_VALUE_CODE'),
      digit(
        '012',
        'COUPON_MISSING_SAVE_VALUE_APPLIES_TO_ITEM',
        'COUPON_INVALID_SAVE_VALUE_APPLIES_TO_ITEM',
      ),
      digit('0123456789', 'COUPON_MISSING_STORE_COUPON_FLAG', 'NON_DIGIT_CHARACTER'),
      digit('01', 'COUPON_MISSING_DONT_MULTIPLY_FLAG', 'COUPON_INVALID_DONT_MULTIPLY_FLAG'),
    ],
  ],
]

function readFields(fields: readonly Field[], text: string, start: number): number | Fault {
  let at = start
  for (const field of fields) {
    const after = field(text, at)
    if (typeof after !== 'number') return after
    at = after
  }
  return at
}

function excess(text: string, at: number): Fault | null {
  return at === text.length ? null : fault('COUPON_EXCESS_DATA', at, text.length - at)
}

/** `couponcode`: a North American coupon code. */
export function couponcode(text: string): Fault | null {
  const nonDigit = csetnumeric(text)
  if (nonDigit !== null) return nonDigit
  let at = readFields(mandatory, text, 0)
  if (typeof at !== 'number') return at
  let expiration = ''
  for (const [indicator, fields] of optional) {
    if (text.charAt(at) !== indicator) continue
    const start = at
    const after = readFields(fields, text, start + 1)
    if (typeof after !== 'number') return after
    at = after
    if (indicator === EXPIRATION) expiration = text.slice(start + 1, after)
    if (indicator === START && expiration !== '' && text.slice(start + 1, after) > expiration) {
      // Both dates with their indicators are at fault.
      return fault('COUPON_EXPIRATION_BEFORE_START', start - 7, 14)
    }
  }
  return excess(text, at)
}

const positiveOffer: readonly Field[] = [
  digit('01', 'COUPON_MISSING_FORMAT_CODE', 'COUPON_INVALID_FORMAT_CODE'),
  sized({
    allowed: '0123456',
    base: 6,
    absent: 'COUPON_MISSING_FUNDER_VLI',
    illegal: 'COUPON_INVALID_FUNDER_LENGTH',
    short: 'COUPON_TRUNCATED_FUNDER',
  }),
  offerCode,
  serialNumber,
]

/** `couponposoffer`: a coupon that refers to a positive offer file. */
export function couponposoffer(text: string): Fault | null {
  const nonDigit = csetnumeric(text)
  if (nonDigit !== null) return nonDigit
  const at = readFields(positiveOffer, text, 0)
  return typeof at === 'number' ? excess(text, at) : at
}

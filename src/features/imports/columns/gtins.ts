import { computeCheckDigit, normaliseGtin, validateCheckDigit } from '../../../gs1/index.ts'
import { fault } from './value-problem.ts'
import type { Fault, Reading, ValueProblemCode } from './value-problem.ts'

const bareNumber = (text: string): string => text.replace(/[\s-]/g, '')

/**
 * Reads a GTIN and fills it to 14 digits. A number that lost its leading zeros in a spreadsheet is
 * accepted with a warning, as its check digit proves it.
 */
export function readGtin(text: string): Reading<string> {
  const digits = bareNumber(text)
  if (!/^\d{6,14}$/.test(digits)) return { fault: fault('gtin_invalid', { value: text }) }
  const whole = normaliseGtin(digits)
  if (whole.ok) return { value: whole.value.gtin14 }
  if (whole.error.code === 'KEY_HAS_WRONG_LENGTH') {
    const gtin = digits.padStart(14, '0')
    if (!validateCheckDigit(gtin).ok) return { fault: fault('gtin_invalid', { value: text }) }
    return { value: gtin, warning: fault('gtin_zeros_restored', { value: text, gtin }) }
  }
  return { fault: checkDigitFault('gtin_check_digit', digits) }
}

/** Says which check digit stands there, and which would fit. */
function checkDigitFault(code: ValueProblemCode, digits: string): Fault {
  const fitting = computeCheckDigit(digits.slice(0, -1))
  const expected = fitting.ok ? fitting.value : '?'
  return fault(code, { value: digits, given: digits.slice(-1), expected })
}

/** Reads a Global Location Number: 13 digits with their check digit. */
export function readGln(text: string): Reading<string> {
  const digits = bareNumber(text)
  const isValid = digits.length === 13 && validateCheckDigit(digits).ok
  return isValid ? { value: digits } : { fault: fault('gln_invalid', { value: text }) }
}

/** The number of a pack of an item, such as a carton of twenty. */
export interface PackNumber {
  readonly gtin: string
  readonly type: string
}

/**
 * Reads the pack numbers of an item from a JSON list of `{ id, type, agency }`, the form of device
 * catalogues. Numbers of other agencies than GS1 are passed over; the item's own is not among them.
 */
export function readPacks(text: string): { packs: PackNumber[]; faults: Fault[] } {
  const entries = parseList(text)
  if (entries === undefined) return { packs: [], faults: [fault('packs_unreadable')] }
  const packs: PackNumber[] = []
  const faults: Fault[] = []
  for (const { id, type, agency } of entries) {
    if (typeof id !== 'string' || agency !== 'GS1' || type === 'Primary') continue
    const reading = readGtin(id)
    if (reading.fault === undefined) packs.push({ gtin: reading.value, type: String(type) })
    else if (reading.fault.code === 'gtin_check_digit') {
      faults.push(checkDigitFault('pack_check_digit', id))
    } else faults.push(reading.fault)
  }
  return { packs, faults }
}

function parseList(text: string): Record<string, unknown>[] | undefined {
  try {
    const list: unknown = JSON.parse(text)
    if (!Array.isArray(list)) return undefined
    return list.filter((entry) => typeof entry === 'object' && entry !== null) as never
  } catch {
    return undefined
  }
}

/** What a scanner will transmit for a symbol: for label checks and for tests. */

import { lookUpAi } from './ai-table.ts'
import { checkDigitFault, computeCheckDigit } from './check-digit.ts'
import { GROUP_SEPARATOR, parseFnc1, writeFnc1 } from './element-string.ts'
import type { Gs1Element } from './element.ts'
import { failure, success } from './problem.ts'
import type { Failure, ProblemCode, Result } from './problem.ts'

/** Symbols that can be written, each with the identifiers that its reader will send. */
const targets = {
  'Data Matrix': { kind: '2d', text: ']d1', elements: ']d2' },
  DotCode: { kind: '2d', text: ']J0', elements: ']J1' },
  'QR Code': { kind: '2d', text: ']Q1', elements: ']Q3' },
  'GS1-128': { kind: 'linear', elements: ']C1' },
  'GS1 DataBar Expanded': { kind: 'linear', elements: ']e0' },
  'GS1 DataBar Omnidirectional': { kind: 'databar', max: 99_999_999_999_999 },
  'GS1 DataBar Limited': { kind: 'databar', max: 19_999_999_999_999 },
  'UPC-A': { kind: 'retail', elements: ']E0', digits: 12, fill: '0' },
  'UPC-E': { kind: 'retail', elements: ']E0', digits: 12, fill: '0' },
  'EAN-13': { kind: 'retail', elements: ']E0', digits: 13, fill: '' },
  'EAN-8': { kind: 'retail', elements: ']E4', digits: 8, fill: '' },
} as const

export type WritableSymbology = keyof typeof targets

export interface WriteScanOptions {
  /** The number of a retail or DataBar symbol comes without its check digit: add it. */
  readonly addCheckDigit?: boolean
}

/** Readers send elements of composite symbols under this identifier. */
const COMPOSITE = ']e0'

function refused(code: ProblemCode, position = 0, length = 0): Failure {
  return failure({ code, rule: 'scan-data', position, length })
}

/** `^01…^10…` as it is transmitted after an identifier. */
function transmitted(message: string): Result<string> {
  if (!message.startsWith('^')) return refused('UNKNOWN_SYMBOLOGY', 0, message.length)
  return message.length === 1
    ? refused('AI_DATA_EMPTY', 1)
    : success(message.slice(1).replaceAll('^', GROUP_SEPARATOR))
}

/** Elements of the linear symbol and of the component above it, as one stream. */
function joined(linear: string, composite: string | undefined): Result<string> {
  const first = transmitted(linear)
  if (composite === undefined || !first.ok) return first
  const second = transmitted(composite)
  if (!second.ok) return second
  const read = parseFnc1(linear, { validation: 'format', allowUnknownAis: true })
  const last = read.ok ? lookUpAi(read.value.at(-1)!.ai) : undefined
  const separator = (last?.needsSeparator ?? true) ? GROUP_SEPARATOR : ''
  return success(`${first.value}${separator}${second.value}`)
}

/** The digits of a symbol that holds one GTIN, given as digits or as `^01` with 14 digits. */
function number(message: string, digits: number, options: WriteScanOptions): Result<string> {
  const addCheckDigit = options.addCheckDigit === true
  const prefix = `^01${'0'.repeat(14 - digits)}`
  const offset = message.startsWith(prefix) ? prefix.length : 0
  const text = message.slice(offset)
  if (text.length !== (addCheckDigit ? digits - 1 : digits)) {
    const code = 'PRIMARY_DATA_MUST_BE_N_DIGITS'
    return refused(addCheckDigit ? `${code}_WITHOUT_CHECK_DIGIT` : code, offset, text.length)
  }
  const nonDigit = text.search(/[^0-9]/)
  if (nonDigit >= 0) return refused('PRIMARY_DATA_MUST_BE_ALL_DIGITS', offset + nonDigit, 1)
  if (addCheckDigit) {
    const digit = computeCheckDigit(text)
    return digit.ok ? success(text + digit.value) : digit
  }
  return checkDigitFault(text) === null
    ? success(text)
    : refused('PRIMARY_DATA_CHECK_DIGIT_IS_INCORRECT', offset + digits - 1, 1)
}

/** Text that would begin with FNC1 is escaped by `\` in messages; one `\` is taken away again. */
function unescapedText(message: string): string {
  return /^\\+\^/.test(message) ? message.slice(1) : message
}

/**
 * The scan data of a symbol that holds elements or a message. A message that begins with `^` holds
 * elements (`^` is FNC1), `|^` begins the component of a composite symbol, other text is data as it
 * is (`\\^` for text that begins with `^`). Values are not checked.
 *
 * @example
 * writeScanData('Data Matrix', '^010950600013435210A^21B')
 * // { ok: true, value: ']d2010950600013435210A\u001d21B' }
 * writeScanData('EAN-13', '950600013435', { addCheckDigit: true })
 * // { ok: true, value: ']E09506000134352' }
 */
export function writeScanData(
  symbology: WritableSymbology,
  content: string | readonly Gs1Element[],
  options: WriteScanOptions = {},
): Result<string> {
  const message = typeof content === 'string' ? content : writeFnc1(content)
  const target = targets[symbology]
  const bar = message.indexOf('|^')
  if (target.kind === '2d') {
    if (!message.startsWith('^')) return success(target.text + unescapedText(message))
    if (bar >= 0) return refused('UNKNOWN_SYMBOLOGY', bar, message.length - bar)
    return prefixed(target.elements, transmitted(message))
  }
  const main = bar < 0 ? message : message.slice(0, bar)
  const composite = bar < 0 ? undefined : message.slice(bar + 1)
  if (target.kind === 'linear') {
    return prefixed(composite === undefined ? target.elements : COMPOSITE, joined(main, composite))
  }
  if (target.kind === 'databar') {
    const digits = number(main, 14, options)
    if (!digits.ok) return digits
    if (Number(digits.value) > target.max) {
      return refused('PRIMARY_DATA_IS_TOO_LARGE', 0, main.length)
    }
    return prefixed(COMPOSITE, joined(`^01${digits.value}`, composite))
  }
  const digits = number(main, target.digits, options)
  if (!digits.ok) return digits
  const primary = `${target.elements}${target.fill}${digits.value}`
  return composite === undefined
    ? success(primary)
    : prefixed(`${primary}|${COMPOSITE}`, transmitted(composite))
}

function prefixed(prefix: string, data: Result<string>): Result<string> {
  return data.ok ? success(prefix + data.value) : data
}

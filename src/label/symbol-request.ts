import {
  computeCheckDigit,
  humanReadable,
  parseFnc1,
  validateCheckDigit,
  writeDigitalLink,
  writeFnc1,
  writeScanData,
  type Gs1Element,
} from '../gs1/index.ts'
import { fillText, type FilledText, type LabelData } from './fields.ts'
import { finding, refuse, say, type Finding } from './finding.ts'
import { hiddenCharacter } from './hidden-characters.ts'
import { isAscii, type SymbolRequest } from './symbol.ts'
import type { BarcodeElement, SymbologyName } from './template.ts'

/** Fills a barcode's fields and checks that its symbology can say it. */
export function requestSymbol(
  element: BarcodeElement,
  data: LabelData,
  name: string,
): SymbolRequest {
  const { symbology, correction, shape } = element
  const content = element.elements
    ? structuredContent(element, data, name)
    : plainContent(symbology, filled(element.text ?? '', data, name), name)
  return { symbology, correction, shape, ...content }
}

type Content = Pick<SymbolRequest, 'message' | 'fnc1' | 'scan' | 'caption' | 'elements'>

function filled(text: string, data: LabelData, name: string): string {
  return complete(fillText(text, data), name)
}

function complete({ text, missing, problem }: FilledText, name: string): string {
  const [first] = missing
  if (first !== undefined) {
    refuse('field_missing', name, say('fieldMissing', { field: first }))
  }
  if (problem !== null) refuse('field_invalid', name, problem)
  const hidden = hiddenCharacter(text)
  if (hidden) {
    refuse('hidden_character', name, say('hiddenInCode', { character: hidden }))
  }
  return text
}

function structuredContent(element: BarcodeElement, data: LabelData, name: string): Content {
  const elements: Gs1Element[] = []
  for (const { ai, value, optional } of element.elements!) {
    const text = fillText(value, data)
    if (optional && text.missing.length > 0) continue
    elements.push({ ai, value: complete(text, name) })
  }
  const message = writeFnc1(elements)
  // What has to stand together may stand in another code of the label: see `checkTogether`.
  const read = parseFnc1(message, { validation: 'values' })
  if (!read.ok) refuse('code_invalid', name, read.error.said)
  // A value of a wrong length could otherwise run over into an element that nobody meant.
  const strange = elements.find(({ value }, index) => read.value[index]?.value !== value)
  if (strange || read.value.length !== elements.length) {
    const { ai, value } = strange ?? elements.at(-1)!
    refuse('code_invalid', name, say('elementUnfit', { value, ai }))
  }
  const caption = [humanReadable(elements).join(' ')]
  if (element.symbology === 'qr_link') {
    const stem = filled(element.stem, data, name).replace(/\/+$/, '')
    if (!/^https?:\/\/[^\s?#]+$/i.test(stem)) {
      refuse('code_invalid', name, say('linkStem', { stem }))
    }
    const link = writeDigitalLink(elements, { stem })
    if (!link.ok) refuse('code_invalid', name, link.error.said)
    return { message: link.value, fnc1: false, scan: `]Q1${link.value}`, caption, elements }
  }
  if (element.symbology === 'gs1_128' && message.length > 48 + elements.length) {
    refuse('code_too_large', name, say('gs1128Full'))
  }
  const symbology = element.symbology === 'gs1_128' ? 'GS1-128' : 'Data Matrix'
  const scan = writeScanData(symbology, elements)
  if (!scan.ok) refuse('code_invalid', name, scan.error.said)
  return { message, fnc1: true, scan: scan.value, caption, elements }
}

/** Longest texts that symbologies are made for; what fits the label is found out by layout. */
const lengthMax: Readonly<Partial<Record<SymbologyName, number>>> = { code_128: 80 }

const matrixIdentifiers: Readonly<Partial<Record<SymbologyName, string>>> = {
  datamatrix: ']d1',
  qr: ']Q1',
}

function plainContent(symbology: SymbologyName, text: string, name: string): Content {
  const digits = digitCounts[symbology]
  if (digits) return digitContent(symbology, text, digits, name)
  if (text === '') refuse('code_invalid', name, say('codeEmpty'))
  const most = lengthMax[symbology] ?? 1500
  if (text.length > most) {
    refuse('code_too_large', name, say('codeLong', { length: text.length, most }))
  }
  const identifier = matrixIdentifiers[symbology]
  if (!identifier && !isAscii(text)) {
    refuse('code_invalid', name, say('code128Letters', { text }))
  }
  return {
    message: text,
    fnc1: false,
    scan: (identifier ?? ']C0') + text,
    caption: [text],
    elements: [],
  }
}

interface DigitCode {
  readonly digits: number
  /** What a reader puts in front. */
  readonly scan: string
}

const digitCounts: Readonly<Partial<Record<SymbologyName, DigitCode>>> = {
  ean_13: { digits: 13, scan: ']E0' },
  upc_a: { digits: 12, scan: ']E00' },
  ean_8: { digits: 8, scan: ']E4' },
  itf_14: { digits: 14, scan: ']I1' },
}

/** A GTIN of up to 14 digits as the symbol writes it, its check digit verified or added. */
function digitContent(
  symbology: SymbologyName,
  text: string,
  { digits, scan }: DigitCode,
  name: string,
): Content {
  const shown = text.slice(0, 40)
  if (!/^\d{7,14}$/.test(text)) {
    refuse('code_invalid', name, say('noGtin', { text: shown, symbology, digits }))
  }
  const own = text.length === digits - 1 ? completed(text) : text
  const number = own.length > digits ? own.slice(own.length - digits) : own.padStart(digits, '0')
  if (own.length > digits && /[1-9]/.test(own.slice(0, own.length - digits))) {
    refuse('code_invalid', name, say('gtinLong', { text: shown, symbology }))
  }
  const checked = validateCheckDigit(number)
  if (!checked.ok) refuse('code_invalid', name, say('checkDigit', { text: shown }))
  return { message: number, fnc1: false, scan: scan + number, caption: [number], elements: [] }
}

function completed(text: string): string {
  const digit = computeCheckDigit(text)
  return digit.ok ? text + digit.value : text
}

/** Checks what all GS1 codes of a label say together; they are about one thing (General Specifications, 4.13). */
export function checkTogether(requests: readonly SymbolRequest[]): Finding | null {
  const elements = new Map<string, Gs1Element>()
  for (const element of requests.flatMap((request) => request.elements)) {
    elements.set(`${element.ai} ${element.value}`, element)
  }
  if (elements.size === 0) return null
  const read = parseFnc1(writeFnc1([...elements.values()]))
  if (read.ok) return null
  return finding('error', 'code_invalid', null, read.error.said)
}

/** Reading whatever a person, a file or a scanner gives, in any form and spelling. */

import { lookUpAiAt } from './ai-table.ts'
import { normaliseGtin } from './check-digit.ts'
import { readCode } from './code.ts'
import type { Gs1Code } from './code.ts'
import { GROUP_SEPARATOR, parseElements } from './element-string.ts'
import type { Gs1Element } from './element.ts'
import type { EnvelopeField } from './envelope.ts'
import { decodeEpc, encodeEpc } from './epc-binary.ts'
import { keyAis, validateKey } from './keys.ts'
import type { Gs1Key } from './keys.ts'
import { failure, success } from './problem.ts'
import type { Problem, Result } from './problem.ts'
import type { ScanOptions } from './scan-data.ts'
import { readSpellings } from './spellings.ts'

export type CodeKind =
  | 'GTIN'
  | 'GSIN'
  | 'SSCC'
  | 'digital link'
  | 'element string'
  | 'EPC tag'
  | 'EPC URI'
  | 'ISO/IEC 15434 message'
  | 'key'
  | 'scan data'
  | 'text'

/** A form that a text is known to have. */
export type KnownForm =
  | 'digitalLink'
  | 'elementString'
  | 'envelope'
  | 'epcHex'
  | 'epcUri'
  | 'fnc1'
  | 'scanData'

export interface AnythingOptions extends ScanOptions {
  /** The text has this form; found out by how it begins when absent. */
  readonly form?: KnownForm
  /** The text is the value of this key. */
  readonly key?: Gs1Key
}

/** What was found in a code. */
export interface AnyReading {
  readonly elements: readonly Gs1Element[]
  readonly fields: readonly EnvelopeField[]
  readonly epcUri: string | null
  readonly companyPrefixLength: number | null
  /** Of a tag. */
  readonly filter: number | null
  /** Of data with separators: the same with `^` for each of them, needed or not. */
  readonly message: string | null
}

/** What a code is, even where it is wrong. */
export interface ReadAnything {
  readonly kind: CodeKind
  readonly symbology: string | null
  readonly result: Result<AnyReading>
}

const nothing = { fields: [], epcUri: null, companyPrefixLength: null, filter: null, message: null }

function reading(kind: CodeKind, elements: readonly Gs1Element[]): ReadAnything {
  return { kind, symbology: null, result: success({ ...nothing, elements }) }
}

function wrong(kind: CodeKind, error: Problem): ReadAnything {
  return { kind, symbology: null, result: { ok: false, error } }
}

const kindOfForm: Readonly<Record<Gs1Code['form'], CodeKind>> = {
  bracketed: 'element string',
  fnc1: 'element string',
  gtin: 'GTIN',
  text: 'text',
  'digital-link': 'digital link',
  envelope: 'ISO/IEC 15434 message',
  epc: 'EPC URI',
  scan: 'scan data',
}

/** What a code of wrong content is meant to be, by how it begins. */
function kindByStart(text: string): CodeKind {
  if (text.startsWith(']')) return 'scan data'
  if (text.startsWith('[)>')) return 'ISO/IEC 15434 message'
  if (/^https?:/i.test(text)) return 'digital link'
  return text.startsWith('urn:') ? 'EPC URI' : 'element string'
}

function readForm(text: string, options: ScanOptions): ReadAnything {
  const read = readCode(text, options)
  if (!read.ok) return wrong(kindByStart(text), read.error)
  const code = read.value
  const { form, elements } = code
  const formats =
    code.form === 'envelope'
      ? code.formats
      : code.form === 'scan' && code.scan.kind === 'envelope'
        ? code.scan.formats
        : []
  const fields = formats.flatMap((format) => (format.format === '05' ? [] : format.fields))
  const isId = code.form === 'epc' && code.epc.kind === 'id'
  const companyPrefixLength = code.form === 'epc' ? code.epc.companyPrefixLength : null
  return {
    kind: kindOfForm[form],
    symbology: code.form === 'scan' ? code.scan.symbology : null,
    result: success({
      ...nothing,
      elements,
      fields,
      epcUri: isId ? text : null,
      companyPrefixLength,
      message: form === 'fnc1' ? messageOf(text) : null,
    }),
  }
}

function messageOf(text: string): string {
  const message = text.replaceAll(GROUP_SEPARATOR, '^')
  return message.startsWith('^') ? message : `^${message}`
}

function readTag(hex: string): ReadAnything {
  const tag = decodeEpc(hex)
  if (!tag.ok) return wrong('EPC tag', tag.error)
  const { elements, epcUri, companyPrefixLength, filter } = tag.value
  const value = { ...nothing, elements, epcUri, companyPrefixLength, filter }
  return { kind: 'EPC tag', symbology: null, result: success(value) }
}

function readTagUri(uri: string): ReadAnything {
  const hex = encodeEpc(uri)
  if (!hex.ok) return wrong('EPC tag', hex.error)
  return readTag(hex.value)
}

const keyByLength: Readonly<Record<number, { readonly key: Gs1Key; readonly ai: string }>> = {
  8: { key: 'GTIN', ai: '01' },
  12: { key: 'GTIN', ai: '01' },
  13: { key: 'GTIN', ai: '01' },
  14: { key: 'GTIN', ai: '01' },
  17: { key: 'GSIN', ai: '402' },
  18: { key: 'SSCC', ai: '00' },
}

/** Digits by themselves, as keys are typed and listed. */
function readDigits(text: string): ReadAnything {
  const { key, ai } = keyByLength[text.length]!
  const read = validateKey(key, text)
  const kind = key as CodeKind
  return read.ok ? reading(kind, [{ ai, value: read.value }]) : wrong(kind, read.error)
}

/** Whether elements are so likely that what is wrong with them is worth saying. */
function startsWithKey(text: string): boolean {
  if (text.startsWith('00')) return text.length >= 20 && validateKey('SSCC', text.slice(2, 20)).ok
  return /^0[12]\d{14}/.test(text) && normaliseGtin(text.slice(2, 16)).ok
}

/**
 * Elements without FNC1 and brackets, as scanners without AIM identifiers send them. They must
 * begin with a value that has a check digit: much else begins with two digits.
 */
function readUnmarked(text: string, options: AnythingOptions): ReadAnything | null {
  const rules = lookUpAiAt(text, 0)?.components.flatMap((component) => component.rules)
  if (rules?.some(({ name }) => name === 'csum') !== true) return null
  const read = parseElements(text, 0, GROUP_SEPARATOR, options)
  if (read.ok) return reading('element string', read.value)
  return startsWithKey(text) ? wrong('element string', read.error) : null
}

const HEX_MIN = 20

/** The first characters that a form must have, so that nothing else is read in its place. */
const begins: Readonly<Record<Exclude<KnownForm, 'epcHex'>, readonly [RegExp, CodeKind]>> = {
  digitalLink: [/^https?:\/\//i, 'digital link'],
  elementString: [/^\(/, 'element string'],
  envelope: [/^\[\)>/, 'ISO/IEC 15434 message'],
  epcUri: [/^urn:epc:/, 'EPC URI'],
  fnc1: [/^[\^\u001d]/, 'element string'],
  scanData: [/^\]/, 'scan data'],
}

function readKnown(text: string, form: KnownForm, options: AnythingOptions): ReadAnything {
  if (form === 'epcHex') return readTag(text)
  const [begin, kind] = begins[form]
  if (begin.test(text)) return readOne(text, options)
  const where = { rule: 'format', position: 0, length: text.length }
  return wrong(kind, failure({ code: 'NOT_GS1_DATA', ...where }).error)
}

function readOne(text: string, options: AnythingOptions): ReadAnything {
  if (options.key !== undefined) {
    const read = validateKey(options.key, text)
    const ai = keyAis[options.key]
    return read.ok ? reading('key', [{ ai, value: read.value }]) : wrong('key', read.error)
  }
  if (text.startsWith('urn:epc:tag:')) return readTagUri(text)
  const raw = /^urn:epc:raw:\d+\.x([0-9A-F]+)$/.exec(text)?.[1]
  if (raw !== undefined) return readTag(raw)
  if (/^\d+$/.test(text) && keyByLength[text.length] !== undefined) return readDigits(text)
  const unmarked = readUnmarked(text, options)
  if (unmarked !== null) return unmarked
  const isHex = text.length >= HEX_MIN && /^[0-9A-F]+$/i.test(text) && decodeEpc(text).ok
  if (isHex) return readTag(text)
  const read = readForm(text, options)
  if (read.kind !== 'text') return read
  const where = { rule: 'format', position: 0, length: text.length }
  const refused = failure({ code: 'NOT_GS1_DATA', ...where })
  return { ...read, result: refused }
}

/** Reads a code; positions count in the text as it was given. */
export function readAnything(text: string, options: AnythingOptions = {}): ReadAnything {
  const spelled = readSpellings(text)
  const { form, ...others } = options
  const { result, ...read } =
    form === undefined ? readOne(spelled.text, others) : readKnown(spelled.text, form, others)
  if (spelled.text === text) return { ...read, result }
  if (result.ok) {
    const fields = result.value.fields.map((field) => ({
      ...field,
      position: spelled.origin(field.position),
    }))
    return { ...read, result: success({ ...result.value, fields }) }
  }
  const { position, length } = result.error
  const start = spelled.origin(position)
  const error = {
    ...result.error,
    position: start,
    length: spelled.origin(position + length) - start,
  }
  return { ...read, result: { ok: false, error } }
}

/** Reading and writing EPC URIs of GS1 keys: `urn:epc:id:`, `urn:epc:class:`, `urn:epc:idpat:`. */

import { computeCheckDigit } from './check-digit.ts'
import type { Gs1Element } from './element.ts'
import { COMPANY_PREFIX_MAX, COMPANY_PREFIX_MIN, epcSchemes, hasPattern } from './epc-schemes.ts'
import type { EpcScheme } from './epc-schemes.ts'
import { isForeign, readForeignFields } from './epc-foreign.ts'
import { escapeEpc, unescapeEpc } from './epc-text.ts'
import { csetnumeric } from './linters/characters.ts'
import { failure, success } from './problem.ts'
import type { Failure, ProblemCode, Result } from './problem.ts'

/** What an EPC URI says. */
export interface EpcUri {
  /** `id`: one thing. `class`: a lot. `idpat`: all things of a class. */
  readonly kind: 'class' | 'id' | 'idpat'
  /** `sgtin`, `sscc`, … */
  readonly scheme: string
  /** Digits of the GS1 Company Prefix, which the elements alone do not tell; null without one. */
  readonly companyPrefixLength: number | null
  readonly elements: readonly Gs1Element[]
}

/** The fields of an EPC, decoded. */
export interface EpcFields {
  readonly companyPrefix: string
  readonly reference: string
  /** Piece and total, four digits; empty where the scheme has none. */
  readonly pieces: string
  /** Null in a pattern for all serials, and where the scheme has none. */
  readonly serial: string | null
}

function epc(code: ProblemCode, position: number, length = 0, ai?: string): Failure {
  const where = { code, rule: 'epc', position, length }
  return failure(ai === undefined ? where : { ...where, ai })
}

/** The value of the key that the fields make. */
function keyValue(scheme: EpcScheme, { companyPrefix, reference, pieces }: EpcFields): string {
  if (scheme.form === 'plain') return companyPrefix + reference
  const body =
    scheme.form === 'rotated'
      ? reference.charAt(0) + companyPrefix + reference.slice(1)
      : companyPrefix + reference
  const digit = computeCheckDigit(body)
  return scheme.prefix + body + (digit.ok ? digit.value : '') + pieces
}

/** The elements that fields of a scheme stand for. */
export function elementsOf(scheme: EpcScheme, fields: EpcFields): Gs1Element[] {
  const { ai, serial: part } = scheme
  const value = keyValue(scheme, fields)
  const { serial } = fields
  if (part === null || serial === null || serial === part.absent) return [{ ai, value }]
  return part.ai === null
    ? [{ ai, value: value + serial }]
    : [
        { ai, value },
        { ai: part.ai, value: serial },
      ]
}

/** A field of a URI with its place in it. */
interface Field {
  readonly text: string
  readonly at: number
}

/** Splits at dots; the last field keeps its own dots. */
function split(text: string, start: number, count: number): Field[] {
  const fields: Field[] = []
  let at = start
  while (fields.length < count - 1) {
    const dot = text.indexOf('.', at)
    if (dot < 0) break
    fields.push({ text: text.slice(at, dot), at })
    at = dot + 1
  }
  return [...fields, { text: text.slice(at), at }]
}

function fieldCount({ hasPieces, serial }: EpcScheme): number {
  return 2 + (hasPieces ? 2 : 0) + (serial === null ? 0 : 1)
}

/** Digits of a fixed number, or what is wrong. */
function digitsFailure({ text, at }: Field, length: number, code: ProblemCode): Failure | null {
  const wrong = csetnumeric(text)
  if (wrong !== null) return epc('EPC_FIELD_CHARACTER', at + wrong.at, 1)
  return text.length === length ? null : epc(code, at, text.length)
}

function readReference(scheme: EpcScheme, field: Field, companyDigits: number): Result<string> {
  const length = scheme.length - companyDigits
  if (scheme.form !== 'plain') {
    return digitsFailure(field, length, 'EPC_FIELD_LENGTH') ?? success(field.text)
  }
  return readText(field, length, scheme.check)
}

function readText(
  { text, at }: Field,
  lengthMax: number,
  check: EpcScheme['check'],
): Result<string> {
  const decoded = unescapeEpc(text)
  if (typeof decoded !== 'string') return epc(decoded.code, at + decoded.at, decoded.length)
  if (decoded === '' || decoded.length > lengthMax) return epc('EPC_FIELD_LENGTH', at, text.length)
  return check(decoded) === null ? success(decoded) : epc('EPC_FIELD_CHARACTER', at, text.length)
}

/** Reads the fields of a scheme from `start` on; `*` for the serial in a pattern. */
export function readFields(
  scheme: EpcScheme,
  uri: string,
  start: number,
  isPattern: boolean,
): Result<EpcFields> {
  const fields = split(uri, start, fieldCount(scheme))
  if (fields.length < fieldCount(scheme)) {
    return epc('EPC_WRONG_NUMBER_OF_FIELDS', start, uri.length - start)
  }
  const [company, referenceField, ...others] = fields as [Field, Field, ...Field[]]
  const { length } = company.text
  if (length < COMPANY_PREFIX_MIN || length > COMPANY_PREFIX_MAX) {
    return epc('EPC_COMPANY_PREFIX_LENGTH', company.at, length)
  }
  const wrongCompany = digitsFailure(company, length, 'EPC_COMPANY_PREFIX_LENGTH')
  if (wrongCompany !== null) return wrongCompany
  const reference = readReference(scheme, referenceField, length)
  if (!reference.ok) return reference
  const pieces = scheme.hasPieces ? others.splice(0, 2) : []
  for (const piece of pieces) {
    const wrong = digitsFailure(piece, 2, 'EPC_FIELD_LENGTH')
    if (wrong !== null) return wrong
  }
  const read = {
    companyPrefix: company.text,
    reference: reference.value,
    pieces: pieces.map((piece) => piece.text).join(''),
  }
  const [serialField] = others
  if (scheme.serial === null || serialField === undefined) {
    return success({ ...read, serial: null })
  }
  if (isPattern) {
    return serialField.text === '*'
      ? success({ ...read, serial: null })
      : epc('EPC_PATTERN_NOT_A_KEY', serialField.at, serialField.text.length)
  }
  const { lengthMax, check } = scheme.serial
  const serial = readText(serialField, lengthMax, check)
  return serial.ok ? success({ ...read, serial: serial.value }) : serial
}

const PREFIX = /^urn:epc:(id|class|idpat):([a-z]+):/

/**
 * Whether a text is an EPC URI, so that it should be read as one.
 *
 * @example
 * isEpcUri('urn:epc:id:sscc:9506000.1000000001') // true
 */
export function isEpcUri(text: string): boolean {
  return text.startsWith('urn:epc:')
}

/**
 * Reads an EPC URI of a GS1 key, of a lot, or the pattern of all instances of a class.
 *
 * @example
 * const read = parseEpcUri('urn:epc:id:sgtin:9506000.013435.A1')
 * read.ok && read.value.elements
 * // [{ ai: '01', value: '09506000134352' }, { ai: '21', value: 'A1' }]
 */
export function parseEpcUri(uri: string): Result<EpcUri> {
  const [prefix, kind, name] = PREFIX.exec(uri) ?? []
  const isPattern = kind === 'idpat'
  if (kind === 'id' && isForeign(name!)) {
    const read = readForeignFields(name!, uri, prefix!.length)
    if (!read.ok) return read
    return success({ kind, scheme: name!, companyPrefixLength: null, elements: [] })
  }
  const scheme = epcSchemes.find(
    (candidate) =>
      candidate.name === name && (isPattern ? hasPattern(candidate) : candidate.kind === kind),
  )
  if (prefix === undefined || scheme === undefined) return epc('EPC_UNKNOWN_SCHEME', 0, uri.length)
  const fields = readFields(scheme, uri, prefix.length, isPattern)
  if (!fields.ok) return fields
  return success({
    kind: kind as EpcUri['kind'],
    scheme: scheme.name,
    companyPrefixLength: fields.value.companyPrefix.length,
    elements: elementsOf(scheme, fields.value),
  })
}

/**
 * Digits of the GS1 Company Prefix: the number itself, or a function that finds it for a key that
 * begins with the prefix. Elements do not tell where the prefix ends.
 */
export type CompanyPrefixLength = number | ((key: string) => number | undefined)

export interface EpcOptions {
  readonly companyPrefixLength: CompanyPrefixLength
}

/** The part of a key's value that begins with the company prefix, and what belongs elsewhere. */
function unpack(scheme: EpcScheme, value: string): { body: string; first: string; rest: string } {
  const { form, prefix, length } = scheme
  if (form === 'plain') return { body: value, first: '', rest: '' }
  const end = prefix.length + length
  const rest = value.slice(end + 1)
  return form === 'rotated'
    ? { body: value.slice(1, end), first: value.slice(0, 1), rest }
    : { body: value.slice(prefix.length, end), first: '', rest }
}

function companyDigits(
  body: string,
  { companyPrefixLength }: EpcOptions,
  ai: string,
): Result<number> {
  const length =
    typeof companyPrefixLength === 'number' ? companyPrefixLength : companyPrefixLength(body)
  if (length === undefined) return epc('EPC_COMPANY_PREFIX_UNKNOWN', 0, 0, ai)
  const isPossible = length >= COMPANY_PREFIX_MIN && length <= COMPANY_PREFIX_MAX
  if (!isPossible || csetnumeric(body.slice(0, length)) !== null || length > body.length) {
    return epc('EPC_COMPANY_PREFIX_LENGTH', 0, 0, ai)
  }
  return success(length)
}

interface Choice {
  readonly scheme: EpcScheme
  readonly value: string
  /** The serial part that has its own identifier. */
  readonly serial: string | undefined
}

/** The scheme for elements: the one whose serial part is there, else the first for the key. */
function choose(elements: readonly Gs1Element[]): Choice | undefined {
  const values = new Map(elements.map(({ ai, value }) => [ai, value]))
  const key = elements.find(({ ai }) => epcSchemes.some((scheme) => scheme.ai === ai))
  if (key === undefined) return undefined
  const candidates = epcSchemes.filter(({ ai }) => ai === key.ai)
  const scheme = candidates.find(({ serial }) => values.has(serial?.ai ?? '')) ?? candidates[0]!
  return { scheme, value: key.value, serial: values.get(scheme.serial?.ai ?? '') }
}

/** The fields that elements have in the EPC scheme that fits them. */
function fieldsOf(
  elements: readonly Gs1Element[],
  options: EpcOptions,
): Result<{ readonly scheme: EpcScheme; readonly fields: EpcFields }> {
  const choice = choose(elements)
  if (choice === undefined) return epc('EPC_NO_SCHEME_FOR_ELEMENTS', 0)
  const { scheme, value } = choice
  const { ai } = scheme
  const { body, first, rest } = unpack(scheme, value)
  const isWhole = scheme.form === 'plain' || value.length > scheme.prefix.length + scheme.length
  if (!isWhole || !value.startsWith(scheme.prefix)) return epc('KEY_HAS_WRONG_LENGTH', 0, 0, ai)
  const digits = companyDigits(body, options, ai)
  if (!digits.ok) return digits
  const companyPrefix = body.slice(0, digits.value)
  const reference = first + body.slice(digits.value)
  if (scheme.form === 'plain' && reference === '') return epc('EPC_FIELD_LENGTH', 0, 0, ai)
  const appended = scheme.serial?.ai === null && rest !== '' ? rest : undefined
  const serial = choice.serial ?? appended ?? scheme.serial?.absent ?? null
  const pieces = scheme.hasPieces ? rest : ''
  return success({ scheme, fields: { companyPrefix, reference, pieces, serial } })
}

/** The fields as they stand in a URI, without the serial. */
export function classFields(fields: EpcFields): string[] {
  const pieces = fields.pieces === '' ? [] : [fields.pieces.slice(0, 2), fields.pieces.slice(2)]
  return [fields.companyPrefix, escapeEpc(fields.reference), ...pieces]
}

/**
 * Writes the EPC URI of elements: of one thing when there is a serial part, of a lot, or the
 * pattern of all instances of the class. The check digit is no part of an EPC and is not looked at.
 *
 * @example
 * const elements = [{ ai: '01', value: '09506000134352' }, { ai: '21', value: 'A/1' }]
 * writeEpcUri(elements, { companyPrefixLength: 7 })
 * // { ok: true, value: 'urn:epc:id:sgtin:9506000.013435.A%2F1' }
 */
export function writeEpcUri(elements: readonly Gs1Element[], options: EpcOptions): Result<string> {
  const found = fieldsOf(elements, options)
  if (!found.ok) return found
  const { scheme, fields } = found.value
  const isPattern = scheme.serial !== null && fields.serial === null
  if (isPattern && !hasPattern(scheme)) return epc('EPC_SERIAL_REQUIRED', 0, 0, scheme.ai)
  const kind = isPattern ? 'idpat' : scheme.kind
  const serial = scheme.serial === null ? [] : [isPattern ? '*' : escapeEpc(fields.serial!)]
  return success(`urn:epc:${kind}:${scheme.name}:${[...classFields(fields), ...serial].join('.')}`)
}

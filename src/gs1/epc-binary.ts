/** EPCs as they stand in the memory of RFID tags, in hexadecimal. */

import type { Said } from '../i18n/clause.ts'
import type { Gs1Element } from './element.ts'
import {
  FILTER_BITS,
  HEADER_BITS,
  PARTITION_BITS,
  PIECE_BITS,
  binarySchemes,
  companyBits,
} from './epc-binary-schemes.ts'
import type { BinaryScheme, BitField } from './epc-binary-schemes.ts'
import {
  bitReader,
  bitsOf,
  fieldBits,
  fieldValue,
  paddedNumber,
  readSixBitText,
  sixBitText,
} from './epc-bits.ts'
import type { BitReader } from './epc-bits.ts'
import { decodeForeign, encodeForeign } from './epc-foreign-tag.ts'
import { decodePlus } from './epc-plus.ts'
import { COMPANY_PREFIX_MAX, epcSchemes } from './epc-schemes.ts'
import type { EpcScheme } from './epc-schemes.ts'
import { escapeEpc } from './epc-text.ts'
import { classFields, elementsOf, readFields } from './epc-uri.ts'
import type { EpcFields } from './epc-uri.ts'
import { failure, success } from './problem.ts'
import type { Failure, ProblemCode, Result } from './problem.ts'

/** What a tag says. */
export interface EpcTag {
  /** `sgtin-96`, `sgtin-198`, … */
  readonly scheme: string
  /** What kind of thing carries the tag, 0 to 7; the meaning depends on the key. */
  readonly filter: number
  /** `urn:epc:tag:sgtin-96:3.9506000.013435.1`; null for SGTIN+ and its like, which have none. */
  readonly tagUri: string | null
  /** `urn:epc:id:sgtin:9506000.013435.1`; null where the tag does not hold the company prefix. */
  readonly epcUri: string | null
  readonly companyPrefixLength: number | null
  /** None for the schemes of other organisations. */
  readonly elements: readonly Gs1Element[]
}

export interface EncodeOptions {
  /** Default 0, all others. 1 is a point of sale item of an SGTIN, 2 a full case of any key. */
  readonly filter?: number
  /** Which scheme of the key to use. Default: the shortest that holds the serial. */
  readonly scheme?: string
  /** Fill with zeros to whole words of 16 bits, as tag memory is written. */
  readonly fillWords?: boolean
}

function refused(code: ProblemCode, position = 0, length = 0, detail?: Said): Failure {
  const where = { code, rule: 'epc', position, length }
  return failure(detail === undefined ? where : { ...where, detail })
}

function referenceField({ reference, keyBits }: BinaryScheme, companyLength: number): BitField {
  const bits = keyBits - companyBits[companyLength]!
  return { kind: reference === 'text' ? 'text' : 'integer', bits }
}

/** A reference of known length is stored as a number: its zeros come back from the length. */
function referenceBits(
  scheme: BinaryScheme,
  { companyPrefix, reference }: EpcFields,
): string | null {
  if (scheme.reference === 'sixBit') return sixBitText(reference)
  const field = referenceField(scheme, companyPrefix.length)
  if (scheme.reference !== 'fixed') return fieldBits(field, reference)
  return bitsOf(BigInt(`0${reference}`), field.bits)
}

function piecesBits(pieces: string): string {
  const parts = pieces === '' ? [] : [pieces.slice(0, 2), pieces.slice(2)]
  return parts.map((part) => bitsOf(BigInt(part), PIECE_BITS)!).join('')
}

/** Header, filter, partition, key and serial; null when a value does not fit. */
function encodeFields(scheme: BinaryScheme, filter: number, fields: EpcFields): string | null {
  const { companyPrefix, pieces, serial } = fields
  const width = companyBits[companyPrefix.length]!
  const parts = [
    bitsOf(BigInt(scheme.header), HEADER_BITS),
    bitsOf(BigInt(filter), FILTER_BITS),
    bitsOf(BigInt(COMPANY_PREFIX_MAX - companyPrefix.length), PARTITION_BITS),
    bitsOf(BigInt(companyPrefix), width),
    referenceBits(scheme, fields),
    piecesBits(pieces),
    fieldBits(scheme.serial, serial),
  ]
  return parts.includes(null) ? null : parts.join('')
}

/** Tag memory is written in words of 16 bits. */
const WORD_BITS = 16
const DIGIT_BITS = 4

function toHex(bits: string, fillWords: boolean): string {
  const unit = fillWords ? WORD_BITS : DIGIT_BITS
  const width = Math.ceil(bits.length / unit) * unit
  const number = BigInt(`0b${bits.padEnd(width, '0')}`)
  return number
    .toString(16)
    .toUpperCase()
    .padStart(width / DIGIT_BITS, '0')
}

const PURE = /^urn:epc:id:([a-z]+):/
const TAG = /^urn:epc:tag:(([a-z]+)-(?:\d+|var)):([^.]*)\./

interface Wanted {
  readonly scheme: EpcScheme
  readonly start: number
  readonly binaryName: string | undefined
  readonly filter: number
}

/** What a URI asks to be encoded: a tag URI says the scheme and the filter itself. */
function readWanted(uri: string, options: EncodeOptions): Result<Wanted> {
  const [tagPrefix, tagScheme, tagName, tagFilter = ''] = TAG.exec(uri) ?? []
  const [purePrefix, pureName] = PURE.exec(uri) ?? []
  const scheme = epcSchemes.find(
    ({ kind, name }) => kind === 'id' && name === (tagName ?? pureName),
  )
  if (scheme === undefined) return refused('EPC_UNKNOWN_SCHEME', 0, uri.length)
  const start = (tagPrefix ?? purePrefix ?? '').length
  const filter = tagPrefix === undefined ? (options.filter ?? 0) : Number(tagFilter || Number.NaN)
  if (!Number.isInteger(filter) || filter < 0 || filter > 7) return refused('EPC_FILTER')
  return success({ scheme, start, binaryName: tagScheme ?? options.scheme, filter })
}

/**
 * The tag memory for an EPC URI (`urn:epc:id:…`) or an EPC tag URI (`urn:epc:tag:…`).
 *
 * @example
 * encodeEpc('urn:epc:id:sgtin:0614141.812345.6789', { filter: 3 })
 * // { ok: true, value: '3074257BF7194E4000001A85' }
 * encodeEpc('urn:epc:tag:sgtin-198:3.0614141.712345.32a%2Fb')
 * // { ok: true, value: '3674257BF6B7A659B2C2BF1000000000000000000000000000' }
 */
export function encodeEpc(uri: string, options: EncodeOptions = {}): Result<string> {
  const foreign = encodeForeign(uri, options.filter ?? 0)
  if (foreign !== null) return success(toHex(foreign, options.fillWords === true))
  const wanted = readWanted(uri, options)
  if (!wanted.ok) return wanted
  const { scheme, start, binaryName, filter } = wanted.value
  const fields = readFields(scheme, uri, start, false)
  if (!fields.ok) return fields
  const candidates = binarySchemes.filter(
    (binary) =>
      binary.scheme === scheme.name && (binaryName === undefined || binary.name === binaryName),
  )
  if (candidates.length === 0) return refused('EPC_HEX_UNKNOWN_HEADER', 0, 0, binaryName)
  for (const binary of candidates) {
    const bits = encodeFields(binary, filter, fields.value)
    if (bits !== null) return success(toHex(bits, options.fillWords === true))
  }
  return refused('EPC_VALUE_TOO_LARGE', start, uri.length - start, candidates.at(-1)!.name)
}

function decodeReference(
  binary: BinaryScheme,
  scheme: EpcScheme,
  companyLength: number,
  bits: BitReader,
): string | null {
  if (binary.reference === 'sixBit') return readSixBitText(bits)
  const field = referenceField(binary, companyLength)
  const stored = bits.take(field.bits)
  return binary.reference === 'fixed'
    ? paddedNumber(stored, scheme.length - companyLength)
    : fieldValue(field, stored)
}

/** The fields after the filter, or null when the bits stand for none. */
function decodeFields(binary: BinaryScheme, scheme: EpcScheme, bits: BitReader): EpcFields | null {
  const companyLength = COMPANY_PREFIX_MAX - bits.number(PARTITION_BITS)
  const width = companyBits[companyLength]
  if (width === undefined) return null
  const companyPrefix = paddedNumber(bits.take(width), companyLength)
  const reference = decodeReference(binary, scheme, companyLength, bits)
  const piece = (): string | null => paddedNumber(bits.take(PIECE_BITS), 2)
  const pieces = scheme.hasPieces ? [piece(), piece()] : []
  const serialBits = bits.take(binary.serial.bits)
  const isReserved = binary.serial.kind === 'reserved'
  const serial = isReserved ? null : fieldValue(binary.serial, serialBits)
  const isWrong = isReserved ? serialBits.includes('1') : serial === null
  if (companyPrefix === null || reference === null || pieces.includes(null) || isWrong) return null
  return { companyPrefix, reference, pieces: pieces.join(''), serial }
}

/**
 * Reads the EPC memory of a tag. Zeros that fill the last words are accepted.
 *
 * @example
 * const read = decodeEpc('3074257BF7194E4000001A85')
 * read.ok && read.value.epcUri // 'urn:epc:id:sgtin:0614141.812345.6789'
 * read.ok && read.value.filter // 3
 */
export function decodeEpc(hex: string): Result<EpcTag> {
  if (!/^[0-9A-Fa-f]{2,}$/.test(hex)) return refused('EPC_HEX_MALFORMED', 0, hex.length)
  const width = hex.length * DIGIT_BITS
  const allBits = BigInt(`0x${hex}`).toString(2).padStart(width, '0')
  const foreign = decodeForeign(allBits)
  if (foreign !== null) return success({ ...foreign, companyPrefixLength: null, elements: [] })
  const plus = decodePlus(hex, allBits)
  if (plus !== null) {
    return plus.ok
      ? success({ ...plus.value, tagUri: null, epcUri: null, companyPrefixLength: null })
      : plus
  }
  const bits = bitReader(allBits)
  const header = bits.number(HEADER_BITS)
  const binary = binarySchemes.find((candidate) => candidate.header === header)
  if (binary === undefined) return refused('EPC_HEX_UNKNOWN_HEADER', 0, 2)
  const scheme = epcSchemes.find(({ kind, name }) => kind === 'id' && name === binary.scheme)!
  const filter = bits.number(FILTER_BITS)
  const fields = decodeFields(binary, scheme, bits)
  if (bits.left() < 0) return refused('EPC_HEX_TOO_SHORT', hex.length)
  if (fields === null) return refused('EPC_HEX_BAD_PARTITION', 2, hex.length - 2)
  if (bits.rest().includes('1')) {
    const position = hex.length - Math.ceil(bits.left() / DIGIT_BITS)
    return refused('EPC_HEX_BAD_PADDING', position, hex.length - position)
  }
  const serial = fields.serial === null ? [] : [escapeEpc(fields.serial)]
  const body = [...classFields(fields), ...serial].join('.')
  const prefix = `urn:epc:id:${scheme.name}:`
  const checked = readFields(scheme, prefix + body, prefix.length, false)
  if (!checked.ok) return refused('EPC_HEX_BAD_PARTITION', 2, hex.length - 2, checked.error.said)
  return success({
    scheme: binary.name,
    filter,
    tagUri: `urn:epc:tag:${binary.name}:${filter}.${body}`,
    epcUri: prefix + body,
    companyPrefixLength: fields.companyPrefix.length,
    elements: elementsOf(scheme, fields),
  })
}

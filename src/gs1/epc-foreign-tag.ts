/** Tags of the schemes of other organisations: GID-96, USDOD-96 and ADI-var. */

import { bitReader, bitsOf, readSixBitText, sixBitText } from './epc-bits.ts'
import type { BitReader } from './epc-bits.ts'
import { readForeignFields } from './epc-foreign.ts'
import { escapeEpc } from './epc-text.ts'

const BYTE_BITS = 8
const CODE_LENGTH = 6
const SIX_BITS = 6

interface ForeignTag {
  readonly scheme: string
  readonly header: number
  /** Bits of the filter; 0 where there is none. */
  readonly filterBits: number
  /** The bits after the filter; null when a value does not fit. */
  readonly encode: (fields: readonly string[]) => (string | null)[]
  readonly decode: (bits: BitReader) => string[]
}

/** A contractor's code of five characters is filled with a space in front. */
const filled = (code: string): string => code.padStart(CODE_LENGTH, ' ')

/** Six bits a character, without the six zeros that end a text. */
const sixBits = (text: string): string => sixBitText(text).slice(0, -SIX_BITS)

const integer = (bits: BitReader, width: number): string =>
  BigInt(`0b0${bits.take(width)}`).toString()

const readBytes = (bits: BitReader): string =>
  Array.from({ length: CODE_LENGTH }, () => String.fromCharCode(bits.number(BYTE_BITS))).join('')

function readSixBits(bits: BitReader, length: number): string {
  const fixed = bits.take(length * SIX_BITS) + '0'.repeat(SIX_BITS)
  return readSixBitText(bitReader(fixed))
}

const foreignTags: Readonly<Record<string, ForeignTag>> = {
  'gid-96': {
    scheme: 'gid',
    header: 0x35,
    filterBits: 0,
    encode: ([manager, item, serial]) => [
      bitsOf(BigInt(manager!), 28),
      bitsOf(BigInt(item!), 24),
      bitsOf(BigInt(serial!), 36),
    ],
    decode: (bits) => [28, 24, 36].map((width) => integer(bits, width)),
  },
  'usdod-96': {
    scheme: 'usdod',
    header: 0x2f,
    filterBits: 4,
    encode: ([code, serial]) => [
      ...[...filled(code!)].map((letter) => bitsOf(BigInt(letter.charCodeAt(0)), BYTE_BITS)),
      bitsOf(BigInt(serial!), 36),
    ],
    decode: (bits) => [readBytes(bits).trimStart(), integer(bits, 36)],
  },
  'adi-var': {
    scheme: 'adi',
    header: 0x3b,
    filterBits: 6,
    encode: ([code, part, serial]) => [
      sixBits(filled(code!)),
      sixBitText(part!),
      sixBitText(serial!),
    ],
    decode: (bits) => [
      readSixBits(bits, CODE_LENGTH).trimStart(),
      readSixBitText(bits),
      readSixBitText(bits),
    ],
  },
}

/** What such a tag says. */
export interface ForeignReading {
  readonly scheme: string
  readonly filter: number
  readonly tagUri: string
  readonly epcUri: string
}

/** Reads the bits of a tag, its header included; null when they stand for none of these. */
export function decodeForeign(allBits: string): ForeignReading | null {
  const bits = bitReader(allBits)
  const header = bits.number(BYTE_BITS)
  const found = Object.entries(foreignTags).find(([, tag]) => tag.header === header)
  if (found === undefined) return null
  const [name, tag] = found
  const filter = tag.filterBits === 0 ? null : bits.number(tag.filterBits)
  const body = tag.decode(bits).map(escapeEpc).join('.')
  if (bits.left() < 0 || bits.rest().includes('1')) return null
  const prefix = `urn:epc:id:${tag.scheme}:`
  if (!readForeignFields(tag.scheme, prefix + body, prefix.length).ok) return null
  const tagUri = `urn:epc:tag:${name}:${filter === null ? '' : `${filter}.`}${body}`
  return { scheme: name, filter: filter ?? 0, tagUri, epcUri: prefix + body }
}

const PURE = /^urn:epc:id:([a-z]+):/
const TAG = /^urn:epc:tag:([a-z]+-(?:96|var)):/

/** The bits for a URI of these schemes; null when it is none, or does not fit. */
export function encodeForeign(uri: string, wantedFilter: number): string | null {
  const [tagPrefix, tagName] = TAG.exec(uri) ?? []
  const [purePrefix, scheme] = PURE.exec(uri) ?? []
  const name =
    tagName ?? Object.keys(foreignTags).find((key) => foreignTags[key]!.scheme === scheme)
  const tag = name === undefined ? undefined : foreignTags[name]
  if (tag === undefined) return null
  let start = (tagPrefix ?? purePrefix)!.length
  let filter = wantedFilter
  if (tagPrefix !== undefined && tag.filterBits > 0) {
    const [whole, digits] = /^(\d{1,2})\./.exec(uri.slice(start)) ?? ['', '']
    if (whole === '') return null
    filter = Number(digits)
    start += whole.length
  }
  const fields = readForeignFields(tag.scheme, uri, start)
  if (!fields.ok) return null
  const filterBits = tag.filterBits === 0 ? '' : bitsOf(BigInt(filter), tag.filterBits)
  const parts = [bitsOf(BigInt(tag.header), BYTE_BITS), filterBits, ...tag.encode(fields.value)]
  return parts.includes(null) ? null : parts.join('')
}

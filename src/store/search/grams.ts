import { foldIdentifier } from '../../domain/identifier.ts'
import { chunkSize, setBit, type Bits } from './bits.ts'

/**
 * Numbers by their parts: every three characters that follow one another in a folded number, its
 * ends marked. The units that have all grams of a part that is searched for are few enough to be
 * looked at one by one. A part of two characters is a stem: it stands for all grams that begin with
 * it, of which one is there wherever the part is, for an end mark can follow it.
 */
const gramLength = 3
const startMark = '\u0002'
const endMark = '\u0003'

/** Chunks whose units stand together in one row of a gram. */
const chunksPerSegment = 16
const segmentSize = chunkSize * chunksPerSegment

export const segmentOf = (unit: number): number => Math.floor(unit / segmentSize)
export const segmentOfChunk = (chunk: number): number => Math.floor(chunk / chunksPerSegment)
export const placeInSegment = (unit: number): number => unit % segmentSize

// Characters beyond the basic plane take two places in a string.
const charactersOf = (text: string): string[] | null =>
  /[\ud800-\udfff]/.test(text) ? [...text] : null

const lengthOf = (text: string): number => (charactersOf(text) ?? text).length

/** Whether a text stands for the grams that begin with it. */
export const isStem = (gram: string): boolean => lengthOf(gram) < gramLength

function gramsWithin(text: string): string[] {
  const characters = charactersOf(text)
  const count = (characters ?? text).length - gramLength + 1
  return Array.from({ length: Math.max(count, 0) }, (_, at) =>
    characters ? characters.slice(at, at + gramLength).join('') : text.slice(at, at + gramLength),
  )
}

/** The grams of a folded number. */
export const gramsOf = (folded: string): string[] => gramsWithin(startMark + folded + endMark)

/** The case-folded form of a part of a number: spaces at its ends are meant. */
export const foldPart = (text: string): string => text.normalize('NFC').toUpperCase()

/** The grams of a part of a number, or itself as a stem; none if it is too short for either. */
function gramsOfPart(part: string): string[] {
  if (lengthOf(part) === gramLength - 1 && !part.endsWith(endMark)) return [part]
  return gramsWithin(part)
}

/** The grams that a number with the text anywhere in it must have; none for one character. */
export const gramsAnywhere = (text: string): string[] => gramsOfPart(foldIdentifier(text))

/** The grams that a number fitting the segments, with anything between them, must have. */
export const gramsOfPattern = (segments: readonly string[]): string[] =>
  segments.flatMap((segment, index) => {
    const start = index === 0 ? startMark : ''
    const end = index === segments.length - 1 ? endMark : ''
    return gramsOfPart(start + foldPart(segment) + end)
  })

/** From this many units on, a bit for each unit of the segment takes less room than a list. */
const listedMax = segmentSize / 16

/** The units of a segment that have a gram, as it is kept: a rising list, or a bit for each. */
export function encodePlaces(places: Uint16Array<ArrayBuffer>): Buffer {
  if (places.length < listedMax) return Buffer.from(places.buffer, 0, places.byteLength)
  const bits = new Uint32Array(segmentSize / 32)
  for (const place of places) bits[place >>> 5]! |= 1 << (place & 31)
  return Buffer.from(bits.buffer)
}

/** The inverse of {@link encodePlaces}. */
export function decodePlaces(data: Uint8Array): Uint16Array<ArrayBuffer> {
  const { buffer } = new Uint8Array(data)
  if (buffer.byteLength < listedMax * 2) return new Uint16Array(buffer)
  const places: number[] = []
  new Uint32Array(buffer).forEach((word, index) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      places.push(index * 32 + 31 - Math.clz32(rest & -rest))
    }
  })
  return Uint16Array.from(places)
}

/** The units of a segment that have a gram, a bit for each. */
export function bitsOfPlaces(data: Uint8Array): Bits {
  const { buffer } = new Uint8Array(data)
  if (buffer.byteLength >= listedMax * 2) return new Uint32Array(buffer)
  const bits = new Uint32Array(segmentSize / 32)
  for (const place of new Uint16Array(buffer)) setBit(bits, place)
  return bits
}

/** The bits of one chunk out of those of its segment. */
export function bitsOfChunk(segment: Bits, chunk: number): Bits {
  const words = chunkSize / 32
  const first = (chunk % chunksPerSegment) * words
  return segment.subarray(first, first + words)
}

/** Both lists in one, rising, each place once. */
export function mergePlaces(
  one: Uint16Array<ArrayBuffer>,
  other: Uint16Array<ArrayBuffer>,
): Uint16Array<ArrayBuffer> {
  return Uint16Array.from(new Set([...one, ...other])).sort()
}

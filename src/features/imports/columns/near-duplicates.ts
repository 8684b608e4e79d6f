import { foldIdentifier } from '../../../domain/identifier.ts'

/** What a serial has in common with an earlier one of the same item. */
export interface Duplicate {
  readonly kind: 'repeat' | 'look_alike'
  /** The earlier serial, and its line. */
  readonly other: string
  readonly line: number
}

/** Finds serials that stand twice, and pairs that a person cannot tell apart. */
export interface NearDuplicates {
  /**
   * Compares a serial with all earlier ones of its item, and remembers it.
   *
   * @param scope the item; equal serials of two items have nothing in common
   */
  add(scope: string, serial: string, line: number): Duplicate | undefined
  /** False once more serials came than are remembered: what came later was not compared. */
  isComplete(): boolean
}

/** Serials that are remembered: about 20 bytes each, and their text. */
const serialsRememberedMax = 5_000_000

/**
 * The form in which look-alikes are equal: without spaces and hyphens, in capitals, with O as 0
 * and I and L as 1, the pairs that Crockford's alphabet drops. S and 5, B and 8, Z and 2 are kept
 * apart: among 29,072 real drives the first two would call 208 more pairs alike besides 78, and the
 * last 69, all of them different drives.
 */
export function foldLookAlikes(serial: string): string {
  const isBare = /^[0-9A-Z]*$/.test(serial)
  const bare = isBare
    ? serial
    : serial
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[\s\-_]+/g, '')
  return /[OIL]/.test(bare) ? bare.replaceAll('O', '0').replace(/[IL]/g, '1') : bare
}

/**
 * An open-addressing table over records that lie one after another in blocks of bytes: a Map of a
 * million strings is five times as large, and would keep alive the texts they were cut from.
 */
export function createNearDuplicates(most = serialsRememberedMax): NearDuplicates {
  const records = createRecords()
  const scopes = new Map<string, number>()
  /** The place of a record, plus one; 0 where there is none. Half of the slots stay free. */
  let slots = new Uint32Array(2048)
  let count = 0
  let isComplete = true

  function add(scope: string, serial: string, line: number): Duplicate | undefined {
    const scopeNumber = numberOf(scopes, scope)
    const folded = foldLookAlikes(serial)
    const hash = hashOf(folded, scopeNumber)
    const mask = slots.length - 1
    let found: Duplicate | undefined
    let slot = hash & mask
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const place = slots[slot]! - 1
      if (records.hashAt(place) !== hash) continue
      const { text: other, ...earlier } = records.at(place)
      if (earlier.scope !== scopeNumber || foldLookAlikes(other) !== folded) continue
      const there = { other, line: earlier.line }
      if (foldIdentifier(other) === foldIdentifier(serial)) return { kind: 'repeat', ...there }
      found ??= { kind: 'look_alike', ...there }
    }
    if (count === most) {
      isComplete = false
      return found
    }
    slots[slot] = records.add(hash, { scope: scopeNumber, line, text: serial }) + 1
    count += 1
    if (count * 2 === slots.length) slots = spread(slots, records)
    return found
  }
  return { add, isComplete: () => isComplete }
}

function numberOf(scopes: Map<string, number>, scope: string): number {
  const known = scopes.get(scope)
  if (known !== undefined) return known
  scopes.set(scope, scopes.size)
  return scopes.size - 1
}

/** FNV-1a, 32 bits. */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

/** The slots in a table of twice the size. */
function spread(slots: Uint32Array, records: Records): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(slots.length * 2)
  const mask = larger.length - 1
  for (const taken of slots) {
    if (taken === 0) continue
    let slot = records.hashAt(taken - 1) & mask
    while (larger[slot] !== 0) slot = (slot + 1) & mask
    larger[slot] = taken
  }
  return larger
}

/** A serial with its item, as a number, and its line. */
interface Entry {
  readonly scope: number
  readonly line: number
  readonly text: string
}

interface Records {
  /** Gives the place of the record. */
  add(hash: number, entry: Entry): number
  hashAt(place: number): number
  at(place: number): Entry
}

const blockBytes = 1 << 20
const hashBytes = 4
const lengthBytes = 2
/** A number takes a byte for each seven of its 32 bits. */
const numberBytesMax = 5

/** Records one after another: hash, line, scope, length of the text, text; none crosses blocks. */
function createRecords(): Records {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  const blocks: DataView<ArrayBuffer>[] = []
  /** Where reading or writing goes on in its block. */
  let at = 0
  let end = 0

  function writeNumber(block: DataView, value: number): void {
    let left = value
    for (; left > 0x7f; left >>>= 7) block.setUint8(at++, (left & 0x7f) | 0x80)
    block.setUint8(at++, left)
  }

  function readNumber(block: DataView): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = block.getUint8(at++)
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
  }

  const blockOf = (place: number): DataView<ArrayBuffer> => {
    at = place % blockBytes
    return blocks[Math.floor(place / blockBytes)]!
  }

  return {
    add(hash, { scope, line, text }) {
      const textMax = text.length * 3
      const bytesMax = hashBytes + 2 * numberBytesMax + lengthBytes + textMax
      if (blocks.length * blockBytes - end < bytesMax) {
        end = blocks.length * blockBytes
        blocks.push(new DataView(new ArrayBuffer(blockBytes)))
      }
      const place = end
      const block = blockOf(place)
      const start = at
      block.setUint32(at, hash)
      at += hashBytes
      writeNumber(block, line)
      writeNumber(block, scope)
      const room = new Uint8Array(block.buffer, at + lengthBytes, textMax)
      const { written } = encoder.encodeInto(text, room)
      block.setUint16(at, written)
      end += at - start + lengthBytes + written
      return place
    },
    hashAt: (place) => blockOf(place).getUint32(at),
    at(place) {
      const block = blockOf(place + hashBytes)
      const line = readNumber(block)
      const scope = readNumber(block)
      const bytes = new Uint8Array(block.buffer, at + lengthBytes, block.getUint16(at))
      return { line, scope, text: decoder.decode(bytes) }
    },
  }
}

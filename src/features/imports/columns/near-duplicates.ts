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

/** Serials that are remembered: about 40 bytes each, and their text. */
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
 * An open-addressing table over serials that lie one after another in blocks of bytes: a Map of a
 * million strings is five times as large, and would keep alive the texts they were cut from.
 */
export function createNearDuplicates(most = serialsRememberedMax): NearDuplicates {
  const texts = createTexts()
  const scopes = new Map<string, number>()
  let entries = createEntries(1024)
  let count = 0
  let isComplete = true

  function add(scope: string, serial: string, line: number): Duplicate | undefined {
    const scopeNumber = numberOf(scopes, scope)
    const folded = foldLookAlikes(serial)
    const hash = hashOf(folded, scopeNumber)
    const mask = entries.slots.length - 1
    let found: Duplicate | undefined
    let slot = hash & mask
    for (; entries.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const entry = entries.slots[slot]! - 1
      if (entries.hashes[entry] !== hash || entries.scopes[entry] !== scopeNumber) continue
      const other = texts.textAt(entries.places[entry]!)
      if (foldLookAlikes(other) !== folded) continue
      const place = { other, line: entries.lines[entry]! }
      if (foldIdentifier(other) === foldIdentifier(serial)) return { kind: 'repeat', ...place }
      found ??= { kind: 'look_alike', ...place }
    }
    if (count === most) {
      isComplete = false
      return found
    }
    entries.hashes[count] = hash
    entries.scopes[count] = scopeNumber
    entries.lines[count] = line
    entries.places[count] = texts.add(serial)
    entries.slots[slot] = ++count
    if (count === entries.hashes.length) entries = grown(entries, count)
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

/** Entry n has its hash, scope, line and place of its text at n; a slot holds n + 1, or 0. */
interface Entries {
  readonly slots: Uint32Array
  readonly hashes: Uint32Array
  readonly scopes: Uint32Array
  readonly lines: Uint32Array
  readonly places: Uint32Array
}

/** @param size a power of two; half of the slots stay free */
function createEntries(size: number): Entries {
  return {
    slots: new Uint32Array(size * 2),
    hashes: new Uint32Array(size),
    scopes: new Uint32Array(size),
    lines: new Uint32Array(size),
    places: new Uint32Array(size),
  }
}

function grown(entries: Entries, count: number): Entries {
  const larger = createEntries(count * 2)
  larger.hashes.set(entries.hashes)
  larger.scopes.set(entries.scopes)
  larger.lines.set(entries.lines)
  larger.places.set(entries.places)
  const mask = larger.slots.length - 1
  for (let entry = 0; entry < count; entry++) {
    let slot = larger.hashes[entry]! & mask
    while (larger.slots[slot] !== 0) slot = (slot + 1) & mask
    larger.slots[slot] = entry + 1
  }
  return larger
}

const blockBytes = 1 << 20

/** Texts one after another, each behind its length in two bytes; a text does not cross blocks. */
function createTexts() {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  const blocks: Uint8Array[] = []
  let end = 0

  function add(text: string): number {
    const bytesMax = text.length * 3 + 2
    const left = blocks.length * blockBytes - end
    if (left < bytesMax) {
      end = blocks.length * blockBytes
      blocks.push(new Uint8Array(blockBytes))
    }
    const place = end
    const block = blocks[blocks.length - 1]!
    const at = place % blockBytes
    const { written } = encoder.encodeInto(text, block.subarray(at + 2, at + bytesMax))
    block[at] = written & 0xff
    block[at + 1] = written >> 8
    end += written + 2
    return place
  }

  function textAt(place: number): string {
    const block = blocks[Math.floor(place / blockBytes)]!
    const start = place % blockBytes
    const length = block[start]! | (block[start + 1]! << 8)
    return decoder.decode(block.subarray(start + 2, start + 2 + length))
  }
  return { add, textAt }
}

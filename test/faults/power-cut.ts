import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { endianness } from 'node:os'
import type { Random } from './random.ts'

/** What a power cut took from a copy. */
export interface Loss {
  /** Pages at the end of the log that may not have been forced to the disk. */
  readonly frames: number
  /** Pages of the file that a checkpoint was writing. */
  readonly pages: number
}

/**
 * Copies the files of a SQLite store that was killed just now, as a power cut would have left them.
 *
 * A kill leaves all that was written, a power cut only what was forced to the disk. SQLite forces a
 * commit in the log before it publishes it in the shared index, and nobody is answered before that:
 * so whatever lies behind the last published commit may be cut off or come back as garbage. While
 * a checkpoint runs, so may the pages that it copies into the file; the log still has them.
 */
export function copyAfterPowerCut(path: string, copy: string, random: Random): Loss {
  copyFileSync(path, copy)
  if (!existsSync(`${path}-wal`)) return { frames: 0, pages: 0 }
  const log = readFileSync(`${path}-wal`)
  const index = existsSync(`${path}-shm`) ? readIndex(readFileSync(`${path}-shm`)) : undefined
  // A log that is begun anew has other salts than the index until its first bytes are written.
  if (!index?.salts.equals(log.subarray(16, 24))) {
    writeFileSync(`${copy}-wal`, log)
    return { frames: 0, pages: 0 }
  }
  const frameBytes = frameHeaderBytes + index.pageBytes
  const forced = headerBytes + index.published * frameBytes
  const frames = countFrames(log, forced, index)
  const written = log.subarray(0, forced + frames * frameBytes)
  const pages = pagesUnderWay(log, index)
  garble(copy, pages, index.pageBytes, random)
  writeFileSync(`${copy}-wal`, tear(written, forced, random))
  return { frames, pages: pages.length }
}

// Sizes and places as in "WAL-mode File Format", https://www.sqlite.org/walformat.html
const headerBytes = 32
const frameHeaderBytes = 24
const blockBytes = 512

interface Index {
  readonly salts: Buffer
  readonly pageBytes: number
  /** Frames of the log up to the last published commit. */
  readonly published: number
  /** Frames that a finished checkpoint has copied, and those that one set out to copy. */
  readonly copied: number
  readonly copying: number
}

function readIndex(shared: Buffer): Index | undefined {
  if (shared.length < 136 || shared[12] !== 1) return undefined
  const read = endianness() === 'LE' ? 'readUInt32LE' : 'readUInt32BE'
  const pageBytes = endianness() === 'LE' ? shared.readUInt16LE(14) : shared.readUInt16BE(14)
  return {
    salts: shared.subarray(32, 40),
    pageBytes,
    published: shared[read](16),
    copied: shared[read](96),
    copying: shared[read](128),
  }
}

/** How many frames of this log follow; behind them may be what is left of the log before. */
function countFrames(log: Buffer, start: number, { salts, pageBytes }: Index): number {
  let frames = 0
  let at = start
  while (salts.equals(log.subarray(at + 8, at + 16))) {
    frames += 1
    at += frameHeaderBytes + pageBytes
  }
  return frames
}

/** Cuts the log off somewhere behind what was forced, or spoils blocks there. */
function tear(log: Buffer, forced: number, random: Random): Buffer {
  const kept = forced + random.below(log.length - forced + 1)
  if (random.chance(0.5)) return log.subarray(0, kept)
  const torn = Buffer.from(log)
  for (let at = kept; at < torn.length; at += blockBytes) {
    const end = Math.min(at + blockBytes, torn.length)
    if (random.chance(0.5)) torn.fill(random.below(256), at, end)
  }
  return torn
}

function pagesUnderWay(log: Buffer, { copied, copying, pageBytes, published }: Index): number[] {
  const pages = new Set<number>()
  for (let frame = copied; frame < Math.min(copying, published); frame += 1) {
    pages.add(log.readUInt32BE(headerBytes + frame * (frameHeaderBytes + pageBytes)))
  }
  // The first block of page 1 is the same before and after.
  return [...pages].filter((page) => page !== 1)
}

/** Spoils blocks of pages in a file; those behind its end are not there at all. */
function garble(path: string, pages: readonly number[], pageBytes: number, random: Random): void {
  const { size } = statSync(path)
  const file = openSync(path, 'r+')
  for (const page of pages) {
    const end = Math.min(page * pageBytes, size)
    for (let at = (page - 1) * pageBytes; at < end; at += blockBytes) {
      const block = Buffer.alloc(blockBytes, random.below(256))
      if (random.chance(0.5)) writeSync(file, block, 0, blockBytes, at)
    }
  }
  closeSync(file)
}

import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { FileHandle } from 'node:fs/promises'
import {
  zipDirectoryBytesMax,
  zipEntriesMax,
  zipRatioFreeBytes,
  zipRatioMax,
  zipUnpackedBytesMax,
} from '../limits.ts'
import { FileError, refuseFile } from '../problem.ts'

/** One part of an archive, as its directory describes it. */
export interface ArchivePart {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly headerOffset: number
}

/** A ZIP archive whose directory was found harmless. Nothing of it is unpacked yet. */
export interface Archive {
  readonly handle: FileHandle
  readonly parts: ReadonlyMap<string, ArchivePart>
}

// Record signatures and layout: PKWARE APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
const endSignature = 0x06054b50
const endBytes = 22
const commentBytesMax = 0xffff
const directorySignature = 0x02014b50
const directoryEntryBytes = 46
const localSignature = 0x04034b50
const localHeaderBytes = 30
const stored = 0
const deflated = 8
const encryptedFlag = 1
const sizeElsewhere = 0xffffffff
const zip64Field = 1

const chunkBytes = 64 * 1024

const broken = (reason: string): never => refuseFile('workbook_broken', {}, { reason })

/**
 * Reads the directory of an archive and judges it before anything is unpacked: how many parts, how
 * large they say they are, and how many times their packed size that is.
 *
 * @throws FileError `workbook_broken`, `workbook_encrypted`, `workbook_too_many_parts`,
 * `workbook_too_large`, `workbook_bomb`
 */
export async function openArchive(handle: FileHandle, size: number): Promise<Archive> {
  const end = await readEnd(handle, size)
  if (end.entries > zipEntriesMax) refuseFile('workbook_too_many_parts')
  if (end.bytes > zipDirectoryBytesMax) refuseFile('workbook_too_many_parts')
  const directory = await readAt(handle, end.offset, end.bytes)
  const parts = new Map<string, ArchivePart>()
  let unpacked = 0
  let at = 0
  for (let entry = 0; entry < end.entries; entry++) {
    const { part, next } = readEntry(directory, at)
    if (parts.has(part.name)) broken(`the part ${part.name} stands twice`)
    parts.set(part.name, part)
    unpacked += part.unpackedBytes
    judgeRatio(part)
    at = next
  }
  if (unpacked > zipUnpackedBytesMax) refuseFile('workbook_too_large')
  return { handle, parts }
}

function judgeRatio({ packedBytes, unpackedBytes }: ArchivePart): void {
  if (unpackedBytes <= zipRatioFreeBytes) return
  const ratio = Math.round(unpackedBytes / Math.max(packedBytes, 1))
  if (ratio > zipRatioMax) refuseFile('workbook_bomb', {}, { ratio })
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(length), position })
  if (bytesRead < length) broken('it is cut short')
  return buffer
}

async function readEnd(handle: FileHandle, size: number) {
  const tailBytes = Math.min(size, endBytes + commentBytesMax)
  const tail = await readAt(handle, size - tailBytes, tailBytes)
  for (let at = tailBytes - endBytes; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue
    return {
      entries: tail.readUInt16LE(at + 10),
      bytes: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    }
  }
  return broken('its directory is missing; the file may be cut short')
}

function readEntry(directory: Buffer, at: number): { part: ArchivePart; next: number } {
  const isWhole = at + directoryEntryBytes <= directory.length
  if (!isWhole || directory.readUInt32LE(at) !== directorySignature) {
    return broken('its directory cannot be read')
  }
  const flags = directory.readUInt16LE(at + 8)
  if ((flags & encryptedFlag) !== 0) refuseFile('workbook_encrypted')
  const nameEnd = at + directoryEntryBytes + directory.readUInt16LE(at + 28)
  const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
  const next = extraEnd + directory.readUInt16LE(at + 32)
  if (next > directory.length) broken('its directory cannot be read')
  const sizes = wideSizes(directory.subarray(nameEnd, extraEnd), [
    directory.readUInt32LE(at + 24),
    directory.readUInt32LE(at + 20),
    directory.readUInt32LE(at + 42),
  ])
  const part = {
    name: directory.toString('utf8', at + directoryEntryBytes, nameEnd),
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    unpackedBytes: sizes[0]!,
    packedBytes: sizes[1]!,
    headerOffset: sizes[2]!,
  }
  return { part, next }
}

/** Some writers always put sizes of eight bytes into an extra field, small as the part may be. */
function wideSizes(extra: Buffer, sizes: readonly number[]): number[] {
  if (!sizes.includes(sizeElsewhere)) return [...sizes]
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== zip64Field) continue
    let from = at + 4
    return sizes.map((size) => {
      if (size !== sizeElsewhere) return size
      if (from + 8 > extra.length) return broken('its directory cannot be read')
      const wide = Number(extra.readBigUInt64LE(from))
      from += 8
      return wide
    })
  }
  return broken('its directory cannot be read')
}

/**
 * Unpacks one part as a stream, and stops where it turns out longer than the directory said.
 *
 * @param onRead is told of each packed byte count that was read
 * @throws FileError `workbook_broken`
 */
export async function* partChunks(
  archive: Archive,
  part: ArchivePart,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const header = await readAt(archive.handle, part.headerOffset, localHeaderBytes)
  if (header.readUInt32LE(0) !== localSignature) broken(`the part ${part.name} is missing`)
  const start =
    part.headerOffset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28)
  let unpacked = 0
  let crc = 0
  try {
    for await (const chunk of unpack(packedChunks(archive.handle, start, part, onRead), part)) {
      unpacked += chunk.length
      if (unpacked > part.unpackedBytes) broken(`the part ${part.name} is larger than it says`)
      crc = crc32(chunk, crc)
      yield chunk
    }
  } catch (error) {
    if (error instanceof FileError) throw error
    broken(`the part ${part.name} cannot be unpacked`)
  }
  const isWhole = unpacked === part.unpackedBytes && crc === part.crc
  if (!isWhole) broken(`the part ${part.name} has changed since it was written`)
}

function unpack(packed: AsyncGenerator<Buffer>, part: ArchivePart): AsyncIterable<Buffer> {
  if (part.method === stored) return packed
  if (part.method !== deflated) return broken(`the part ${part.name} is packed in an unusual way`)
  // An error on either side comes out where the unpacked bytes are read.
  return pipeline(packed, createInflateRaw({ chunkSize: chunkBytes }), () => {})
}

async function* packedChunks(
  handle: FileHandle,
  start: number,
  part: ArchivePart,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for (let at = 0; at < part.packedBytes; at += chunkBytes) {
    const length = Math.min(chunkBytes, part.packedBytes - at)
    const chunk = await readAt(handle, start + at, length)
    onRead?.(length)
    yield chunk
  }
}

/**
 * Unpacks a small part into memory.
 *
 * @param bytesMax most bytes that are accepted
 * @returns undefined when there is no such part
 */
export async function partText(
  archive: Archive,
  name: string,
  bytesMax: number,
): Promise<string | undefined> {
  const part = archive.parts.get(name)
  if (part === undefined) return undefined
  if (part.unpackedBytes > bytesMax) broken(`the part ${name} is too large`)
  const chunks: Buffer[] = []
  for await (const chunk of partChunks(archive, part)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

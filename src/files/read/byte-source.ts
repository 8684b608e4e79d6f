import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { fileBytesMax, headBytes } from './limits.ts'
import { FileError, refuseFile } from './problem.ts'

/** Small chunks keep the heap small: a larger one gains no speed. */
const chunkBytes = 64 * 1024

/** The bytes of a file: its start for a look at it, all of it as a stream, or at any place. */
export interface ByteSource {
  /** The first bytes of the file; all of it when it is short. */
  readonly head: Buffer
  /** Length of the file; undefined while a stream has not ended. */
  bytesTotal(): number | undefined
  /** Bytes that were handed out by `chunks` so far. */
  bytesRead(): number
  /** The whole file from its start, once. */
  chunks(): AsyncGenerator<Buffer>
  /** The file for reading at any place; a stream is first written to a temporary file. */
  file(): Promise<{ handle: FileHandle; size: number }>
  /** Lets go of files and streams. */
  close(): Promise<void>
}

/**
 * Opens a file by its path, or takes a stream.
 *
 * @throws FileError `file_unreadable`, `file_too_large`
 */
export function openByteSource(input: string | Readable): Promise<ByteSource> {
  return typeof input === 'string' ? fromPath(input) : fromStream(input)
}

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileError) throw error
    return refuseFile('file_unreadable', {}, { reason: (error as Error).message })
  }
}

async function fromPath(path: string): Promise<ByteSource> {
  const handle = await readable(() => open(path))
  let read = 0
  const close = () => handle.close()
  try {
    const { size, head } = await readable(() => lookAt(handle))
    return {
      head,
      bytesTotal: () => size,
      bytesRead: () => read,
      async *chunks() {
        const stream = createReadStream(path, { highWaterMark: chunkBytes })
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          read += chunk.length
          yield chunk
        }
      },
      file: () => Promise.resolve({ handle, size }),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function lookAt(handle: FileHandle): Promise<{ size: number; head: Buffer }> {
  const { size } = await handle.stat()
  if (size > fileBytesMax) refuseFile('file_too_large')
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(headBytes), position: 0 })
  return { size, head: buffer.subarray(0, bytesRead) }
}

async function fromStream(stream: Readable): Promise<ByteSource> {
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer | string>
  let arrived = 0
  let ended = false
  let handedOut = 0
  let spooled: { handle: FileHandle; folder: string } | undefined

  async function next(): Promise<Buffer | undefined> {
    const piece = await readable(() => pieces.next())
    if (piece.done === true) {
      ended = true
      return undefined
    }
    const bytes = typeof piece.value === 'string' ? Buffer.from(piece.value) : piece.value
    arrived += bytes.length
    if (arrived > fileBytesMax) refuseFile('file_too_large')
    return bytes
  }

  const first: Buffer[] = []
  while (arrived < headBytes) {
    const piece = await next()
    if (piece === undefined) break
    first.push(piece)
  }
  const start = Buffer.concat(first)

  async function* everything(): AsyncGenerator<Buffer> {
    yield start
    for (let piece = await next(); piece !== undefined; piece = await next()) yield piece
  }

  return {
    head: start.subarray(0, headBytes),
    bytesTotal: () => (ended ? arrived : undefined),
    bytesRead: () => handedOut,
    async *chunks() {
      for await (const piece of everything()) {
        handedOut += piece.length
        yield piece
      }
    },
    async file() {
      const folder = await mkdtemp(join(tmpdir(), 'seriatim-import-'))
      const path = join(folder, 'file')
      await writeFile(path, everything(), { mode: 0o600 })
      spooled = { handle: await open(path), folder }
      return { handle: spooled.handle, size: arrived }
    },
    async close() {
      await pieces.return?.()
      if (spooled === undefined) return
      await spooled.handle.close()
      await rm(spooled.folder, { recursive: true })
    },
  }
}

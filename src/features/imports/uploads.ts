import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { uuidv7 } from 'uuidv7'
import { uploadGibibytesMax } from '../../contract/imports.ts'
import { failWith } from '../../contract/problem.ts'
import type { Context } from '../context.ts'

/** How long an uploaded file is kept, in milliseconds. */
const uploadKeptMs = 24 * 60 * 60_000

/** How long refused rows are kept, in milliseconds. */
const refusedRowsKeptMs = 90 * 24 * 60 * 60_000

const uploadsOf = (folder: string) => join(folder, 'uploads')
const refusedOf = (folder: string) => join(folder, 'refused')

/** Where the refused rows of an import are kept. */
export const refusedRowsPath = (folder: string, run: string): string =>
  join(refusedOf(folder), `${run}.csv`)

/** Makes the place of refused rows. */
export const makeRefusedFolder = async (folder: string): Promise<void> =>
  void (await mkdir(refusedOf(folder), { recursive: true, mode: 0o700 }))

/** Takes a file in; only the one who knows the answer's id can name it. */
export async function keepUpload(
  name: string,
  body: AsyncIterable<Uint8Array>,
  { folder, now }: Context,
): Promise<{ upload: string; name: string; bytes: number }> {
  await sweep(folder, now())
  const upload = uuidv7()
  const place = join(uploadsOf(folder), upload)
  await mkdir(place, { recursive: true, mode: 0o700 })
  const file = plainName(name)
  try {
    const target = createWriteStream(join(place, file), { mode: 0o600 })
    await pipeline(body, withinLimit, target)
    return { upload, name: file, bytes: target.bytesWritten }
  } catch (error) {
    await rm(place, { recursive: true, force: true })
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      failWith('disk_full')
    }
    throw error
  }
}

async function* withinLimit(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > uploadGibibytesMax * 2 ** 30) {
      failWith('body_too_large.file', { most: `${uploadGibibytesMax} GiB` })
    }
    yield chunk
  }
}

/** A name without a folder, that every file system takes. */
function plainName(name: string): string {
  const last = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[<>:"|?*\p{Cc}]/gu, '_')
  return /^\.*$/.test(last) ? 'file' : last.slice(-120)
}

/** Where an uploaded file is; ends with a problem when it is there no longer. */
export async function uploadedPath(folder: string, upload: string): Promise<string> {
  const place = join(uploadsOf(folder), upload)
  const [file] = await readdir(place).catch(() => [])
  if (file !== undefined) return join(place, file)
  return failWith('not_found.upload', {}, 'upload')
}

/** Deletes an uploaded file that was used. */
export const dropUpload = (folder: string, upload: string): Promise<void> =>
  rm(join(uploadsOf(folder), upload), { recursive: true, force: true })

/** Deletes what has been kept for long enough. */
async function sweep(folder: string, now: number): Promise<void> {
  const kept: [folder: string, milliseconds: number][] = [
    [uploadsOf(folder), uploadKeptMs],
    [refusedOf(folder), refusedRowsKeptMs],
  ]
  for (const [place, keptMs] of kept) {
    for (const name of await readdir(place).catch(() => [])) {
      const path = join(place, name)
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }))
      if (mtimeMs < now - keptMs) await rm(path, { recursive: true, force: true })
    }
  }
}

import { renameSync, rmSync } from 'node:fs'
import { openReader } from './connection.ts'
import { removeSearchFile, searchFileOf } from './search-file.ts'

/** Deletes a company file that nobody has open, and what stands beside it. */
export function removeCompanyFile(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
  removeSearchFile(searchFileOf(path))
}

/** Gives a company file that nobody has open another name. */
export function renameCompanyFile(from: string, to: string): void {
  // The index is made anew where it is missing: it follows the file, and need not go first.
  removeSearchFile(searchFileOf(to))
  renameSync(from, to)
  renameSync(searchFileOf(from), searchFileOf(to))
}

/** A setting of a company file, read without opening the company; `null` where there is none. */
export function readFileSetting(path: string, kind: string, name: string): string | null {
  const reader = openReader(path)
  try {
    const statement = reader.prepare<[string, string], { data: string }>(
      'select data from settings where kind = ? and name = ?',
    )
    return statement.get(kind, name)?.data ?? null
  } finally {
    reader.close()
  }
}

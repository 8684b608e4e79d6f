import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { z } from 'zod'
import type { Client } from '../../src/client/client.ts'
import { loadImport, planImport, undoImport } from '../../src/contract/imports.ts'
import { listContents } from '../../src/contract/units.ts'
import type { UnitView } from '../../src/contract/views.ts'
import { linesOf } from '../support/client.ts'

/** A folder for the files of one test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seriatim-import-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

/** Writes a file for one test and gives its path. */
export function newFile(name: string, content: string | Uint8Array): string {
  const path = join(newFolder(), name)
  writeFileSync(path, content)
  return path
}

type Input = Omit<z.input<typeof loadImport.input>, 'refusedPath'>

/** Tries a file dry and gives what it found. */
export async function planFile(client: Client, input: Input) {
  const lines = await linesOf(client.stream(planImport, input))
  return lines.at(-1)!.plan!
}

/** Imports a file and gives what came of it. */
export async function loadFile(
  client: Client,
  input: Input,
  refusedPath = join(newFolder(), 'refused.csv'),
) {
  const lines = await linesOf(client.stream(loadImport, { ...input, refusedPath }))
  const { counts, result } = lines.at(-1)!
  return { counts, ...result! }
}

/** Takes an import back and gives what came of it. */
export async function undoBatch(client: Client, batch: string) {
  const lines = await linesOf(client.stream(undoImport, { batch }))
  return { ...lines.at(-1)!, refused: lines.flatMap(({ refused }) => refused) }
}

/** Everything that stands in a location, page after page. */
export async function contentsOf(
  client: Client,
  location: string,
  at?: string,
): Promise<UnitView[]> {
  const units: UnitView[] = []
  let cursor: string | null | undefined
  do {
    const page = await client.call(listContents, {
      location,
      limit: 1000,
      ...(at !== undefined && { at }),
      ...(cursor && { cursor }),
    })
    units.push(...page.units)
    cursor = page.cursor
  } while (cursor)
  return units
}

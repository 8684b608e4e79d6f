import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Writes a company's schema to `path` with `pg_dump` (custom format), which reads one snapshot
 * while others go on writing. Throws when `pg_dump` is not installed or fails.
 */
export async function backupSchema(url: string, schema: string, path: string): Promise<void> {
  await runTool('pg_dump', ['--format=custom', `--schema=${schema}`, `--file=${path}`, url])
}

/** Loads a backup made by {@link backupSchema} into an empty place. */
export async function restoreSchema(url: string, path: string): Promise<void> {
  await runTool('pg_restore', ['--exit-on-error', '--no-owner', `--dbname=${url}`, path])
}

async function runTool(tool: string, parameters: readonly string[]): Promise<void> {
  const child = spawn(tool, parameters, { stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const [code] = (await once(child, 'close').catch(() => {
    throw new Error(`${tool} is not installed. Install the PostgreSQL client programs.`)
  })) as [number | null]
  if (code !== 0) throw new Error(`${tool} failed: ${complaint.trim()}`)
}

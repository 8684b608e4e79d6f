import { spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { hasSchema } from './connection.ts'

/**
 * Writes a company's schema to `path` with `pg_dump` (custom format), which reads one snapshot
 * while others go on writing. Throws when `pg_dump` is not installed or fails.
 */
export async function backupSchema(url: string, schema: string, path: string): Promise<void> {
  await runTool('pg_dump', ['--format=custom', `--schema=${schema}`, `--file=${path}`, url])
}

/**
 * Loads a backup made by {@link backupSchema} as the given schema. Gives `false` when the database
 * has that schema, or the one that the backup was made of: the copy passes through its old name.
 */
export async function restoreSchema(url: string, schema: string, path: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const original = await schemaIn(path)
    if ((await hasSchema(client, schema)) || (await hasSchema(client, original))) return false
    const parameters = ['--exit-on-error', '--no-owner', '--single-transaction']
    await runTool('pg_restore', [...parameters, `--dbname=${url}`, path])
    if (original !== schema) {
      await client.query(`alter schema "${original}" rename to "${schema}"`)
    }
    return true
  } finally {
    await client.end()
  }
}

/** Name of the schema that a backup holds. */
async function schemaIn(path: string): Promise<string> {
  const contents = await runTool('pg_restore', ['--list', path])
  const name = /\bSCHEMA - (seriatim_\w+)/.exec(contents)?.[1]
  if (name === undefined) throw new Error('It is not a backup of a company.')
  return name
}

/** Runs one of PostgreSQL's own programs and gives what it prints. */
async function runTool(tool: string, parameters: readonly string[]): Promise<string> {
  const child = spawn(tool, parameters, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const [code] = (await once(child, 'close').catch(() => {
    throw new Error(`${tool} is not installed. Install the PostgreSQL client programs.`)
  })) as [number | null]
  if (code !== 0) throw new Error(`${tool} failed: ${complaint.trim()}`)
  return output
}

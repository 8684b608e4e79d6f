import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
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
 * Loads a backup made by {@link backupSchema} as the given schema, in one transaction. Gives
 * `false` when the database has that schema. The copy passes through the name that it was made
 * under; a schema that has this name makes room meanwhile, which nobody sees before the end.
 *
 * @param table one that the backup has to have: a company's, or the accounts'
 */
export async function restoreSchema(
  url: string,
  schema: string,
  path: string,
  table: 'company' | 'server' = 'company',
): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const original = await schemaIn(path, table)
    if (await hasSchema(client, schema)) return false
    const isThere = await hasSchema(client, original)
    const rename = (from: string, to: string) => `alter schema "${from}" rename to "${to}";\n`
    const aside = `aside_${original}`
    await runScript(url, path, {
      before: isThere ? rename(original, aside) : '',
      after:
        (original === schema ? '' : rename(original, schema)) +
        (isThere ? rename(aside, original) : ''),
    })
    return true
  } finally {
    await client.end()
  }
}

/** Runs a backup as a script between two others; all of it or nothing. */
async function runScript(
  url: string,
  path: string,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<void> {
  const source = start('pg_restore', ['--no-owner', '--file=-', path])
  const options = ['--no-psqlrc', '--quiet', '--single-transaction', '--set=ON_ERROR_STOP=1']
  const target = start('psql', [...options, '--output=/dev/null', '--file=-', url])
  let broken: Error | undefined
  async function* script() {
    yield before
    yield* source.child.stdout as AsyncIterable<Buffer>
    // A script that ends is committed, so that one which breaks off must not end.
    await source.ended.catch((error: unknown) => {
      target.child.kill('SIGKILL')
      throw (broken = error as Error)
    })
    yield after
  }
  const fed = pipeline(script(), target.child.stdin)
  const [, , written] = await Promise.allSettled([source.ended, fed, target.ended])
  if (broken !== undefined) throw broken
  if (written.status === 'rejected') throw written.reason
}

/** Name of the schema that a backup holds. */
async function schemaIn(path: string, table: 'company' | 'server'): Promise<string> {
  const contents = await runTool('pg_restore', ['--list', path])
  const name = /\bSCHEMA - (\w+)/.exec(contents)?.[1]
  if (name === undefined || !contents.includes(` TABLE ${name} ${table} `)) {
    throw new Error(`It is not a backup of ${table === 'company' ? 'a company' : 'accounts'}.`)
  }
  return name
}

/** Runs one of PostgreSQL's own programs and gives what it prints. */
async function runTool(tool: string, parameters: readonly string[]): Promise<string> {
  const { child, ended } = start(tool, parameters)
  child.stdin.end()
  const [output] = await Promise.all([text(child.stdout), ended])
  return output
}

/** Starts one of PostgreSQL's own programs; `ended` fails with what it complains about. */
function start(tool: string, parameters: readonly string[]) {
  const child = spawn(tool, parameters)
  const complaint = text(child.stderr)
  const closed = once(child, 'close').catch(() => {
    throw new Error(`${tool} is not installed. Install the PostgreSQL client programs.`)
  })
  const ended = (async () => {
    const [code] = (await closed) as [number | null]
    if (code !== 0) throw new Error(`${tool} failed: ${(await complaint).trim()}`)
  })()
  ended.catch(() => {})
  return { child, ended }
}

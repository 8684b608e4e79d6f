import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterEach, describe, inject } from 'vitest'
import type { Answer, Command } from '../../src/domain/command.ts'
import { openLedger, type Ledger } from '../../src/ledger/ledger.ts'
import { openStore, type StoreAddress } from '../../src/store/open.ts'
import { schemaOf } from '../../src/store/postgres/connection.ts'
import { openWriter } from '../../src/store/sqlite/connection.ts'
import type { Store } from '../../src/store/store.ts'

/** A company that a test opened. */
export interface OpenedStore {
  readonly address: StoreAddress
  readonly store: Store
  readonly ledger: Ledger
  /** Its private folder, beside the data. */
  readonly folder: string
  /** Closes it now; what a test leaves open is closed after it. */
  close(): Promise<void>
}

/** Opens a company: a new one, or an existing one once more, as a second server would. */
export type OpenStore = (options?: {
  /** The ledger's clock, in milliseconds UTC; the machine's when absent. */
  readonly now?: (() => number) | undefined
  readonly address?: StoreAddress
}) => Promise<OpenedStore>

export const engines = ['sqlite', 'postgres'] as const
export type Engine = (typeof engines)[number]

/** Runs a suite of tests once on each engine. */
export function forEachStore(
  subject: string,
  suite: (open: OpenStore, engine: Engine) => void,
): void {
  for (const engine of engines) describeStore(subject, engine, (open) => suite(open, engine))
}

/** Runs a suite of tests on one engine. */
export function describeStore(
  subject: string,
  engine: Engine,
  suite: (open: OpenStore) => void,
): void {
  describe(`${subject} on ${engine}`, () => {
    const cleanUps: (() => Promise<void>)[] = []
    afterEach(async () => {
      for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
    })
    suite(async (options = {}) => {
      const address = options.address ?? newAddress(engine, cleanUps)
      const opened = await openCompany(address, options.now ?? Date.now)
      cleanUps.push(opened.close)
      return opened
    })
  })
}

/** Opens the company at an address, wherever the caller runs. */
export async function openCompany(address: StoreAddress, now: () => number): Promise<OpenedStore> {
  const store = await openStore(address)
  const ledger = openLedger(store, now)
  let closed: Promise<void> | undefined
  const close = async () => {
    await ledger.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const beside = address.engine === 'sqlite' ? address.path : join(tmpdir(), address.company)
  const folder = `${beside}-files`
  return { address, store, ledger, folder, close: () => (closed ??= close()) }
}

function newAddress(engine: Engine, cleanUps: (() => Promise<void>)[]): StoreAddress {
  if (engine === 'postgres') {
    const company = `test_${randomBytes(8).toString('hex')}`
    return { engine, url: inject('postgresUrl'), company }
  }
  const folder = mkdtempSync(join(tmpdir(), 'seriatim-store-'))
  cleanUps.push(async () => rmSync(folder, { recursive: true }))
  return { engine, path: join(folder, 'company.db') }
}

/** Runs a statement past the store, as somebody with a database client would. */
export async function runSql(address: StoreAddress, sql: string): Promise<unknown[]> {
  if (address.engine === 'sqlite') {
    const connection = openWriter(address.path)
    try {
      const statement = connection.prepare(sql)
      return statement.reader ? statement.all() : [statement.run()]
    } finally {
      connection.close()
    }
  }
  const schema = schemaOf(address.company)
  const client = new pg.Client({
    connectionString: address.url,
    options: `-c search_path="${schema}"`,
  })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Sends a command under a new id, as a client would. */
export const record = (
  ledger: Ledger,
  kind: string,
  input: unknown,
  more: Partial<Command> = {},
): Promise<Answer> => ledger.record({ id: uuidv7(), actor: 'tester', kind, input, ...more })

/** Sends a command that must be accepted; throws with the refusal when it is not. */
export async function accept(
  ledger: Ledger,
  kind: string,
  input: unknown,
  more: Partial<Command> = {},
): Promise<Answer & { ok: true }> {
  const answer = await record(ledger, kind, input, more)
  if (!answer.ok) throw new Error(`${kind} was refused: ${answer.refusal.message}`)
  return answer
}

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { once } from 'node:events'
import { userInfo } from 'node:os'
import { uuidv7 } from 'uuidv7'
import type { Client } from './client/client.ts'
import { openHttpClient } from './client/http-client.ts'
import { runCommandLine } from './cli/run.ts'
import type { Place, World } from './cli/world.ts'
import { failWith, ProblemError } from './contract/problem.ts'
import { answer, answerStream } from './features/answer.ts'
import type { Context } from './features/context.ts'
import { openLedger } from './ledger/ledger.ts'
import { openStore, restoreStore, storeExists, type StoreAddress } from './store/open.ts'

/** The composition root: the only reader of the environment. */
const settings = {
  data: resolve(process.env['SERIATIM_DATA'] ?? 'data'),
  databaseUrl: process.env['DATABASE_URL'],
  company: process.env['SERIATIM_COMPANY'] ?? 'main',
}

function addressOf(company: string): StoreAddress {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(company)) {
    const detail = `"${company}" cannot be a company. Name it by lower-case letters, digits and _.`
    return failWith('company_unknown', detail)
  }
  return settings.databaseUrl === undefined
    ? { engine: 'sqlite', path: join(settings.data, `${company}.db`) }
    : { engine: 'postgres', url: settings.databaseUrl, company }
}

/** A company that is open: its store, its ledger and the way to close both. */
type OpenCompany = Omit<Context, 'actor'> & { close(): Promise<void> }

/** Opens a company; the usual one is made when it is first asked for, any other on purpose only. */
async function openCompany(company: string): Promise<OpenCompany> {
  const address = addressOf(company)
  const store = await reach(company, async () => {
    if (company !== settings.company && !(await storeExists(address))) {
      failWith('company_unknown', `There is no company ${company}. See: seriatim create-company`)
    }
    return openStore(address)
  })
  const ledger = openLedger(store, Date.now)
  return {
    store,
    ledger,
    now: Date.now,
    async close() {
      await ledger.close()
      await store.close()
    },
  }
}

/** Does what needs the store; where it cannot be reached, says so and why. */
async function reach<T>(company: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProblemError) throw error
    const { errors: [first] = [], message } = error as { errors?: Error[]; message: string }
    const why = message || first?.message
    const where = settings.databaseUrl === undefined ? settings.data : 'the database'
    return failWith(
      'store_unreachable',
      `The company ${company} in ${where} cannot be opened: ${why}`,
    )
  }
}

function inProcessClient(context: Context): Client {
  return {
    call: (operation, input) => answer(operation, input, context) as Promise<never>,
    stream: (operation, input) => answerStream(operation, input, context) as AsyncIterable<never>,
  }
}

async function withClient<T>(
  { server, company }: Place,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  if (server !== undefined) return work(openHttpClient(server, company))
  const opened = await openCompany(company)
  try {
    return await work(inProcessClient({ ...opened, actor: `cli:${userName()}` }))
  } finally {
    await opened.close()
  }
}

/** The user's name; in a container the user may have a number only. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}

async function serve({ port, host }: { port: number; host: string }): Promise<void> {
  const companies = new Map<string, Promise<OpenCompany>>()
  const open = (company: string) => {
    const known = companies.get(company)
    if (known) return known
    const opened = openCompany(company)
    companies.set(company, opened)
    opened.catch(() => companies.delete(company))
    return opened
  }
  await open(settings.company)
  // Only a server needs the web framework; loading it would slow every other command down.
  const { buildServer } = await import('./http/server.ts')
  const server = buildServer(open, process.stderr)
  try {
    const address = await server.listen({ port, host })
    process.stdout.write(`Seriatim is running at ${address}\nStop it with Ctrl-C.\n`)
    await firstOf('SIGINT', 'SIGTERM')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error
    failWith(
      'input_invalid',
      `Port ${port} at ${host} cannot be used (${message}). Choose others with --port and --host.`,
    )
  } finally {
    await server.close()
    for (const company of companies.values()) await (await company).close()
  }
}

async function firstOf(...signals: readonly string[]): Promise<void> {
  const stopped = new AbortController()
  await Promise.race(signals.map((name) => once(process, name, { signal: stopped.signal })))
  stopped.abort()
}

async function createCompany({ company }: Place): Promise<void> {
  const address = addressOf(company)
  await reach(company, async () => {
    if (await storeExists(address)) failWith('company_exists', `The company ${company} exists.`)
    await (await openStore(address)).close()
  })
}

async function restore({ company }: Place, path: string): Promise<void> {
  const address = addressOf(company)
  if (!existsSync(path)) failWith('not_found', `There is no backup at ${path}.`)
  const isRestored = await restoreStore(address, resolve(path)).catch((error: unknown) =>
    failWith('backup_invalid', `${path} cannot be restored: ${(error as Error).message}`),
  )
  if (!isRestored) {
    const detail = `The company ${company} exists already. Choose another with --company.`
    failWith('company_exists', detail)
  }
}

// Whoever reads the output may stop reading, as `head` does; then there is nobody to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const world: World = {
  withClient,
  serve,
  createCompany,
  restore,
  defaultCompany: settings.company,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  endWith: (exitCode) => void (process.exitCode = exitCode),
  newId: uuidv7,
  now: Date.now,
}

await runCommandLine(process.argv.slice(2), world)

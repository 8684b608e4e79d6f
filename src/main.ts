import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { once } from 'node:events'
import { userInfo } from 'node:os'
import { uuidv7 } from 'uuidv7'
import type { Client } from './client/client.ts'
import { openHttpClient } from './client/http-client.ts'
import { runCommandLine } from './cli/run.ts'
import type { Place, World } from './cli/world.ts'
import { ProblemError } from './contract/problem.ts'
import { answer, answerStream } from './features/answer.ts'
import type { Context } from './features/context.ts'
import { openLedger } from './ledger/ledger.ts'
import { openStore, restoreStore, type StoreAddress } from './store/open.ts'

/** The composition root: the only reader of the environment. */
const settings = {
  data: resolve(process.env['SERIATIM_DATA'] ?? 'data'),
  databaseUrl: process.env['DATABASE_URL'],
  company: process.env['SERIATIM_COMPANY'] ?? 'main',
}

function addressOf(company: string): StoreAddress {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(company)) {
    throw problem(404, 'A company is named by lower-case letters, digits and underscores.')
  }
  return settings.databaseUrl === undefined
    ? { engine: 'sqlite', path: join(settings.data, `${company}.db`) }
    : { engine: 'postgres', url: settings.databaseUrl, company }
}

const problem = (status: number, detail: string): ProblemError =>
  new ProblemError({ type: 'company_problem', title: 'company', status, detail })

/** A company that is open: its store, its ledger and the way to close both. */
type OpenCompany = Omit<Context, 'actor'> & { close(): Promise<void> }

async function openCompany(company: string): Promise<OpenCompany> {
  const store = await openStore(addressOf(company))
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
  if (server !== undefined) return work(openHttpClient(server.replace(/\/$/, ''), company))
  const opened = await openCompany(company)
  try {
    return await work(inProcessClient({ ...opened, actor: `cli:${userInfo().username}` }))
  } finally {
    await opened.close()
  }
}

async function serve({ port, host }: { port: number; host: string }): Promise<void> {
  const companies = new Map<string, Promise<OpenCompany>>()
  const open = (company: string) => {
    const known = companies.get(company)
    if (known) return known
    if (company !== settings.company && settings.databaseUrl === undefined) {
      const { path } = addressOf(company) as { path: string }
      if (!existsSync(path)) throw problem(404, `There is no company ${company}.`)
    }
    const opened = openCompany(company)
    companies.set(company, opened)
    opened.catch(() => companies.delete(company))
    return opened
  }
  await open(settings.company)
  // Only a server needs the web framework; loading it would slow every other command down.
  const { buildServer } = await import('./http/server.ts')
  const server = buildServer(async (company) => open(company), { log: false })
  const address = await server.listen({ port, host })
  process.stdout.write(`Seriatim is running at ${address}\nStop it with Ctrl-C.\n`)
  const stopped = new AbortController()
  await Promise.race(
    ['SIGINT', 'SIGTERM'].map((signal) => once(process, signal, { signal: stopped.signal })),
  )
  stopped.abort()
  await server.close()
  for (const company of companies.values()) await (await company).close()
}

async function restore({ company }: Place, path: string): Promise<void> {
  if (!existsSync(path)) throw problem(404, `There is no backup at ${path}.`)
  const address = addressOf(company)
  if (!(await restoreStore(address, resolve(path)))) {
    throw problem(409, `The company ${company} exists already. Choose another with --company.`)
  }
}

// Whoever reads the output may stop reading, as `head` does; then there is nobody to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exitCode = 0
})

const world: World = {
  withClient,
  serve,
  restore,
  defaultCompany: settings.company,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  newId: uuidv7,
  now: Date.now,
}

await runCommandLine(process.argv.slice(2), world)

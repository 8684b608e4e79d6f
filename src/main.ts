import { join, resolve } from 'node:path'
import { once } from 'node:events'
import { userInfo } from 'node:os'
import { uuidv7 } from 'uuidv7'
import type { Client } from './client/client.ts'
import { openHttpClient } from './client/http-client.ts'
import { runCommandLine } from './cli/run.ts'
import type { Place, World } from './cli/world.ts'
import type { Operation } from './contract/operation.ts'
import { failWith } from './contract/problem.ts'
import { machineAccess } from './features/access.ts'
import { answer, answerStream } from './features/answer.ts'
import { openCompanies } from './features/companies.ts'
import type { AnyContext } from './features/context.ts'

/** The composition root: the only reader of the environment. */
const settings = {
  data: resolve(process.env['SERIATIM_DATA'] ?? 'data'),
  databaseUrl: process.env['DATABASE_URL'],
  company: process.env['SERIATIM_COMPANY'] ?? 'main',
}

const companies = openCompanies({ ...settings, usual: settings.company, now: Date.now })

/** Asks in this process, as whoever runs it. */
function inProcessClient(company: string): Client {
  const access = machineAccess(`cli:${userName()}`)
  const contextOf = async ({ scope }: Operation): Promise<AnyContext> => {
    if (scope === 'server') return { companies, access, now: Date.now }
    return { ...(await companies.open(company)), access, now: Date.now }
  }
  return {
    call: async (operation, input) =>
      (await answer(operation, input, await contextOf(operation))) as never,
    file: async (operation, input) =>
      (await answer(operation, input, await contextOf(operation))) as never,
    async *stream(operation, input) {
      yield* answerStream(operation, input, await contextOf(operation)) as AsyncIterable<never>
    },
  }
}

async function withClient<T>(
  { server, company }: Place,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  if (server !== undefined) return work(openHttpClient(server, company))
  try {
    return await work(inProcessClient(company))
  } finally {
    await companies.close()
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
  await companies.open(settings.company)
  // Only a server needs the web framework; loading it would slow every other command down.
  const { buildServer } = await import('./http/server.ts')
  const server = buildServer({
    companies,
    now: Date.now,
    log: process.stderr,
    webFolder: join(import.meta.dirname, '../dist/web'),
  })
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
    await companies.close()
  }
}

async function firstOf(...signals: readonly string[]): Promise<void> {
  const stopped = new AbortController()
  await Promise.race(signals.map((name) => once(process, name, { signal: stopped.signal })))
  stopped.abort()
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
  createCompany: ({ company }) => companies.create(company),
  restore: ({ company }, path) => companies.restore(company, path),
  defaultCompany: settings.company,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  endWith: (exitCode) => void (process.exitCode = exitCode),
  newId: uuidv7,
  now: Date.now,
}

await runCommandLine(process.argv.slice(2), world)

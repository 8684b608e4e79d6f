import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { once } from 'node:events'
import { userInfo } from 'node:os'
import { uuidv7 } from 'uuidv7'
import type { Client } from './client/client.ts'
import { openHttpClient } from './client/http-client.ts'
import { runCommandLine } from './cli/run.ts'
import type { Place, ServeOptions, World } from './cli/world.ts'
import type { Operation } from './contract/operation.ts'
import { ownerLink } from './contract/people.ts'
import { failInEnglish } from './contract/problem.ts'
import { machineAccess } from './features/access.ts'
import { accountsAt } from './features/accounts.ts'
import { answer, answerStream } from './features/answer.ts'
import { openCompanies } from './features/companies.ts'
import type { AnyContext, ServerContext } from './features/context.ts'
import { accessIn, machine } from './features/identity.ts'
import { hasOwner } from './features/people/owners.ts'
import { localVisit } from './features/visit.ts'

/** The composition root: the only reader of the environment. */
const settings = {
  data: resolve(process.env['SERIATIM_DATA'] ?? 'data'),
  databaseUrl: process.env['DATABASE_URL'],
  company: process.env['SERIATIM_COMPANY'] ?? 'main',
  publicUrl: process.env['SERIATIM_URL'],
  token: process.env['SERIATIM_TOKEN'],
}

const companies = openCompanies({ ...settings, usual: settings.company, now: Date.now })

/** Where the server is thought to be when its links are printed without it. */
const usualUrl = 'http://localhost:8420'

const accounts = accountsAt(settings)

async function close(): Promise<void> {
  await companies.close()
  await accounts.close()
}

/** What the operations of the server work with when whoever runs this process asks. */
async function localContext(url: string): Promise<ServerContext> {
  const identity = machine(`cli:${userName()}`)
  const access = accessIn(identity, null)
  const visit = localVisit(url)
  return { accounts: await accounts.open(), companies, identity, access, visit, now: Date.now }
}

/** Asks in this process, as whoever runs it. */
function inProcessClient(company: string): Client {
  const contextOf = async ({ scope }: Operation): Promise<AnyContext> => {
    if (scope === 'server') return localContext(settings.publicUrl ?? usualUrl)
    const access = machineAccess(`cli:${userName()}`)
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
  { server, company, token }: Place,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  if (server !== undefined) return work(openHttpClient(server, company, token))
  try {
    const result = await work(inProcessClient(company))
    await companies.finish()
    return result
  } finally {
    await close()
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

async function serve(options: ServeOptions): Promise<void> {
  const { port, host, publicUrl = settings.publicUrl, trustProxy, tlsCert, tlsKey } = options
  const tls =
    tlsCert !== undefined && tlsKey !== undefined
      ? { cert: readFile(tlsCert), key: readFile(tlsKey) }
      : undefined
  await companies.open(settings.company)
  // Only a server needs the web framework; loading it would slow every other command down.
  const { buildServer } = await import('./http/server.ts')
  const { gatheringLog } = await import('./http/log-stream.ts')
  const log = gatheringLog(process.stderr)
  const server = buildServer({
    accounts: await accounts.open(),
    companies,
    now: Date.now,
    log,
    // Who watches the terminal wants to see what goes wrong, not every request.
    logsRequests: options.log ?? !process.stderr.isTTY,
    webFolder: join(import.meta.dirname, '../dist/web'),
    publicUrl,
    tls,
    trustProxy,
  })
  try {
    const address = await server.listen({ port, host })
    process.stdout.write(`Seriatim is running at ${address}\n`)
    await greetOwner(publicUrl ?? address.replace('127.0.0.1', 'localhost'))
    process.stdout.write('Stop it with Ctrl-C.\n')
    await firstOf('SIGINT', 'SIGTERM')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error
    failInEnglish(
      'input_invalid',
      `Port ${port} at ${host} cannot be used (${message}). Choose others with --port and --host.`,
    )
  } finally {
    await server.close()
    await close()
  }
}

/** As long as there is no owner, prints the link by which one is made. */
async function greetOwner(url: string): Promise<void> {
  if (await hasOwner(await accounts.open())) return
  const { link } = (await answer(ownerLink, {}, await localContext(url))) as { link: string }
  process.stdout.write(`Nobody can sign in yet. Make the owner’s account here, once:\n  ${link}\n`)
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    return failInEnglish('input_invalid', `${path} cannot be read: ${(error as Error).message}`)
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
  restore: ({ company }, path) => companies.restore(company, path),
  restoreAccounts: (path) => accounts.restore(path),
  defaultCompany: settings.company,
  defaultToken: settings.token,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  endWith: (exitCode) => void (process.exitCode = exitCode),
  newId: uuidv7,
  now: Date.now,
}

await runCommandLine(process.argv.slice(2), world)

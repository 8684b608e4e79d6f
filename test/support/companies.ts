import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import type { Client } from '../../src/client/client.ts'
import { answer, answerStream } from '../../src/features/answer.ts'
import { openCompanies, type Companies } from '../../src/features/companies.ts'
import type { ServerContext } from '../../src/features/context.ts'
import { machineAccess } from '../../src/features/access.ts'
import { openAccounts } from '../../src/store/accounts/open.ts'
import { serverContext } from './served.ts'
import type { Engine } from './stores.ts'

/** The companies of a server that a test opened, and its accounts. */
export interface OpenedServer {
  readonly companies: Companies
  readonly context: ServerContext
  /** Asks about a company, or the server, as the command line does. */
  readonly client: (company?: string) => Client
}

/** Opens the companies of a new server; they are closed after the test. */
export async function openServer(engine: Engine): Promise<OpenedServer> {
  const data = mkdtempSync(join(tmpdir(), 'seriatim-server-'))
  const databaseUrl = engine === 'postgres' ? inject('postgresUrl') : undefined
  const companies = openCompanies({ data, databaseUrl, usual: 'main', now: Date.now })
  const accounts = await openAccounts({ engine: 'sqlite', path: ':memory:' })
  onTestFinished(async () => {
    await companies.close()
    await accounts.close()
    rmSync(data, { recursive: true })
  })
  const context = serverContext(accounts, companies)
  return { companies, context, client: (company = 'main') => clientIn(context, company) }
}

function clientIn(context: ServerContext, company: string): Client {
  const contextFor = async (scope: 'company' | 'server') => {
    if (scope === 'server') return context
    const access = machineAccess('tester')
    return { ...(await context.companies.open(company)), access, now: Date.now }
  }
  return {
    call: async (operation, input) =>
      (await answer(operation, input, await contextFor(operation.scope))) as never,
    file: async (operation, input) =>
      (await answer(operation, input, await contextFor(operation.scope))) as never,
    async *stream(operation, input) {
      const lines = answerStream(operation, input, await contextFor(operation.scope))
      yield* lines as AsyncIterable<never>
    },
  }
}

import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import { createToken } from '../../src/contract/tokens.ts'
import { failInEnglish } from '../../src/contract/problem.ts'
import { answer } from '../../src/features/answer.ts'
import type { Companies, OpenedCompany } from '../../src/features/companies.ts'
import type { ServerContext } from '../../src/features/context.ts'
import { accessIn, machine } from '../../src/features/identity.ts'
import { localVisit } from '../../src/features/visit.ts'
import { buildServer } from '../../src/http/server.ts'
import type { AccountStore } from '../../src/store/accounts/account-store.ts'
import { openAccounts } from '../../src/store/accounts/open.ts'
import type { OpenedStore } from './stores.ts'

const accounts = await openAccounts({ engine: 'sqlite', path: ':memory:' })

/** What an operation of the server works with when a program beside the data asks. */
export function serverContext(accounts: AccountStore, companies: Companies): ServerContext {
  const identity = machine('tester')
  const visit = localVisit('http://localhost:8420')
  return { accounts, companies, identity, access: accessIn(identity, null), visit, now: Date.now }
}

/** A token that may do everything, for tests that are not about access. */
const ownerToken = await makeToken()

async function makeToken(): Promise<string> {
  const context = serverContext(accounts, companiesOf({} as OpenedCompany))
  const permissions = ['read', 'record', 'manage', 'administer']
  const made = await answer(createToken, { name: 'tests', permissions }, context)
  return (made as { secret: string }).secret
}

/** A server over one opened company, called `main`. */
export interface ServedStore {
  readonly server: FastifyInstance
  /** What the server wrote to its log. */
  readonly log: () => string
  /** Listens on a free port and gives the address. */
  readonly listen: () => Promise<string>
}

/** Serves an opened company until the test ends; whoever asks may do everything there. */
export function serveStore(
  opened: Pick<OpenedStore, 'store' | 'ledger' | 'folder'>,
  webFolder = '/nowhere',
): ServedStore {
  let text = ''
  const log = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString()
      done()
    },
  })
  const companies = companiesOf(opened)
  const server = buildServer({ accounts, companies, now: Date.now, log, webFolder })
  server.addHook('onRequest', async ({ headers }) => {
    headers.authorization ??= `Bearer ${ownerToken}`
  })
  onTestFinished(() => server.close())
  return { server, log: () => text, listen: () => server.listen({ port: 0 }) }
}

/** An opened company as the only one, called `main`; whoever opened it closes it. */
export function companiesOf(opened: OpenedCompany): Companies {
  const only = async () => failInEnglish('company_exists', 'This server of a test has one company.')
  return {
    usual: 'main',
    async open(company) {
      if (company === 'main') return opened
      return failInEnglish('company_unknown', `There is no company ${company}.`)
    },
    list: async () => ['main'],
    create: only,
    restore: only,
    make: () => failInEnglish('company_exists', 'This server of a test has one company.'),
    remove: only,
    about: async () => ({ name: null, demo: null }),
    finish: async () => {},
    close: async () => {},
  }
}

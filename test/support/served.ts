import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import { failWith } from '../../src/contract/problem.ts'
import type { Companies, OpenedCompany } from '../../src/features/companies.ts'
import { buildServer } from '../../src/http/server.ts'
import type { OpenedStore } from './stores.ts'

/** A server over one opened company, called `main`. */
export interface ServedStore {
  readonly server: FastifyInstance
  /** What the server wrote to its log. */
  readonly log: () => string
  /** Listens on a free port and gives the address. */
  readonly listen: () => Promise<string>
}

/** Serves an opened company until the test ends. */
export function serveStore(
  { store, ledger }: Pick<OpenedStore, 'store' | 'ledger'>,
  webFolder = '/nowhere',
): ServedStore {
  let text = ''
  const log = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString()
      done()
    },
  })
  const companies = companiesOf({ store, ledger })
  const server = buildServer({ companies, now: Date.now, log, webFolder })
  onTestFinished(() => server.close())
  return { server, log: () => text, listen: () => server.listen({ port: 0 }) }
}

/** An opened company as the only one, called `main`; whoever opened it closes it. */
export const companiesOf = (opened: OpenedCompany): Companies => ({
  usual: 'main',
  async open(company) {
    return company === 'main' ? opened : unknown(company)
  },
  list: async () => ['main'],
  create: async () => failWith('company_exists', 'This server of a test has one company.'),
  restore: async () => failWith('company_exists', 'This server of a test has one company.'),
  close: async () => {},
})

const unknown = (company: string) => failWith('company_unknown', `There is no company ${company}.`)

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { failWith } from '../contract/problem.ts'
import { openLedger, type Ledger } from '../ledger/ledger.ts'
import {
  listStores,
  openStore,
  restoreStore,
  storeExists,
  type StoreAddress,
} from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { reach, type StoresPlace } from './reach.ts'

/** A company that is open. */
export interface OpenedCompany {
  readonly store: Store
  readonly ledger: Ledger
  /** Private folder of the company for files that come and go; made when it is needed. */
  readonly folder: string
}

/** The companies of a server. Each method throws a `ProblemError` where it cannot be done. */
export interface Companies {
  /** Key of the company that is there from the start. */
  readonly usual: string
  /** Opens a company once; it stays open. The usual one is made when it is first asked for. */
  open(company: string): Promise<OpenedCompany>
  /** Keys of all companies, in order. */
  list(): Promise<string[]>
  /** Makes an empty company; refuses when it exists. */
  create(company: string): Promise<void>
  /** Makes a company from a backup; refuses when it exists. */
  restore(company: string, path: string): Promise<void>
  /** To be awaited before a process closes that ends when its work is done: feeds the search. */
  finish(): Promise<void>
  /** Closes every company that is open. */
  close(): Promise<void>
}

/** Where the companies of a server are, and its clock in milliseconds UTC. */
export interface CompaniesPlace extends StoresPlace {
  readonly usual: string
  readonly now: () => number
}

/** Names that are not companies': the accounts are kept beside them. */
const reserved = new Set(['accounts'])

/** Gives the companies at a place; nothing is opened yet. */
export function openCompanies(place: CompaniesPlace): Companies {
  const opened = new Map<string, Promise<OpenedCompany>>()
  const open = (company: string): Promise<OpenedCompany> => {
    const known = opened.get(company)
    if (known) return known
    const opening = openOne(place, company)
    opened.set(company, opening)
    opening.catch(() => opened.delete(company))
    return opening
  }
  return {
    usual: place.usual,
    open,
    async list() {
      const keys = await listStores(place)
      return keys.filter((key) => !reserved.has(key)).sort()
    },
    async create(company) {
      const address = addressOf(place, company)
      await reach(place, `The company ${company}`, async () => {
        if (await storeExists(address)) failWith('company_exists', `The company ${company} exists.`)
        await (await openStore(address)).close()
      })
    },
    restore: (company, path) => restore(place, company, path),
    async finish() {
      for (const opening of opened.values()) await (await opening).store.search.finish()
    },
    async close() {
      for (const opening of opened.values()) {
        const { store, ledger } = await opening
        await ledger.close()
        await store.close()
      }
      opened.clear()
    },
  }
}

async function openOne(place: CompaniesPlace, company: string): Promise<OpenedCompany> {
  const address = addressOf(place, company)
  const store = await reach(place, `The company ${company}`, async () => {
    if (company !== place.usual && !(await storeExists(address))) {
      failWith('company_unknown', `There is no company ${company}. See: seriatim create-company`)
    }
    return openStore(address)
  })
  const folder = join(place.data, 'files', company)
  return { store, ledger: openLedger(store, place.now), folder }
}

function addressOf({ data, databaseUrl }: CompaniesPlace, company: string): StoreAddress {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(company) || reserved.has(company)) {
    const detail = `"${company}" cannot be a company. Name it by lower-case letters, digits and _.`
    return failWith('company_unknown', detail)
  }
  return databaseUrl === undefined
    ? { engine: 'sqlite', path: join(data, `${company}.db`) }
    : { engine: 'postgres', url: databaseUrl, company }
}

async function restore(place: CompaniesPlace, company: string, path: string): Promise<void> {
  const address = addressOf(place, company)
  if (!existsSync(path)) failWith('not_found', `There is no backup at ${path}.`)
  const isRestored = await restoreStore(address, resolve(path)).catch((error: unknown) =>
    failWith('backup_invalid', `${path} cannot be restored: ${(error as Error).message}`),
  )
  if (!isRestored) {
    const detail = `The company ${company} exists already. Choose another with --company.`
    failWith('company_exists', detail)
  }
}

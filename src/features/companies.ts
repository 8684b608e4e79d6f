import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { failWith } from '../contract/problem.ts'
import { openLedger, type Ledger } from '../ledger/ledger.ts'
import {
  listStores,
  openStore,
  readStoreSetting,
  removeStore,
  restoreStore,
  storeExists,
  type StoreAddress,
} from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { aboutSetting, readAbout, type CompanyAbout } from './company-about.ts'
import { openCompanyMaker, type Filling, type MakingProgress } from './company-maker.ts'
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
  /** Makes a company and fills it; it is there for others when all of it is. */
  make(company: string, fill: Filling): AsyncIterable<MakingProgress>
  /** Closes a company and deletes it, with all its history. */
  remove(company: string): Promise<void>
  /** What a company says of itself, without opening it. */
  about(company: string): Promise<CompanyAbout>
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

/** Begins the key of a company that is not done yet. */
const draftPrefix = 'making_'

/** Gives the companies at a place; nothing is opened yet. */
export function openCompanies(place: CompaniesPlace): Companies {
  const opened = new Map<string, Promise<OpenedCompany>>()
  const maker = openCompanyMaker()
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
      return keys.filter((key) => !reserved.has(key) && !key.startsWith(draftPrefix)).sort()
    },
    async create(company) {
      const address = addressOf(place, company)
      await reach(place, company, async () => {
        if (await storeExists(address)) failWith('company_exists', { company })
        await (await openStore(address)).close()
      })
    },
    make: (company, fill) =>
      maker.make(
        company,
        { draft: draftOf(place, company), final: addressOf(place, company) },
        fill,
      ),
    async remove(company) {
      const address = addressOf(place, company)
      const opening = opened.get(company)
      opened.delete(company)
      if (opening) await closeOne(await opening)
      await reach(place, company, () => removeStore(address))
      rmSync(folderOf(place, company), { recursive: true, force: true })
    },
    async about(company) {
      const { kind, name } = aboutSetting
      const address = addressOf(place, company)
      return readAbout(await reach(place, company, () => readStoreSetting(address, kind, name)))
    },
    restore: (company, path) => restore(place, company, path),
    async finish() {
      for (const opening of opened.values()) await (await opening).store.search.finish()
    },
    async close() {
      await maker.close()
      for (const opening of opened.values()) await closeOne(await opening)
      opened.clear()
    },
  }
}

async function closeOne({ store, ledger }: OpenedCompany): Promise<void> {
  await ledger.close()
  await store.close()
}

async function openOne(place: CompaniesPlace, company: string): Promise<OpenedCompany> {
  const address = addressOf(place, company)
  const store = await reach(place, company, async () => {
    if (company !== place.usual && !(await storeExists(address))) {
      failWith('company_unknown', { company })
    }
    return openStore(address)
  })
  return { store, ledger: openLedger(store, place.now), folder: folderOf(place, company) }
}

const folderOf = ({ data }: CompaniesPlace, company: string): string => join(data, 'files', company)

function addressOf(place: CompaniesPlace, company: string): StoreAddress {
  const isReserved = reserved.has(company) || company.startsWith(draftPrefix)
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(company) || isReserved) {
    return failWith('company_unknown.name', { company })
  }
  return storeAddress(place, company)
}

/** Where a company is made before anybody sees it. */
const draftOf = (place: CompaniesPlace, company: string): StoreAddress =>
  storeAddress(place, draftPrefix + company)

function storeAddress({ data, databaseUrl }: CompaniesPlace, company: string): StoreAddress {
  return databaseUrl === undefined
    ? { engine: 'sqlite', path: join(data, `${company}.db`) }
    : { engine: 'postgres', url: databaseUrl, company }
}

async function restore(place: CompaniesPlace, company: string, path: string): Promise<void> {
  const address = addressOf(place, company)
  if (!existsSync(path)) failWith('not_found.backup', { path })
  const isRestored = await restoreStore(address, resolve(path), place.now()).catch(
    (error: unknown) => failWith('backup_invalid', { path, reason: (error as Error).message }),
  )
  if (!isRestored) failWith('company_exists.restore', { company })
}

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import { expect, inject, onTestFinished } from 'vitest'
import { invitePerson, ownerLink } from '../../src/contract/people.ts'
import type { Role } from '../../src/contract/permission.ts'
import { acceptLink, setUp } from '../../src/contract/sessions.ts'
import type { Single } from '../../src/contract/operation.ts'
import { answer } from '../../src/features/answer.ts'
import type { Companies } from '../../src/features/companies.ts'
import type { ServerContext } from '../../src/features/context.ts'
import { accessIn, identifierOf, machine, stranger } from '../../src/features/identity.ts'
import { localVisit, type Kept } from '../../src/features/visit.ts'
import type { AccountStore } from '../../src/store/accounts/account-store.ts'
import { openAccounts, type AccountsAddress } from '../../src/store/accounts/open.ts'
import { companiesOf } from './served.ts'
import type { Engine, OpenStore } from './stores.ts'

/** Opens accounts of their own for one test. */
export async function newAccounts(
  engine: Engine,
): Promise<{ accounts: AccountStore; address: AccountsAddress }> {
  const folder = mkdtempSync(join(tmpdir(), 'seriatim-accounts-'))
  const address: AccountsAddress =
    engine === 'sqlite'
      ? { engine, path: join(folder, 'accounts.db') }
      : {
          engine,
          url: inject('postgresUrl'),
          schema: `accounts_${randomBytes(8).toString('hex')}`,
        }
  const accounts = await openAccounts(address)
  onTestFinished(async () => {
    await accounts.close()
    rmSync(folder, { recursive: true })
  })
  return { accounts, address }
}

/** A browser: it keeps what it is told to keep, and asks as whoever is signed in there. */
export interface Browser {
  readonly kept: Record<Kept, string | null>
  call<In extends z.ZodType, Out extends z.ZodType>(
    operation: Single<In, Out>,
    input: z.input<In>,
  ): Promise<z.output<Out>>
}

/** Where browsers ask, and how. */
export interface Place {
  readonly accounts: AccountStore
  readonly companies: Companies
  /** The clock, in milliseconds UTC. */
  readonly now: () => number
}

/** Opens a browser at a network address. */
export function openBrowser({ accounts, companies, now }: Place, address = '10.0.0.7'): Browser {
  const identifier = identifierOf(accounts, now)
  const kept: Record<Kept, string | null> = { session: null, station: null }
  return {
    kept,
    async call(operation, input) {
      const known = kept.session === null ? null : await identifier.bySession(kept.session)
      const identity = known ?? stranger
      const context: ServerContext = {
        accounts,
        companies,
        identity,
        access: accessIn(identity, null),
        visit: {
          address,
          agent: 'test',
          origin: 'http://localhost:8420',
          kept: { ...kept },
          keep: (what, secret) => void (kept[what] = secret),
        },
        now,
      }
      return (await answer(operation, input, context)) as never
    },
  }
}

/** Asks as the command line beside the data does. */
export function openMachine({ accounts, companies, now }: Place): Pick<Browser, 'call'> {
  const identity = machine('tester')
  const visit = localVisit('http://localhost:8420')
  const context = { accounts, companies, identity, access: accessIn(identity, null), visit, now }
  return { call: async (operation, input) => (await answer(operation, input, context)) as never }
}

/** The secret of a one-time link. */
export const secretOf = ({ link }: { link: string }): string => link.split('#')[1]!

/** The password of the owner; those of others begin with it. */
export const ownerPassword = 'amber tractor sings'

/** What a refused call is rejected with. */
export const problemLike = (type: string, detail = /./) => ({
  problem: expect.objectContaining({
    type,
    detail: expect.stringMatching(detail) as string,
  }) as object,
})

/** A server whose owner is signed in at a browser, with a clock that the test moves. */
export async function openOwnedServer(open: OpenStore, engine: Engine) {
  const { accounts, address } = await newAccounts(engine)
  const opened = await open()
  const clock = { time: Date.UTC(2026, 0, 5) }
  const place = { accounts, companies: companiesOf(opened), now: () => clock.time }
  const machine = openMachine(place)
  const owner = openBrowser(place)
  const link = await machine.call(ownerLink, {})
  const who = { login: 'Olu', name: 'Olu Adeyemi', password: ownerPassword }
  const session = await owner.call(setUp, { secret: secretOf(link), ...who })
  const invite = async (login: string, role: Role) => {
    const wish = { login, name: login, memberships: [{ company: 'main', role }] }
    const made = await owner.call(invitePerson, wish)
    const browser = openBrowser(place)
    const password = `${ownerPassword} ${role}`
    await browser.call(acceptLink, { secret: secretOf(made), password })
    return { id: made.person.id, browser, password }
  }
  return {
    ...opened,
    accountsAddress: address,
    place,
    clock,
    machine,
    owner,
    link,
    session,
    invite,
  }
}

import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { newFolder } from '../../../test/imports/import-file.ts'
import {
  newAccounts,
  openBrowser,
  openOwnedServer,
  ownerPassword as password,
  problemLike as problem,
  secretOf,
} from '../../../test/support/accounts.ts'
import { forEachStore } from '../../../test/support/stores.ts'
import { listAccessLog } from '../../contract/access-log.ts'
import {
  backupAccounts,
  changePerson,
  invitePerson,
  listPeople,
  ownerLink,
  resetPerson,
} from '../../contract/people.ts'
import {
  acceptLink,
  changePassword,
  endSession,
  listSessions,
  setUp,
  showLink,
  signIn,
  signOut,
  whoAmI,
} from '../../contract/sessions.ts'
import { openAccounts, restoreAccounts, type AccountsAddress } from '../../store/accounts/open.ts'

const hourMs = 60 * 60_000
forEachStore('people', (open, engine) => {
  const openServer = () => openOwnedServer(open, engine)

  it('makes the first owner by a link that works once, and no other way', async () => {
    const { place, owner, link, session, machine } = await openServer()
    expect(session).toMatchObject({
      needsSetUp: false,
      person: { login: 'olu', name: 'Olu Adeyemi' },
      role: 'owner',
      companies: [{ company: 'main', role: 'owner' }],
    })
    expect(await owner.call(whoAmI, {})).toEqual(session)
    const stranger = openBrowser(place)
    const secret = secretOf(link)
    const other = { login: 'eve', name: 'Eve', password }
    await expect(stranger.call(setUp, { secret, ...other })).rejects.toMatchObject(
      problem('link_invalid', /seriatim owner-link/),
    )
    const next = { secret: secretOf(await machine.call(ownerLink, {})), ...other }
    await machine.call(ownerLink, {})
    await expect(stranger.call(setUp, next)).rejects.toMatchObject(problem('link_invalid'))
    await expect(stranger.call(setUp, { ...next, secret: 'x'.repeat(43) })).rejects.toMatchObject(
      problem('link_invalid'),
    )
    expect(await stranger.call(whoAmI, {})).toMatchObject({ as: 'nobody', companies: [] })
  })

  it('takes long passwords as they are and refuses those that are guessed first', async () => {
    const { place, machine } = await openServer()
    const secret = secretOf(await machine.call(ownerLink, {}))
    const browser = openBrowser(place)
    const refused: [password: string, detail: RegExp][] = [
      ['short words', /at least 12/],
      ['x'.repeat(129), /at most 128/],
      ['aaaaaaaaaaaaaa', /pattern/],
      ['abc123abc123abc123', /pattern/],
      ['abcdefghijklmnop', /pattern/],
      ['Seriatim-Ngozi!', /name/],
      ['1qaz2wsx3edc4rfv', /leaked/],
      ['Motherfucker', /leaked/],
    ]
    for (const [wish, detail] of refused) {
      await expect(
        browser.call(setUp, { secret, login: 'ngozi', name: 'Ngozi Eze', password: wish }),
      ).rejects.toMatchObject(problem('password_weak', detail))
    }
    const wish = 'pâté 漢字 with spaces, and more of it'
    await browser.call(setUp, { secret, login: 'ngozi', name: 'Ngozi Eze', password: wish })
    const again = openBrowser(place)
    const composed = wish.normalize('NFD')
    expect(await again.call(signIn, { login: ' NGOZI ', password: composed })).toMatchObject({
      person: { login: 'ngozi' },
    })
  })

  it('answers every wrong sign-in alike, and makes those who guess wait', async () => {
    const { place, clock, machine, accountsAddress } = await openServer()
    const browser = openBrowser(place, '10.6.6.6')
    const attempt = (login: string, wish: string) => browser.call(signIn, { login, password: wish })
    const told = new Set<string>()
    for (const login of ['olu', 'nobody', '*', "' or 1=1"]) {
      const refused = attempt(login, 'wrong and long enough')
      await refused.catch((error: unknown) => told.add((error as Error).message))
    }
    expect([...told]).toEqual(['Login and password do not fit. Check both and try again.'])
    for (let count = 0; count < 4; count += 1) await attempt('olu', 'wrong').catch(() => {})
    await expect(attempt('olu', password)).rejects.toMatchObject(
      problem('too_many_attempts', /in 1 s/),
    )
    // Starting anew, or asking another server, is no way around.
    const accounts = await openAccounts(accountsAddress)
    const elsewhere = openBrowser({ ...place, accounts }, '10.7.7.7')
    await expect(elsewhere.call(signIn, { login: 'olu', password })).rejects.toMatchObject(
      problem('too_many_attempts'),
    )
    await accounts.close()
    clock.time += 1000
    expect(await attempt('olu', password)).toMatchObject({ person: { login: 'olu' } })
    const log = (await machine.call(listAccessLog, {})).entries
    const lines = log.map(({ act, actor, subject }) => `${actor} ${act} ${subject}`)
    expect(lines).toContain('nobody sign_in_refused olu')
    expect(lines).toContain('nobody sign_in_refused null')
    expect(JSON.stringify(log)).not.toContain('long enough')
  })

  it('ends a session that rests, is old, is ended or whose person is disabled', async () => {
    const { place, clock, owner, invite } = await openServer()
    const isIn = async (browser = owner) => (await browser.call(whoAmI, {})).as === 'person'
    const { id, browser, ...ann } = await invite('ann', 'operator')
    for (let hours = 0; hours < 33; hours += 11) {
      clock.time += 11 * hourMs
      expect([await isIn(), await isIn(browser)]).toEqual([true, true])
    }
    clock.time += 13 * hourMs
    expect([await isIn(), await isIn(browser)]).toEqual([false, false])
    await owner.call(signIn, { login: 'olu', password })
    const phone = openBrowser(place)
    for (const one of [browser, phone])
      await one.call(signIn, { login: 'ann', password: ann.password })
    const stolen = phone.kept.session
    const { sessions } = await browser.call(listSessions, {})
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1)
    await browser.call(endSession, { session: sessions.find(({ isThis }) => !isThis)!.id })
    phone.kept.session = stolen
    expect([await isIn(browser), await isIn(phone)]).toEqual([true, false])
    const [own] = (await owner.call(listSessions, {})).sessions
    await expect(browser.call(endSession, { session: own!.id })).rejects.toMatchObject(
      problem('not_found'),
    )
    await owner.call(changePerson, { person: id, disabled: true })
    expect(await isIn(browser)).toBe(false)
    await expect(
      browser.call(signIn, { login: 'ann', password: ann.password }),
    ).rejects.toMatchObject(problem('sign_in_refused', /do not fit/))
    const secret = owner.kept.session
    await owner.call(signOut, {})
    expect(owner.kept.session).toBeNull()
    owner.kept.session = secret
    expect(await isIn()).toBe(false)
  })

  it('changes roles at once, and never leaves the server without an owner', async () => {
    const { owner, session, invite } = await openServer()
    const { id, browser } = await invite('ben', 'viewer')
    const permissions = async () => (await browser.call(whoAmI, {})).companies[0]?.permissions
    expect(await permissions()).toEqual(['read'])
    await expect(browser.call(listPeople, {})).rejects.toMatchObject(problem('permission_denied'))
    await owner.call(changePerson, {
      person: id,
      memberships: [{ company: 'main', role: 'owner' }],
    })
    expect(await permissions()).toEqual(['read', 'record', 'manage', 'administer'])
    // Whoever owns one company does not own the server.
    await expect(browser.call(listPeople, {})).rejects.toMatchObject(problem('permission_denied'))
    // An owner who was invited and has no password yet cannot help anybody.
    const everywhere = [{ company: '*', role: 'owner' as const }]
    await owner.call(invitePerson, { login: 'ida', name: 'Ida', memberships: everywhere })
    const own = session.person!.id
    for (const change of [{ disabled: true }, { memberships: [] }]) {
      await expect(owner.call(changePerson, { person: own, ...change })).rejects.toMatchObject(
        problem('last_owner'),
      )
    }
    await owner.call(changePerson, { person: id, memberships: everywhere })
    await owner.call(changePerson, { person: own, memberships: [{ company: '*', role: 'viewer' }] })
    await expect(owner.call(listPeople, {})).rejects.toMatchObject(problem('permission_denied'))
    const { people } = await browser.call(listPeople, {})
    expect(people.map(({ login, canSignIn }) => [login, canSignIn])).toEqual([
      ['ida', false],
      ['olu', true],
      ['ben', true],
    ])
    const wish = {
      login: 'BEN',
      name: 'Other',
      memberships: [{ company: '*', role: 'viewer' as const }],
    }
    await expect(browser.call(invitePerson, wish)).rejects.toMatchObject(problem('name_taken'))
    const nowhere = [{ company: 'nowhere', role: 'viewer' as const }]
    await expect(
      browser.call(invitePerson, { ...wish, login: 'cy', memberships: nowhere }),
    ).rejects.toMatchObject(problem('input_invalid', /no company nowhere/))
  })

  it('lets people in again by a link, and ends what was open elsewhere', async () => {
    const { place, clock, owner, machine, invite } = await openServer()
    const { id, browser, ...ann } = await invite('ann', 'operator')
    const link = await owner.call(resetPerson, { person: id })
    expect((await browser.call(whoAmI, {})).as).toBe('nobody')
    expect(await browser.call(showLink, { secret: secretOf(link) })).toMatchObject({
      kind: 'reset',
      person: { login: 'ann' },
    })
    clock.time += 25 * hourMs
    const late = { secret: secretOf(link), password: `${password} two` }
    await expect(browser.call(acceptLink, late)).rejects.toMatchObject(problem('link_invalid'))
    await browser.call(signIn, { login: 'ann', password: ann.password })
    const other = openBrowser(place)
    await other.call(signIn, { login: 'ann', password: ann.password })
    const change = { password: ann.password, newPassword: `${password} three` }
    await expect(
      browser.call(changePassword, { ...change, password: 'wrong' }),
    ).rejects.toMatchObject(problem('sign_in_refused'))
    await browser.call(changePassword, change)
    expect((await browser.call(whoAmI, {})).as).toBe('person')
    expect((await other.call(whoAmI, {})).as).toBe('nobody')
    const help = await machine.call(ownerLink, { login: 'ann' })
    const accepted = { secret: secretOf(help), password: `${password} four` }
    expect(await other.call(acceptLink, accepted)).toMatchObject({ role: 'owner' })
  })

  it('come back from a backup, with nobody signed in', async () => {
    const { place, owner, machine } = await openOwnedServer(open, engine)
    const { address } = await newAccounts(engine)
    const path = join(newFolder(), 'accounts.backup')
    await machine.call(backupAccounts, { path })
    expect(await restoreAccounts(address, path)).toBe(false)
    const other = elsewhere(address)
    expect(await restoreAccounts(other, path)).toBe(true)
    const accounts = await openAccounts(other)
    onTestFinished(() => accounts.close())
    const browser = openBrowser({ ...place, accounts })
    browser.kept.session = owner.kept.session
    expect((await browser.call(whoAmI, {})).as).toBe('nobody')
    expect(await browser.call(signIn, { login: 'olu', password })).toMatchObject({ role: 'owner' })
  })
})

/** An address beside another, where there is nothing yet. */
const elsewhere = (address: AccountsAddress): AccountsAddress =>
  address.engine === 'sqlite'
    ? { ...address, path: `${address.path}.restored` }
    : { ...address, schema: `${address.schema}_restored` }

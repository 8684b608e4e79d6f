import type { z } from 'zod'
import type {
  acceptLink,
  changeOperator,
  changePassword,
  setUp,
  signIn,
} from '../../contract/sessions.ts'
import type { sessionView } from '../../contract/sessions.ts'
import { failWith } from '../../contract/problem.ts'
import { note, sayAccess } from '../access-log.ts'
import type { ServerContext } from '../context.ts'
import { allCompanies } from '../identity.ts'
import { findStation } from '../own-station.ts'
import { keyedHashOf } from '../secret.ts'
import { findLink, useLink, voidLinks } from './links.ts'
import { checkPassword } from './password-rules.ts'
import { hashPassword, isPassword, pretendToCheck } from './password.ts'
import { addPerson } from './people.ts'
import { beginSession, endSessions, viewSession } from './sessions.ts'
import { countAttempt, forgetAttempt, fromAddress, onLogin } from './throttle.ts'

type SessionView = z.input<typeof sessionView>

/** Signs in by a password; one answer, after the same time, for whatever is wrong. */
export async function signInByPassword(
  { login, password }: z.output<typeof signIn.input>,
  context: ServerContext,
): Promise<SessionView> {
  const { accounts, visit } = context
  const wanted = login.trim().toLowerCase()
  await countAttempt(context, onLogin(wanted), fromAddress(visit.address))
  const person = await accounts.db
    .selectFrom('people')
    .select(['id', 'login', 'password', 'disabled'])
    .where('login', '=', wanted)
    .executeTakeFirst()
  const isRight = await isTheirs(password, person?.password ?? null)
  if (!person || !isRight || person.disabled !== null) {
    await note(context, 'sign_in_refused', { ...subjectOf(person), actor: 'nobody' })
    return failWith('sign_in_refused')
  }
  await forgetAttempt(context, wanted, visit.address)
  await note(context, 'signed_in', { actor: person.login, detail: sayAccess('log.means.password') })
  return beginSession(context, person, 'password')
}

/** Whom an attempt was about, where it is known. */
const subjectOf = (person: { login: string } | undefined) => person && { subject: person.login }

async function isTheirs(password: string, hash: string | null): Promise<boolean> {
  if (hash !== null) return isPassword(password, hash)
  await pretendToCheck(password)
  return false
}

/** Makes the account of an owner by the link that the server printed, and signs in. */
export async function makeOwner(
  { secret, login, name, password }: z.output<typeof setUp.input>,
  context: ServerContext,
): Promise<SessionView> {
  const { accounts, now } = context
  const link = await findLink(context, secret)
  if (link.kind !== 'owner') failWith('input_invalid.owner_link', {}, 'secret')
  checkPassword(password, [login, name])
  const hash = await hashPassword(password)
  const id = await accounts.transact(async (db) => {
    await useLink(db, link.id, now())
    await voidLinks(db, null)
    return addPerson(db, { login, name, password: hash, created: now() }, [
      { company: allCompanies, role: 'owner' },
    ])
  })
  await note(context, 'owner_made', { actor: login, subject: login })
  return beginSession(context, { id }, 'link')
}

/** Sets a password by an invitation or a reset link, and signs in. */
export async function usePersonLink(
  { secret, password, name }: z.output<typeof acceptLink.input>,
  context: ServerContext,
): Promise<SessionView> {
  const { accounts, now } = context
  const link = await findLink(context, secret)
  const person = await accounts.db
    .selectFrom('people')
    .select(['id', 'login', 'name', 'disabled'])
    .where('id', '=', link.person ?? 0)
    .executeTakeFirst()
  if (!person || person.disabled !== null) {
    return failWith('link_invalid')
  }
  checkPassword(password, [person.login, name ?? person.name])
  const hash = await hashPassword(password)
  await accounts.transact(async (db) => {
    await useLink(db, link.id, now())
    await db
      .updateTable('people')
      .set({ password: hash, ...(name !== undefined && { name }) })
      .where('id', '=', person.id)
      .execute()
    await db.deleteFrom('sessions').where('person', '=', person.id).execute()
  })
  await note(context, 'link_used', {
    actor: person.login,
    detail: sayAccess(`log.link.${link.kind}`),
  })
  return beginSession(context, person, 'link')
}

/** Sets another password; whoever else is signed in as this person is not any more. */
export async function replacePassword(
  { password, newPassword }: z.output<typeof changePassword.input>,
  context: ServerContext,
): Promise<void> {
  const { accounts, access, identity, visit } = context
  const { id, login, name } = access.person!
  await countAttempt(context, onLogin(login), fromAddress(visit.address))
  const row = await accounts.db
    .selectFrom('people')
    .select('password')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (!(await isTheirs(password, row.password))) {
    failWith('sign_in_refused.password', {}, 'password')
  }
  await forgetAttempt(context, login, visit.address)
  checkPassword(newPassword, [login, name])
  const hash = await hashPassword(newPassword)
  await accounts.db.updateTable('people').set({ password: hash }).where('id', '=', id).execute()
  await endSessions(accounts, (sessions) =>
    sessions.where('person', '=', id).where('id', '!=', identity.session ?? 0),
  )
  await note(context, 'password_changed', { subject: login })
}

/** What a badge's symbol begins with when Seriatim printed it. */
const badgePrefix = /^SRT:BADGE:/i

/** What is stored of a badge: found again by the scan, useless to whoever reads the store. */
export const badgeHashOf = ({ accounts: { key } }: ServerContext, badge: string): string =>
  keyedHashOf(key, badge.trim().replace(badgePrefix, ''))

/** Signs in at a shared station by a badge; whoever has a PIN gives it too. */
export async function signInByBadge(
  { badge, pin }: z.output<typeof changeOperator.input>,
  context: ServerContext,
): Promise<{ needsPin: boolean; session: SessionView }> {
  const { accounts, visit } = context
  const station = await findStation(context)
  if (!station) {
    failWith('permission_denied.badge')
  }
  const hash = badgeHashOf(context, badge)
  const counted = [onLogin(`badge:${hash}`), fromAddress(visit.address)]
  const person = await accounts.db
    .selectFrom('people')
    .select(['id', 'login', 'pin'])
    .where('badge', '=', hash)
    .where('disabled', 'is', null)
    .executeTakeFirst()
  if (person?.pin && pin === undefined) {
    return { needsPin: true, session: await viewSession(context, station) }
  }
  await countAttempt(context, ...counted)
  const isRight = person && (person.pin === null || (await isPassword(pin ?? '', person.pin)))
  if (!person || !isRight) {
    await note(context, 'sign_in_refused', {
      ...subjectOf(person),
      detail: sayAccess('log.means.badge'),
    })
    return failWith(person ? 'sign_in_refused.pin' : 'sign_in_refused.badge')
  }
  await forgetAttempt(context, `badge:${hash}`, visit.address)
  await note(context, 'signed_in', {
    actor: person.login,
    detail: sayAccess('log.means.badgeAt', { station: station.name }),
  })
  return { needsPin: false, session: await beginSession(context, person, 'badge') }
}

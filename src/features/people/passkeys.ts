import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { z } from 'zod'
import { passkeyId } from '../../contract/passkeys.ts'
import type { sessionView } from '../../contract/sessions.ts'
import { failWith } from '../../contract/problem.ts'
import { note, sayAccess } from '../access-log.ts'
import type { ServerContext } from '../context.ts'
import { hashOf } from '../secret.ts'
import { beginSession, canUsePasskeys } from './sessions.ts'
import { countAttempt, fromAddress } from './throttle.ts'

/** Loaded when the first passkey is asked for: it is large, and few commands need it. */
const webAuthn = () => import('@simplewebauthn/server')

/** Ways to reach an authenticator, as the browser named them. */
type Transports = NonNullable<RegistrationResponseJSON['response']['transports']>

/** How long a browser may take to make or use a passkey, in milliseconds. */
const challengeMs = 5 * 60_000

/** What the browser needs to make a passkey of the person. */
export async function registrationOptions(context: ServerContext): Promise<object> {
  const { accounts, access } = context
  const person = access.person!
  const rpID = relyingParty(context)
  const known = await accounts.db
    .selectFrom('passkeys')
    .select(['id', 'transports'])
    .where('person', '=', person.id)
    .execute()
  const { generateRegistrationOptions } = await webAuthn()
  const options = await generateRegistrationOptions({
    rpName: 'Seriatim',
    rpID,
    userName: person.login,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(`person:${person.id}`),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({
      id,
      transports: JSON.parse(transports) as Transports,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(context, options.challenge, person.id)
  return options
}

/** Keeps the passkey that the browser made; gives its id. */
export async function addPasskeyOf(
  name: string,
  response: object,
  context: ServerContext,
): Promise<{ id: string }> {
  const { accounts, access, now, visit } = context
  const person = access.person!
  const { verifyRegistrationResponse } = await webAuthn()
  const { verified, registrationInfo } = await checked(() =>
    verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge(context, challenge, person.id),
      expectedOrigin: visit.origin,
      expectedRPID: relyingParty(context),
      requireUserVerification: true,
    }),
  )
  if (!verified || !registrationInfo) return refusePasskey()
  const { credential } = registrationInfo
  await accounts.transact((db) =>
    db
      .insertInto('passkeys')
      .values({
        id: credential.id,
        person: person.id,
        name,
        public_key: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: JSON.stringify(credential.transports ?? []),
        created: now(),
        used: null,
      })
      .execute(),
  )
  await note(context, 'passkey_added', { detail: name })
  return { id: credential.id }
}

/** What the browser needs to sign in by a passkey. */
export async function authenticationOptions(context: ServerContext): Promise<object> {
  await countAttempt(context, { ...fromAddress(`passkey:${context.visit.address}`), free: 200 })
  const { generateAuthenticationOptions } = await webAuthn()
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(context),
    userVerification: 'required',
  })
  await keepChallenge(context, options.challenge, null)
  return options
}

/** Signs in by a passkey. */
export async function signInByPasskey(
  response: object,
  context: ServerContext,
): Promise<z.input<typeof sessionView>> {
  const { accounts, now, visit } = context
  const given = response as AuthenticationResponseJSON
  if (!passkeyId.safeParse(given.id).success) return refusePasskey()
  const row = await accounts.db
    .selectFrom('passkeys as k')
    .innerJoin('people as p', 'p.id', 'k.person')
    .select(['k.id', 'k.public_key', 'k.counter', 'k.transports', 'p.login', 'p.id as person'])
    .where('k.id', '=', given.id)
    .where('p.disabled', 'is', null)
    .executeTakeFirst()
  if (!row) return refusePasskey()
  const { verifyAuthenticationResponse } = await webAuthn()
  const { verified, authenticationInfo } = await checked(() =>
    verifyAuthenticationResponse({
      response: given,
      expectedChallenge: (challenge) => takeChallenge(context, challenge, null),
      expectedOrigin: visit.origin,
      expectedRPID: relyingParty(context),
      requireUserVerification: true,
      credential: {
        id: row.id,
        publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
        counter: row.counter,
        transports: JSON.parse(row.transports) as Transports,
      },
    }),
  )
  if (!verified) return refusePasskey()
  await accounts.db
    .updateTable('passkeys')
    .set({ counter: authenticationInfo.newCounter, used: now() })
    .where('id', '=', row.id)
    .execute()
  await note(context, 'signed_in', { actor: row.login, detail: sayAccess('log.means.passkey') })
  return beginSession(context, { id: row.person }, 'passkey')
}

/** The name that passkeys are for: that of the address under which the browser sees the server. */
function relyingParty({ visit }: ServerContext): string {
  if (!canUsePasskeys(visit.origin)) {
    failWith('permission_denied.passkey')
  }
  return new URL(visit.origin).hostname
}

const keepChallenge = (
  { accounts, now }: ServerContext,
  challenge: string,
  person: number | null,
): Promise<unknown> =>
  accounts.transact(async (db) => {
    await db.deleteFrom('challenges').where('expires', '<', now()).execute()
    const row = { hash: hashOf(challenge), challenge, person, expires: now() + challengeMs }
    await db.insertInto('challenges').values(row).execute()
  })

/** Whether a challenge was given to this person, or for signing in; it is good once. */
async function takeChallenge(
  { accounts, now }: ServerContext,
  challenge: string,
  person: number | null,
): Promise<boolean> {
  const row = await accounts.db
    .deleteFrom('challenges')
    .where('hash', '=', hashOf(challenge))
    .where('expires', '>', now())
    .returning('person')
    .executeTakeFirst()
  return row !== undefined && row.person === person
}

/** The library throws at whatever does not fit; to whoever asks it is one refusal. */
async function checked<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify()
  } catch {
    return refusePasskey()
  }
}

const refusePasskey = (): never => failWith('sign_in_refused.passkey')

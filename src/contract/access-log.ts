import { z } from 'zod'
import { said } from './clause.ts'
import { operation, page } from './operation.ts'

/** What is written down about access, each with the sentence that a person reads. */
export const accessActs = {
  owner_link_made: 'made a link for an owner',
  owner_made: 'made the account of an owner',
  signed_in: 'signed in',
  sign_in_refused: 'was refused at sign-in',
  signed_out: 'signed out',
  session_ended: 'ended a session',
  password_changed: 'changed the password',
  person_invited: 'invited',
  person_changed: 'changed the account of',
  link_made: 'made a link for a new password for',
  link_used: 'used a link',
  badge_set: 'changed the badge of',
  passkey_added: 'added a passkey',
  passkey_removed: 'removed a passkey',
  token_created: 'made the token',
  token_revoked: 'revoked the token',
  station_registered: 'registered the station',
  station_changed: 'changed the station',
  station_removed: 'removed the station',
} as const

export type AccessAct = keyof typeof accessActs

export const listAccessLog = operation({
  name: 'listAccessLog',
  method: 'GET',
  scope: 'server',
  path: '/access-log',
  summary: 'List who signed in and who changed what about access, the latest first',
  needs: 'administer',
  input: z.object(page),
  output: z.object({
    entries: z.array(
      z.object({
        id: z.int(),
        time: z.string(),
        act: z.enum(Object.keys(accessActs) as [AccessAct, ...AccessAct[]]),
        actor: z.string(),
        subject: z.string().nullable().describe('Whom or what it was done to.'),
        address: z.string(),
        detail: z.string().nullable(),
        said: said.describe('The detail, to be said in another language; null in old entries.'),
      }),
    ),
    cursor: z.string().nullable(),
  }),
})

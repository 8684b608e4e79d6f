import {
  acceptLink,
  changeOperator,
  changePassword,
  endSession,
  listSessions,
  setUp,
  showLink,
  signIn,
  signOut,
  whoAmI,
} from '../../contract/sessions.ts'
import { failWith } from '../../contract/problem.ts'
import { note } from '../access-log.ts'
import { handleServer, type Handler, type ServerContext } from '../context.ts'
import { findStation } from '../own-station.ts'
import { findLink } from './links.ts'
import { endOwnSession, endSessions, viewSession } from './sessions.ts'
import {
  makeOwner,
  replacePassword,
  signInByBadge,
  signInByPassword,
  usePersonLink,
} from './sign-in.ts'

export const sessionRoutes: readonly Handler[] = [
  handleServer(whoAmI, async (_, context) => viewSession(context, await findStation(context))),
  handleServer(showLink, async ({ secret }, context) => {
    const { kind, person, expires } = await findLink(context, secret)
    return {
      kind,
      person: person === null ? null : await nameOf(context, person),
      expires: new Date(expires).toISOString(),
    }
  }),
  handleServer(setUp, makeOwner),
  handleServer(acceptLink, usePersonLink),
  handleServer(signIn, signInByPassword),
  handleServer(changeOperator, signInByBadge),
  handleServer(signOut, async (_, context) => {
    if (context.access.person) await note(context, 'signed_out')
    await endOwnSession(context)
    return {}
  }),
  handleServer(changePassword, async (input, context) => {
    await replacePassword(input, context)
    return {}
  }),
  handleServer(listSessions, async (_, context) => ({ sessions: await sessionsOf(context) })),
  handleServer(endSession, async ({ session }, context) => {
    const { accounts, access } = context
    const ended = await endSessions(accounts, (sessions) =>
      sessions.where('id', '=', session).where('person', '=', access.person!.id),
    )
    if (ended === 0) return failWith('not_found.session', {}, 'session')
    await note(context, 'session_ended')
    return {}
  }),
]

async function nameOf({ accounts }: ServerContext, id: number) {
  return accounts.db
    .selectFrom('people')
    .select(['login', 'name'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function sessionsOf({ accounts, access, identity, now }: ServerContext) {
  const rows = await accounts.db
    .selectFrom('sessions as s')
    .leftJoin('stations as t', 't.id', 's.station')
    .select(['s.id', 's.created', 's.seen', 's.idle', 's.address', 's.agent', 't.name as station'])
    .where('s.person', '=', access.person!.id)
    .where('s.expires', '>', now())
    .orderBy('s.seen', 'desc')
    .execute()
  return rows
    .filter(({ seen, idle }) => seen + idle > now())
    .map(({ id, created, seen, address, agent, station }) => ({
      id,
      created: new Date(created).toISOString(),
      seen: new Date(seen).toISOString(),
      address,
      agent,
      station,
      isThis: id === identity.session,
    }))
}

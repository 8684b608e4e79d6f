import { z } from 'zod'
import { operation, plainText } from './operation.ts'
import { login, password, personName } from './people.ts'
import { permissionNames, roleNames } from './permission.ts'

const permissionList = z.array(z.enum(permissionNames))

/** Who is asking, from where, and what they may. */
export const sessionView = z
  .object({
    needsSetUp: z
      .boolean()
      .describe('No owner has been made yet: the link that the server printed comes first.'),
    as: z.enum(['nobody', 'person', 'token', 'machine']),
    person: z.object({ id: z.int(), login: z.string(), name: z.string() }).nullable(),
    role: z.enum(roleNames).nullable().describe('Role and permissions in all companies, if any.'),
    permissions: permissionList,
    companies: z.array(
      z.object({
        company: z.string(),
        role: z.enum(roleNames).nullable(),
        permissions: permissionList,
      }),
    ),
    station: z
      .object({
        id: z.int(),
        name: z.string(),
        company: z.string(),
        location: z.string().nullable(),
        calibration: z.unknown(),
      })
      .nullable()
      .describe('The shared station that this browser is.'),
    idleSeconds: z.int().nullable().describe('Ends when nothing is done for so long, in seconds.'),
    passkeys: z
      .boolean()
      .describe('Passkeys work here: the page came over HTTPS or from this machine.'),
  })
  .meta({ id: 'Session' })

export const whoAmI = operation({
  name: 'whoAmI',
  method: 'GET',
  scope: 'server',
  path: '/session',
  summary: 'Say who is signed in, what they may, and in which companies',
  needs: 'nothing',
  input: z.object({}),
  output: sessionView,
})

/** The secret part of a link, as it stands after the `#`. */
const linkSecret = z.string().min(20).max(200)

export const showLink = operation({
  name: 'showLink',
  method: 'POST',
  scope: 'server',
  path: '/links/shown',
  summary: 'Say what a one-time link is for',
  needs: 'nothing',
  input: z.object({ secret: linkSecret }),
  output: z.object({
    kind: z.enum(['owner', 'invitation', 'reset']),
    person: z.object({ login: z.string(), name: z.string() }).nullable(),
    expires: z.string(),
  }),
})

export const setUp = operation({
  name: 'setUp',
  method: 'POST',
  scope: 'server',
  path: '/links/owner',
  summary: 'Make the account of an owner by the link that the server printed, and sign in',
  needs: 'nothing',
  input: z.object({ secret: linkSecret, login, name: personName, password }),
  output: sessionView,
})

export const acceptLink = operation({
  name: 'acceptLink',
  method: 'POST',
  scope: 'server',
  path: '/links/accepted',
  summary: 'Choose a password by an invitation or a reset link, and sign in',
  needs: 'nothing',
  input: z.object({ secret: linkSecret, password, name: personName.optional() }),
  output: sessionView,
})

export const signIn = operation({
  name: 'signIn',
  method: 'POST',
  scope: 'server',
  path: '/session',
  summary: 'Sign in with a password',
  needs: 'nothing',
  input: z.object({ login: plainText(200), password }),
  output: sessionView,
})

export const changeOperator = operation({
  name: 'changeOperator',
  method: 'POST',
  scope: 'server',
  path: '/session/operator',
  summary: 'Sign in at a shared station by a badge, and a PIN where the person has one',
  needs: 'nothing',
  input: z.object({ badge: z.string().min(1).max(100), pin: z.string().max(12).optional() }),
  output: z.object({
    needsPin: z.boolean().describe('The PIN has to be given too; nobody was signed in.'),
    session: sessionView,
  }),
})

export const signOut = operation({
  name: 'signOut',
  method: 'DELETE',
  scope: 'server',
  path: '/session',
  summary: 'Sign out',
  needs: 'nothing',
  input: z.object({}),
  output: z.object({}),
})

export const changePassword = operation({
  name: 'changePassword',
  method: 'PUT',
  scope: 'server',
  path: '/session/password',
  summary: 'Choose another password; ends the other sessions of the person',
  needs: 'self',
  input: z.object({ password, newPassword: password }),
  output: z.object({}),
})

export const listSessions = operation({
  name: 'listSessions',
  method: 'GET',
  scope: 'server',
  path: '/sessions',
  summary: 'List where the person is signed in',
  needs: 'self',
  input: z.object({}),
  output: z.object({
    sessions: z.array(
      z.object({
        id: z.int(),
        created: z.string(),
        seen: z.string(),
        address: z.string(),
        agent: z.string(),
        station: z.string().nullable(),
        isThis: z.boolean().describe('The session that asks.'),
      }),
    ),
  }),
})

export const endSession = operation({
  name: 'endSession',
  method: 'DELETE',
  scope: 'server',
  path: '/sessions/{session}',
  summary: 'End one of the person’s sessions',
  needs: 'self',
  input: z.object({ session: z.coerce.number().int().min(1) }),
  output: z.object({}),
})

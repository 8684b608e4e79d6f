import { z } from 'zod'
import { operation, plainText } from './operation.ts'
import { sessionView } from './sessions.ts'

/** What the browser’s WebAuthn interface takes and gives; its library checks it. */
const webAuthn = z.record(z.string(), z.unknown())

/** Id that an authenticator gave a passkey, in base64url. */
export const passkeyId = z.string().regex(/^[\w-]{1,1500}$/)

export const beginPasskey = operation({
  name: 'beginPasskey',
  method: 'POST',
  scope: 'server',
  path: '/passkeys/begun',
  summary: 'Begin to add a passkey: gives what the browser needs to make one',
  needs: 'self',
  input: z.object({}),
  output: z.object({ options: webAuthn }),
})

export const addPasskey = operation({
  name: 'addPasskey',
  method: 'POST',
  scope: 'server',
  path: '/passkeys',
  summary: 'Add the passkey that the browser made',
  needs: 'self',
  input: z.object({ name: plainText(100), response: webAuthn }),
  output: z.object({ id: z.string() }),
})

export const listPasskeys = operation({
  name: 'listPasskeys',
  method: 'GET',
  scope: 'server',
  path: '/passkeys',
  summary: 'List the passkeys of the person',
  needs: 'self',
  input: z.object({}),
  output: z.object({
    passkeys: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        created: z.string(),
        used: z.string().nullable(),
      }),
    ),
  }),
})

export const removePasskey = operation({
  name: 'removePasskey',
  method: 'DELETE',
  scope: 'server',
  path: '/passkeys/{passkey}',
  summary: 'Remove a passkey of the person',
  needs: 'self',
  input: z.object({ passkey: passkeyId }),
  output: z.object({}),
})

export const beginPasskeySignIn = operation({
  name: 'beginPasskeySignIn',
  method: 'POST',
  scope: 'server',
  path: '/session/passkey/begun',
  summary: 'Begin to sign in with a passkey: gives what the browser needs',
  needs: 'nothing',
  input: z.object({}),
  output: z.object({ options: webAuthn }),
})

export const signInWithPasskey = operation({
  name: 'signInWithPasskey',
  method: 'POST',
  scope: 'server',
  path: '/session/passkey',
  summary: 'Sign in with a passkey',
  needs: 'nothing',
  input: z.object({ response: webAuthn }),
  output: sessionView,
})

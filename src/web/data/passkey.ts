import type { Session, WebClient } from '../../client/web-client.ts'

/** Loaded when somebody reaches for a passkey. */
const webAuthn = () => import('@simplewebauthn/browser')

/** Signs in by a passkey; undefined when the person or the browser did not go on. */
export async function signInWithPasskey(client: WebClient): Promise<Session | undefined> {
  const { options } = await client.call('beginPasskeySignIn', {})
  const { startAuthentication } = await webAuthn()
  const response = await startAuthentication({ optionsJSON: options as never }).catch(() => null)
  if (response === null) return undefined
  return client.call('signInWithPasskey', { response: { ...response } })
}

/** Makes a passkey of whoever is signed in; false when the person or the browser did not go on. */
export async function addPasskey(client: WebClient, name: string): Promise<boolean> {
  const { options } = await client.call('beginPasskey', {})
  const { startRegistration } = await webAuthn()
  const response = await startRegistration({ optionsJSON: options as never }).catch(() => null)
  if (response === null) return false
  await client.call('addPasskey', { name, response: { ...response } })
  return true
}

import { useSyncExternalStore } from 'react'
import { ProblemError } from '../../contract/problem-error.ts'

/** Signing in that is waited for, while the session has ended. */
let awaited: PromiseWithResolvers<void> | undefined
const listeners = new Set<() => void>()

const setAwaited = (next: typeof awaited): void => {
  awaited = next
  for (const listener of listeners) listener()
}

export const isSessionEnded = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.type === 'sign_in_needed'

/**
 * Asks whoever is there to sign in again, over the page as it is: what was typed and scanned stays.
 * Comes back when they have.
 */
export function sessionAgain(): Promise<void> {
  if (!awaited) setAwaited(Promise.withResolvers())
  return awaited!.promise
}

/** Does what needs a session, and once more when it had ended and somebody signed in again. */
export async function whileSignedIn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isSessionEnded(error)) throw error
    await sessionAgain()
    return work()
  }
}

/** Everything that waited for a session goes on. */
export function sessionIsBack(): void {
  const waited = awaited
  setAwaited(undefined)
  waited?.resolve()
}

/** Whether somebody has to sign in before anything goes on. */
export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => awaited !== undefined,
  )

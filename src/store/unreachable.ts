import { StoreFailedError } from './store.ts'

/** Codes of errors that say that the way to the database is broken, or that it is going or gone. */
const lostCode =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|08\w{3}|57P0[1-5]|53300)$/

/** What the driver says without a code. */
const lostMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/

/**
 * Why a store could not do what was asked because it cannot be reached or has failed, as a
 * sentence; undefined for any other error.
 */
export function whyUnreachable(error: unknown): string | undefined {
  if (error instanceof StoreFailedError) return error.message
  const { code, syscall, message, errors } = error as {
    code?: unknown
    syscall?: unknown
    message?: unknown
    errors?: unknown[]
  }
  const isLost =
    (typeof code === 'string' && lostCode.test(code)) ||
    syscall === 'connect' ||
    (typeof message === 'string' && lostMessage.test(message)) ||
    errors?.some((one) => whyUnreachable(one) !== undefined) === true
  return isLost
    ? 'The database does not answer. Try again in a moment; ' +
        'a command that is sent again with its id is not counted twice.'
    : undefined
}

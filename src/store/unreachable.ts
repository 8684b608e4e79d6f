import { sayProblem, type ProblemText } from '../contract/problem-types.ts'
import { listOf, type Clause, type Said } from '../i18n/clause.ts'
import { StoreFailedError } from './store.ts'

/** Codes of errors that say that the way to the database is broken, or that it is going or gone. */
const lostCode =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|08\w{3}|57P0[1-5]|53300)$/

/** Whether an error says that a file is not what it should be. */
export function isDamaged(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^SQLITE_(CORRUPT|NOTADB)/.test(code)
}

/** What to do about a file that cannot be opened, by the code of the error that says so. */
const remedies: readonly (readonly [code: RegExp, text: ProblemText])[] = [
  [/^(EACCES|EPERM|EROFS|SQLITE_(READONLY|CANTOPEN|PERM))/, 'store_unreachable.rights'],
  [/^(ENOSPC|EDQUOT|SQLITE_(FULL|IOERR))/, 'store_unreachable.full'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'store_unreachable.broken'],
  [/^SQLITE_BUSY/, 'store_unreachable.busy'],
]

/** Why a store cannot be opened, and what to do about that where it is known. */
export function whyNotOpened(error: unknown): Said {
  const {
    errors: [first] = [],
    message,
    code,
  } = error as Error & {
    errors?: Error[]
    code?: unknown
  }
  const remedy = remedies.find(([known]) => typeof code === 'string' && known.test(code))
  const why = message || first?.message || String(error)
  if (remedy === undefined) return why
  return listOf('sentence', [`${why.replace(/\.$/, '')}.`, sayProblem(remedy[1])])
}

/** What the driver says without a code. */
const lostMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/

/**
 * Why a store could not do what was asked because it cannot be reached, is damaged or has failed,
 * in words; undefined for any other error.
 */
export function whyUnreachable(error: unknown): Clause | undefined {
  if (error instanceof StoreFailedError) return error.said
  if (isDamaged(error)) return sayProblem('store_unreachable.damaged')
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
  return isLost ? sayProblem('store_unreachable.lost') : undefined
}

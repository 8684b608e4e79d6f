/** Errors as values: what is wrong, where, by which rule, and what to do about it. */

import type { Clause, Said } from '../i18n/clause.ts'
import { inEnglish } from '../i18n/english.ts'
import { say, type sentences } from './say.ts'

/** Stable name of what is wrong, as the GS1 reference engine calls it where it has a name. */
export type ProblemCode = keyof typeof sentences

/** Why an input was refused. */
export interface Problem {
  readonly code: ProblemCode
  /** The rule that was broken: a linter of the Syntax Dictionary (`csum`, `yymmd0`), or one of
   * `format`, `req`, `ex`, `repeat`, `digital-link`, `scan-data`, `epc`, `envelope`, `key`. */
  readonly rule: string
  /** The application identifier concerned, or null when it is not about one. */
  readonly ai: string | null
  /** Offset of the fault in the input, in UTF-16 code units. */
  readonly position: number
  /** Length of the offending text, in UTF-16 code units; 0 where something is missing. */
  readonly length: number
  /** A sentence for people: what is wrong and what to do. */
  readonly message: string
  /** The sentence in no language yet. */
  readonly said: Clause
}

export type Success<T> = { readonly ok: true; readonly value: T }
export type Failure = { readonly ok: false; readonly error: Problem }
export type Result<T> = Success<T> | Failure

/** What a check finds inside one text, before it is known where that text stood. */
export interface Fault {
  readonly code: ProblemCode
  readonly at: number
  readonly length: number
}

export function fault(code: ProblemCode, at: number, length: number): Fault {
  return { code, at, length }
}

export function success<T>(value: T): Success<T> {
  return { ok: true, value }
}

interface FailureDetails {
  readonly code: ProblemCode
  readonly rule: string
  readonly position: number
  readonly length?: number
  readonly ai?: string
  /** Appended to the sentence: the names or values that this case is about. */
  readonly detail?: Said
}

export function failure(details: FailureDetails): Failure {
  const { code, rule, position, length = 0, ai = null, detail } = details
  const sentence = say(`problem.${code}`)
  const problem = ai === null ? sentence : say('inIdentifier', { ai, problem: sentence })
  const said = detail === undefined ? problem : say('withDetail', { problem, detail })
  const message = inEnglish(said)
  return { ok: false, error: { code, rule, ai, position, length, message, said } }
}

/** Places a fault of one text into the input that contains it. */
export function failureAt(found: Fault, rule: string, offset: number, ai?: string): Failure {
  const { code, at, length } = found
  const where = { code, rule, position: offset + at, length }
  return failure(ai === undefined ? where : { ...where, ai })
}

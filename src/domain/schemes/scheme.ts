import type { Clause } from '../../i18n/clause.ts'
import texts from '../../i18n/en/patterns.json' with { type: 'json' }
import { sayFrom } from '../../i18n/english.ts'
import type { Base } from './alphabet.ts'
import type { CalendarDate } from './calendar.ts'
import { checkAlgorithms } from './check-character.ts'
import type { CheckName } from './check-character.ts'
import { dateParts } from './date-part.ts'
import type { DatePartName } from './date-part.ts'

/** Says what schemes and serials have to say. */
export const say = sayFrom('patterns', texts)

/** A refusal: a stable code, where in the pattern or text it is, and what to do about it. */
export interface SchemeError {
  readonly code: SchemeErrorCode
  /** Index of the character that is meant; `null` where it concerns no character. */
  readonly position: number | null
  /** The field whose value is meant. */
  readonly field?: string
  readonly said: Clause
}

export type SchemeErrorCode =
  | 'scheme.pattern'
  | 'scheme.value'
  | 'scheme.number'
  | 'scheme.number_skipped'
  | 'scheme.key'
  | 'scheme.no_match'
  | 'scheme.ambiguous'
  | 'scheme.date'

/** What a function of this folder gives back: its value, or why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SchemeError }

/** The value of a {@link Result}. */
export const good = <T>(value: T): Result<T> => ({ ok: true, value })

/** The error of a {@link Result}. */
export const refuse = (
  code: SchemeErrorCode,
  said: Clause,
  at: { position?: number; field?: string } = {},
): Result<never> => ({ ok: false, error: { position: null, ...at, code, said } })

/** Refuses a pattern at a character. */
export const expected = (
  position: number,
  what: keyof typeof texts.expected,
  values?: Clause['values'],
): Result<never> => refuse('scheme.pattern', say(`expected.${what}`, values), { position })

/** Length in bytes of the secret key of an unguessable counter. */
export const keyLength = 32

/** Refuses a missing key, or one of another length. */
export const refuseKey = (): Result<never> =>
  refuse('scheme.key', say('key', { length: keyLength }))

/** Longest pattern, value of a field and serial in characters; most serials made at a time. */
export const limits = { pattern: 200, value: 40, serial: 99, batch: 100_000 } as const

/** Widest counter of each base: every number is an exact integer, at most 2^52. */
export const widestCounter: Readonly<Record<Base, number>> = { 10: 15, 16: 13, 32: 10, 36: 10 }

/** Something that is the same in every serial. */
export interface LiteralPart {
  readonly kind: 'literal'
  readonly text: string
  /** Index in the pattern. */
  readonly at: number
}

/** `item.code`, `site`, `order`, `lot` or `trait.NAME`; without a width it takes any length. */
export interface FieldPart {
  readonly kind: 'field'
  readonly name: string
  readonly width: number | null
  readonly at: number
}

/** `YYYY`, `YY`, `MM`, `DD`, `WW` or `JJJ`. */
export interface DatePart {
  readonly kind: 'date'
  readonly name: DatePartName
  readonly at: number
}

/** The number. Where `unguessable`, the counter goes through a keyed permutation. */
export interface CounterPart {
  readonly kind: 'counter'
  readonly unguessable: boolean
  readonly width: number
  readonly base: Base
  /**
   * What the counter restarts for: field names and `day`, `week`, `month`, `year`. `null`: for
   * every different text before it.
   */
  readonly scope: readonly string[] | null
  readonly at: number
}

/** The check characters: always the end, they cover all that stands before. */
export interface CheckPart {
  readonly kind: 'check'
  readonly algorithm: CheckName
  readonly at: number
}

export type Part = LiteralPart | FieldPart | DatePart | CounterPart | CheckPart

/** A pattern, understood. */
export interface Scheme {
  readonly pattern: string
  readonly parts: readonly Part[]
  readonly counter: CounterPart
  readonly check: CheckPart | null
}

/** What a serial is made of besides its number. */
export interface SerialParts {
  /** Values by field name: `item.code`, `site`, `order`, `lot`, `trait.NAME`. */
  readonly fields: Readonly<Record<string, string>>
  readonly date?: CalendarDate
}

/** Largest number that a counter gives; the smallest is 1. */
export const largestNumber = ({ base, width }: CounterPart): number => base ** width - 1

/** Whether the year of the scheme is the year of its ISO week. */
export const isByWeek = ({ parts }: Scheme): boolean =>
  parts.some((part) => part.kind === 'date' && part.name === 'WW')

/** Number of characters that a part takes; `null` where that is open. */
export function widthOf(part: Part): number | null {
  if (part.kind === 'literal') return part.text.length
  if (part.kind === 'date') return dateParts[part.name].width
  if (part.kind === 'check') return checkAlgorithms[part.algorithm].length
  return part.width
}

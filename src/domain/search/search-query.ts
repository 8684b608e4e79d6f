import type { FieldReference } from './fields.ts'

/**
 * What a search means, apart from how it was written. Plain data: it can be kept, compared and
 * sent to a worker. Every reading that depends on a clock, a time zone or a unit of measure is
 * made; `written` keeps the words so that a search can be written back (`formatQuery`).
 */
export interface SearchQuery {
  /** What must hold of a unit; null is every unit. */
  readonly where: Expression | null
  /** Empty: the store's own order. */
  readonly sort: readonly SortKey[]
  /** Empty: units are listed; else they are counted by these. */
  readonly group: readonly GroupKey[]
  /** Null is now. */
  readonly at: PastMoment | null
  /** Where the days, weeks and months of `group` begin, in minutes east of UTC. */
  readonly timeZoneOffsetMinutes: number
}

/** Two or more parts; a part of `and` is never an `and`, a part of `or` never an `or`. */
export type Expression =
  | { readonly kind: 'and'; readonly parts: readonly Expression[] }
  | { readonly kind: 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Exclude<Expression, { readonly kind: 'not' }> }
  | FreeWord
  | Term

/**
 * A word or phrase without a field. Text is found anywhere in a serial or other identifier, and in
 * names as words that follow one another, the last of which may go on. A pattern must fit a whole
 * serial, identifier or name.
 */
export interface FreeWord {
  readonly kind: 'free'
  readonly match: { readonly kind: 'words'; readonly text: string } | PatternMatch
}

/** A field that must have one of the values. `status!=lost` is the `not` of `status:lost`. */
export interface Term {
  readonly kind: 'term'
  readonly field: FieldReference
  /** How it was written; the matches have it worked in. */
  readonly operator: Operator
  /** One or more, of which one must hold; exactly one unless the operator is `:` or `=`. */
  readonly matches: readonly Match[]
}

/** Exclusion is `not`, so `!=` is not among them. */
export type Operator = ':' | '=' | '>' | '>=' | '<' | '<='

export type Match =
  | AnyMatch
  | CodeMatch
  | FlagMatch
  | TextMatch
  | WordsMatch
  | PatternMatch
  | TextRangeMatch
  | TimeMatch
  | NumberMatch
  | ReadingsMatch

/** It has a value at all. */
export interface AnyMatch {
  readonly kind: 'any'
}

/** One name of a closed list, such as a status. */
export interface CodeMatch {
  readonly kind: 'code'
  readonly code: string
}

/** A trait that is yes or no. */
export interface FlagMatch {
  readonly kind: 'flag'
  readonly flag: boolean
}

/** The whole value. `exact` (from `=`) minds letter case. Composed (NFC), as are all texts here. */
export interface TextMatch {
  readonly kind: 'text'
  readonly text: string
  readonly exact: boolean
}

/** These words, one after the other, within the value; letter case does not matter. */
export interface WordsMatch {
  readonly kind: 'words'
  readonly text: string
}

/**
 * The whole value, with anything (or nothing) between the segments: `ST3*` is `['ST3', '']`.
 * Two or more segments, not all empty, at most one more than `searchLimits.wildcards`.
 */
export interface PatternMatch {
  readonly kind: 'pattern'
  readonly segments: readonly string[]
  readonly exact: boolean
}

/** Text between bounds, in the order of its characters once letter case is set aside. */
export interface TextRangeMatch {
  readonly kind: 'textRange'
  readonly from: TextBound | null
  readonly to: TextBound | null
}
export interface TextBound {
  readonly text: string
  readonly inclusive: boolean
}

/**
 * `from` <= time < `to`, in milliseconds UTC; null is open. For a field or trait of type `day` the
 * bounds are calendar days, written as midnight UTC whatever the time zone.
 */
export interface TimeMatch {
  readonly kind: 'time'
  readonly written: string
  readonly from: number | null
  readonly to: number | null
}

/** A number between bounds; equal bounds are one number. */
export interface NumberMatch {
  readonly kind: 'number'
  readonly written: string
  readonly from: NumberBound | null
  readonly to: NumberBound | null
  /**
   * What the bounds are counted in (`convertUnit` reads it): `B` for `4TB`, `kg` for `10kg`; null
   * where none was written, then it is the value's own. Of a trait with a known unit: that unit.
   */
  readonly unit: string | null
}
export interface NumberBound {
  /** A bigint only where an integer is beyond the safe ones. */
  readonly value: number | bigint
  readonly inclusive: boolean
}

/**
 * A value for a trait of unknown type: as text and, where it can be read so, as a number, a day or
 * time, and a yes or no. The type of the stored value says which one counts.
 */
export interface ReadingsMatch {
  readonly kind: 'readings'
  readonly text: TextMatch | TextRangeMatch
  readonly number: NumberMatch | null
  readonly time: TimeMatch | null
  readonly flag: boolean | null
}

export interface SortKey {
  readonly field: FieldReference
  readonly descending: boolean
}

/** Units are counted by the field's value or, for a time, by the period that it falls in. */
export interface GroupKey {
  readonly field: FieldReference
  readonly period: Period | null
}
export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Period = (typeof periods)[number]

/** The state that all events with a time < `before` (milliseconds UTC) had led to. */
export interface PastMoment {
  readonly written: string
  readonly before: number
}

/** Bounds on what a search may ask. Lengths are in UTF-16 code units. */
export const searchLimits = {
  length: 2000,
  terms: 64,
  depth: 8,
  valuesPerTerm: 256,
  wildcards: 4,
  sortKeys: 4,
  groupKeys: 3,
} as const

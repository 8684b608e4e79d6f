import type { Clause } from '../../i18n/clause.ts'
import { inEnglish } from '../../i18n/english.ts'
import { formatFieldName } from './fields.ts'
import { formatGroup } from './format-query.ts'
import { findInvisible, parseQuery } from './parse-query.ts'
import type { ParseOptions } from './parse-term.ts'
import { say } from './say.ts'
import type { SearchError } from './search-error.ts'
import { searchLimits } from './search-query.ts'

/** A search that somebody named, with the way its result is shown. */
export interface SavedView {
  readonly name: string
  /** The search as it was written, so that `today` stays today. */
  readonly query: string
  /** Fields to show, as `formatFieldName` writes them; empty for the usual ones. */
  readonly columns: readonly string[]
  /** What units are counted by, such as `status` or `month(received)`; empty lists them. */
  readonly group: readonly string[]
}

export interface SavedViewError {
  readonly field: keyof SavedView
  /** Place in `columns` or `group`, from 0. */
  readonly index?: number
  readonly sentence: string
  /** The sentence in no language yet. */
  readonly said: Clause
  /** What is wrong with the search. */
  readonly error?: SearchError
}

export type SavedViewResult =
  | { readonly ok: true; readonly view: SavedView }
  | { readonly ok: false; readonly error: SavedViewError }

/** Bounds on a saved view. Lengths are in UTF-16 code units. */
export const savedViewLimits = { nameLength: 80, columns: 40 } as const

/** Checks a view that comes from outside, and writes the names of its fields in one way. */
export function validateSavedView(value: unknown, options: ParseOptions): SavedViewResult {
  const given: Partial<Record<keyof SavedView, unknown>> =
    typeof value === 'object' && value !== null ? value : {}
  const { query, columns = [], group = [] } = given
  const name = checkName(given.name)
  if (!name) return refuse('name', say('view.name', { most: savedViewLimits.nameLength }))
  if (typeof query !== 'string') return refuse('query', say('view.query'))
  const parsed = parseQuery(query, options)
  if (!parsed.ok) return refuse('query', parsed.error.said, { error: parsed.error })
  const fields = readList('columns', columns, savedViewLimits.columns, readColumn(options))
  if (!Array.isArray(fields)) return { ok: false, error: fields }
  const groups = readList('group', group, searchLimits.groupKeys, readGroup(options))
  if (!Array.isArray(groups)) return { ok: false, error: groups }
  if (groups.length > 0 && parsed.query.group.length > 0) {
    return refuse('group', say('view.group'))
  }
  return { ok: true, view: { name, query, columns: fields, group: groups } }
}

/** What is wrong with a part of a view. */
const errorOf = (
  field: keyof SavedView,
  said: Clause,
  more: Pick<SavedViewError, 'error' | 'index'> = {},
): SavedViewError => ({ field, sentence: inEnglish(said), said, ...more })

const refuse = (...wrong: Parameters<typeof errorOf>): SavedViewResult => ({
  ok: false,
  error: errorOf(...wrong),
})

function checkName(name: unknown): string | null {
  if (typeof name !== 'string') return null
  const trimmed = name.trim().normalize('NFC')
  const isFitting = trimmed !== '' && trimmed.length <= savedViewLimits.nameLength
  return isFitting && !/[\n\r\t\v\f]/.test(trimmed) && findInvisible(trimmed) === null
    ? trimmed
    : null
}

/** Reads one entry to its canonical form, or to what is wrong with it. */
type ReadEntry = (entry: string) => { readonly text: string } | SearchError | null

function readList(
  field: 'columns' | 'group',
  value: unknown,
  most: number,
  read: ReadEntry,
): string[] | SavedViewError {
  const isList = Array.isArray(value) && value.every((entry) => typeof entry === 'string')
  if (!isList) return errorOf(field, say('view.list', { list: field }))
  if (value.length > most) return errorOf(field, say('view.tooMany', { list: field, most }))
  const texts: string[] = []
  for (const [index, entry] of value.entries()) {
    const result = read(entry)
    if (result === null) return errorOf(field, say('view.unknown', { name: entry }), { index })
    if (!('text' in result)) return errorOf(field, result.said, { index })
    if (texts.includes(result.text)) {
      return errorOf(field, say('view.repeated', { name: entry }), { index })
    }
    texts.push(result.text)
  }
  return texts
}

const readColumn =
  (options: ParseOptions): ReadEntry =>
  (entry) => {
    const parsed = parseQuery(`${entry}:*`, options)
    if (!parsed.ok) return parsed.error
    const { where } = parsed.query
    if (where?.kind !== 'term' || where.operator !== ':' || where.matches.length > 1) return null
    return { text: formatFieldName(where.field, options.knownTraits) }
  }

const readGroup =
  (options: ParseOptions): ReadEntry =>
  (entry) => {
    const parsed = parseQuery(`group:${entry}`, options)
    if (!parsed.ok) return parsed.error
    const { where, sort, at, group } = parsed.query
    if (where || sort.length > 0 || at || group.length !== 1) return null
    return { text: formatGroup(group, options) }
  }

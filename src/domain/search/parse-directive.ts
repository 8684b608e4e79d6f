/** Directives concern the whole search: its order, its groups, and the moment that it looks at. */
import { readDate } from './dates.ts'
import { formatFieldName, searchDirectives } from './fields.ts'
import type { DirectiveName, ResolvedField } from './fields.ts'
import { checkValues, resolveWritten, type ParseOptions } from './parse-term.ts'
import { say } from './say.ts'
import { fail } from './search-error.ts'
import { periods, searchLimits } from './search-query.ts'
import type { GroupKey, PastMoment, SearchQuery, SortKey } from './search-query.ts'
import type { FieldToken, Literal } from './tokens.ts'

type Directives = Pick<SearchQuery, DirectiveName>
type Read<T> = (token: FieldToken, options: ParseOptions) => T

/** A part of a literal from an offset on, as a literal of its own. */
function partOf(literal: Literal, start: number, end = literal.text.length): Literal {
  const text = literal.text.slice(start, end)
  if (literal.isQuoted) return { ...literal, text }
  return { ...literal, text, position: literal.position + start, length: text.length }
}

/** Reads the name of a field, with its prefix if it has one. */
function readField(literal: Literal, { knownTraits = [] }: ParseOptions): ResolvedField {
  const prefixed = /^(trait|id)\./i.exec(literal.text)
  if (!prefixed) return resolveWritten(null, literal, knownTraits)
  const prefix = prefixed[1]!.toLowerCase() as 'trait' | 'id'
  return resolveWritten(prefix, partOf(literal, prefixed[0].length), knownTraits)
}

/** The literals of a list of fields. */
function listOf(token: FieldToken, directive: 'sort' | 'group', most: number): Literal[] {
  if (token.values.length > most) fail('too_many_keys', token, { directive, most })
  return token.values.map((atom) => {
    const facts = {
      use: say(`use.${directive}`),
      example: 'received',
      problem: say('problem.fieldName'),
    }
    if (atom.low === null || atom.isRange || atom.low.segments) fail('key_invalid', atom, facts)
    return atom.low
  })
}

function refuseRepeats(names: readonly string[], literals: readonly Literal[]): void {
  const repeat = names.findIndex((name, index) => names.indexOf(name) < index)
  if (repeat >= 0) fail('key_repeated', literals[repeat]!)
}

const readSort: Read<readonly SortKey[]> = (token, options) => {
  const literals = listOf(token, 'sort', searchLimits.sortKeys)
  const keys = literals.map((literal): SortKey => {
    const descending = literal.text.startsWith('-')
    const field = readField(descending ? partOf(literal, 1) : literal, options)
    if (field.definition?.sortable === false) {
      const problem = say('problem.several')
      fail('key_invalid', literal, { use: say('use.sort'), example: 'received', problem })
    }
    return { field: field.reference, descending }
  })
  refuseRepeats(
    keys.map(({ field }) => formatFieldName(field)),
    literals,
  )
  return keys
}

function readGroupKey(literal: Literal, options: ParseOptions): GroupKey {
  const call = /^([^()]*)\(([^()]*)\)$/.exec(literal.text)
  if (!call) return checkPeriod(readField(literal, options), null, literal, options)
  const [, written = '', inner = ''] = call
  const period = periods.find((name) => name === written.toLowerCase())
  const head = partOf(literal, 0, written.length)
  if (!period) fail('period_unknown', head, { found: written, choices: periods.join(', ') })
  const from = written.length + 1
  const field = readField(partOf(literal, from, from + inner.length), options)
  return checkPeriod(field, period, literal, options)
}

/** Refuses a time without a period, a period without a time, and what has too many values. */
function checkPeriod(
  field: ResolvedField,
  period: GroupKey['period'],
  literal: Literal,
  { knownTraits = [] }: ParseOptions,
): GroupKey {
  const { reference, type, definition } = field
  const facts = { use: say('use.group'), example: 'status or month(received)' }
  if (definition?.groupable === false) {
    fail('key_invalid', literal, { ...facts, problem: say('problem.ownEach') })
  }
  const isTime = type === 'moment' || type === 'day'
  if (isTime && period === null) {
    const suggestion = `month(${formatFieldName(reference, knownTraits)})`
    const problem = say('problem.write', { suggestion })
    fail('key_invalid', literal, { ...facts, problem }, suggestion)
  }
  if (!isTime && type !== 'unknown' && period !== null) {
    fail('key_invalid', literal, { ...facts, problem: say('problem.onlyTimes') })
  }
  if (type === 'unknown' && period === null && periods.some((name) => name === field.name)) {
    const suggestion = `${field.name}(received)`
    const problem = say('problem.write', { suggestion })
    fail('key_invalid', literal, { ...facts, problem }, suggestion)
  }
  return { field: reference, period }
}

const readGroup: Read<readonly GroupKey[]> = (token, options) => {
  const literals = listOf(token, 'group', searchLimits.groupKeys)
  const keys = literals.map((literal) => readGroupKey(literal, options))
  refuseRepeats(
    keys.map(({ field, period }) => `${period ?? ''}(${formatFieldName(field)})`),
    literals,
  )
  return keys
}

const readAt: Read<PastMoment> = (token, options) => {
  const [atom, second] = token.values
  if (second || atom!.isRange) fail('range_forbidden', second ?? atom!, { operator: 'at:' })
  const { now, timeZoneOffsetMinutes = 0 } = options
  const date = readDate(atom!.low!.text, { now, timeZoneOffsetMinutes, isCalendar: false })
  if ('problem' in date) {
    fail('date_invalid', atom!, { field: 'at', problem: date.problem }, date.suggestion)
  }
  return { written: date.written, before: date.to }
}

const readers: { readonly [Name in DirectiveName]: Read<Directives[Name]> } = {
  sort: readSort,
  group: readGroup,
  at: readAt,
}

/** Reads a directive into the part of the query that it sets. */
export function parseDirective(
  name: DirectiveName,
  token: FieldToken,
  options: ParseOptions,
): Partial<Directives> {
  if (token.operator !== ':') {
    const [example] = searchDirectives[name].examples
    fail('directive_operator', token, { directive: name, example })
  }
  checkValues(token)
  return { [name]: readers[name](token, options) }
}

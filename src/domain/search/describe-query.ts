import { dateInWords } from './dates.ts'
import { resolveReference } from './fields.ts'
import { formatExpression } from './format-query.ts'
import { writePattern, writeValue } from './written-text.ts'
import type {
  Expression,
  GroupKey,
  Match,
  Operator,
  PatternMatch,
  SearchQuery,
  SortKey,
  Term,
  TextRangeMatch,
} from './search-query.ts'
import type { FieldReference } from './fields.ts'

/** Says in one plain English sentence what a search finds. */
export function describeQuery(query: SearchQuery): string {
  const { where, sort, group, at } = query
  const found = where ? `Units ${describe(where)}` : 'All units'
  const moment = at ? `, as of the end of ${dateInWords(at.written).bare}` : ''
  const counted = group.length > 0 ? `, counted by ${list(group.map(describeGroup), 'and')}` : ''
  const sorted = sort.length > 0 ? `, sorted by ${list(sort.map(describeSort), 'then')}` : ''
  return `${found}${moment}${counted}${sorted}.`
}

function list(parts: readonly string[], last: string): string {
  if (parts.length < 2) return parts[0] ?? ''
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`
}

function describe(expression: Expression): string {
  switch (expression.kind) {
    case 'and':
      return list(
        expression.parts.map((part) =>
          part.kind === 'or' ? `(${describe(part)})` : describe(part),
        ),
        'and',
      )
    case 'or':
      return `either ${list(
        expression.parts.map((part) =>
          part.kind === 'and' ? `(${describe(part)})` : describe(part),
        ),
        'or',
      )}`
    case 'not':
      return describeNot(expression.part)
    case 'free':
      return `matching ${formatExpression(expression)}`
    case 'term':
      return describeTerm(expression)
  }
}

function describeNot(part: Expression): string {
  if (part.kind === 'term' && part.matches.every(({ kind }) => kind === 'any')) {
    return phrasesOf(part.field).none
  }
  return part.kind === 'and' || part.kind === 'or'
    ? `not (${describe(part)})`
    : `not ${describe(part)}`
}

interface Phrases {
  readonly phrase: string
  readonly some: string
  readonly none: string
}

function phrasesOf(reference: FieldReference): Phrases {
  const { definition, name } = resolveReference(reference)
  return definition ?? { phrase: `with ${name}`, some: `with any ${name}`, none: `without ${name}` }
}

function describeTerm({ field, operator, matches }: Term): string {
  const { phrase, some } = phrasesOf(field)
  if (matches.some(({ kind }) => kind === 'any')) return some
  const values = matches.map((match) => wordMatch[match.kind](match as never, operator))
  return `${phrase} ${list(values, 'or')}`
}

type WordMatch = {
  readonly [Kind in Match['kind']]: (
    match: Extract<Match, { readonly kind: Kind }>,
    operator: Operator,
  ) => string
}

const wordMatch: WordMatch = {
  any: () => 'anything',
  code: ({ code }) => code.replaceAll('_', ' '),
  flag: ({ flag }) => (flag ? 'yes' : 'no'),
  text: ({ text }) => writeValue(text),
  words: ({ text }) => `containing ${writeValue(text)}`,
  pattern: wordPattern,
  textRange: wordTextRange,
  time: ({ written }, operator) => wordTime(written, operator),
  number: ({ written }, operator) => wordNumber(written, operator),
  readings: ({ text }, operator) =>
    text.kind === 'text' ? writeValue(text.text) : wordTextRange(text, operator),
}

function wordPattern({ segments }: PatternMatch): string {
  const [first = '', second = '', third] = segments
  if (segments.length === 2 && second === '') return `beginning with ${writeValue(first)}`
  if (segments.length === 2 && first === '') return `ending with ${writeValue(second)}`
  if (segments.length === 3 && first === '' && third === '')
    return `containing ${writeValue(second)}`
  return `like ${writePattern(segments, writeValue)}`
}

interface Comparing {
  readonly date: (bare: string) => string
  readonly value: (value: string) => string
}

const comparing: Readonly<Record<Exclude<Operator, ':' | '='>, Comparing>> = {
  '>': { date: (bare) => `after ${bare}`, value: (value) => `above ${value}` },
  '>=': { date: (bare) => `from ${bare} on`, value: (value) => `of at least ${value}` },
  '<': { date: (bare) => `before ${bare}`, value: (value) => `below ${value}` },
  '<=': { date: (bare) => `up to ${bare}`, value: (value) => `of at most ${value}` },
}

function wordSpan(low: string, high: string): string {
  if (low === '') return `up to ${high}`
  return high === '' ? `from ${low} on` : `from ${low} to ${high}`
}

function wordTime(written: string, operator: Operator): string {
  const date = dateInWords(written)
  if (operator !== ':' && operator !== '=') return comparing[operator].date(date.bare)
  const [low = '', high] = written.split('..')
  if (high === undefined) return date.during
  return wordSpan(low && dateInWords(low).bare, high && dateInWords(high).bare)
}

function wordNumber(written: string, operator: Operator): string {
  if (operator !== ':' && operator !== '=') return comparing[operator].value(written)
  const [low = '', high] = written.split('..')
  return high === undefined ? low : wordSpan(low, high)
}

function wordTextRange({ from, to }: TextRangeMatch, operator: Operator): string {
  const low = from ? writeValue(from.text) : ''
  const high = to ? writeValue(to.text) : ''
  if (operator === ':' || operator === '=') return wordSpan(low, high)
  return comparing[operator].value(low || high)
}

const describeSort = ({ field, descending }: SortKey): string =>
  `${labelOf(field)}${descending ? ' (falling)' : ''}`

const describeGroup = ({ field, period }: GroupKey): string =>
  period ? `${period} of ${labelOf(field)}` : labelOf(field)

const labelOf = (reference: FieldReference): string => {
  const { definition, name } = resolveReference(reference)
  return definition?.label ?? name
}

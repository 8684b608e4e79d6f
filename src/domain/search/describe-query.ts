import { listOf, type Clause, type Said } from '../../i18n/clause.ts'
import { inEnglish } from '../../i18n/english.ts'
import { dateInWords } from './dates.ts'
import { formatExpression } from './format-query.ts'
import { fieldCondition, fieldLabel, say } from './say.ts'
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
export const describeQuery = (query: SearchQuery): string => inEnglish(sayQuery(query))

/** Says what a search finds. */
export function sayQuery({ where, sort, group, at }: SearchQuery): Clause {
  const parts = [
    where ? say('units', { where: describe(where) }) : say('allUnits'),
    ...(at ? [say('asOf', { date: dateInWords(at.written).bare })] : []),
    ...(group.length > 0
      ? [say('countedBy', { keys: listOf('and', group.map(describeGroup)) })]
      : []),
    ...(sort.length > 0 ? [say('sortedBy', { keys: listOf('then', sort.map(describeSort)) })] : []),
  ]
  return say('query', { parts: listOf('comma', parts) })
}

/** A part in parentheses where it is a list of the other kind. */
const within = (part: Expression, kind: 'and' | 'or'): Said =>
  part.kind === kind ? say('inParentheses', { part: describe(part) }) : describe(part)

function describe(expression: Expression): Said {
  switch (expression.kind) {
    case 'and':
      return listOf(
        'and',
        expression.parts.map((part) => within(part, 'or')),
      )
    case 'or': {
      const parts = expression.parts.map((part) => within(part, 'and'))
      return say('either', { parts: listOf('or', parts) })
    }
    case 'not':
      return describeNot(expression.part)
    case 'free':
      return say('matching', { text: formatExpression(expression) })
    case 'term':
      return describeTerm(expression)
  }
}

function describeNot(part: Expression): Said {
  if (part.kind === 'term' && part.matches.every(({ kind }) => kind === 'any')) {
    return fieldCondition(part.field, 'none')
  }
  const isList = part.kind === 'and' || part.kind === 'or'
  return say('not', { part: isList ? within(part, part.kind) : describe(part) })
}

function describeTerm({ field, operator, matches }: Term): Said {
  if (matches.some(({ kind }) => kind === 'any')) return fieldCondition(field, 'some')
  const values = matches.map((match) => wordMatch[match.kind](match as never, operator, field))
  return fieldCondition(field, 'with', listOf('or', values))
}

type WordMatch = {
  readonly [Kind in Match['kind']]: (
    match: Extract<Match, { readonly kind: Kind }>,
    operator: Operator,
    field: FieldReference,
  ) => Said
}

const wordMatch: WordMatch = {
  any: () => say('detail.any'),
  code: ({ code }, _, { name }) =>
    name === 'status' || name === 'stage' || name === 'kind' ? say(`code.${name}`, { code }) : code,
  flag: ({ flag }) => say(flag ? 'flag.yes' : 'flag.no'),
  text: ({ text }) => writeValue(text),
  words: ({ text }) => say('text.containing', { text: writeValue(text) }),
  pattern: wordPattern,
  textRange: wordTextRange,
  time: ({ written }, operator) => wordTime(written, operator),
  number: ({ written }, operator) => wordNumber(written, operator),
  readings: ({ text }, operator) =>
    text.kind === 'text' ? writeValue(text.text) : wordTextRange(text, operator),
}

function wordPattern({ segments }: PatternMatch): Clause {
  const [first = '', second = '', third] = segments
  if (segments.length === 2 && second === '') return say('text.beginning', written(first))
  if (segments.length === 2 && first === '') return say('text.ending', written(second))
  if (segments.length === 3 && first === '' && third === '') {
    return say('text.containing', written(second))
  }
  return say('text.like', { text: writePattern(segments, writeValue) })
}

const written = (text: string) => ({ text: writeValue(text) })

const comparing = {
  '>': { time: 'time.after', value: 'value.above' },
  '>=': { time: 'time.from', value: 'value.atLeast' },
  '<': { time: 'time.before', value: 'value.below' },
  '<=': { time: 'time.to', value: 'value.atMost' },
} as const

const isSpan = (operator: Operator): operator is ':' | '=' => operator === ':' || operator === '='

/** A stretch from one end to the other; an end that is empty is open. */
function wordSpan(kind: 'time' | 'value', low: Said, high: Said): Clause {
  if (low === '') return say(`${kind}.to`, { value: high })
  if (high === '') return say(`${kind}.from`, { value: low })
  return say(`${kind}.between`, { low, high })
}

function wordTime(written: string, operator: Operator): Said {
  const { bare, during } = dateInWords(written)
  if (!isSpan(operator)) return say(comparing[operator].time, { value: bare })
  const [low = '', high] = written.split('..')
  if (high === undefined) return during
  return wordSpan('time', low && dateInWords(low).bare, high && dateInWords(high).bare)
}

function wordNumber(written: string, operator: Operator): Said {
  if (!isSpan(operator)) return say(comparing[operator].value, { value: written })
  const [low = '', high] = written.split('..')
  return high === undefined ? low : wordSpan('value', low, high)
}

function wordTextRange({ from, to }: TextRangeMatch, operator: Operator): Clause {
  const low = from ? writeValue(from.text) : ''
  const high = to ? writeValue(to.text) : ''
  return isSpan(operator)
    ? wordSpan('value', low, high)
    : say(comparing[operator].value, { value: low || high })
}

const describeSort = ({ field, descending }: SortKey): Said =>
  descending ? say('falling', { field: fieldLabel(field) }) : fieldLabel(field)

/** What units are counted by, within a sentence. */
export const describeGroup = ({ field, period }: GroupKey): Said =>
  period ? say(`period.${period}`, { field: fieldLabel(field) }) : fieldLabel(field)

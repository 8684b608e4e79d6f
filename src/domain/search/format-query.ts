import { formatFieldName, type FieldReference, type TraitDefinition } from './fields.ts'
import type {
  Expression,
  FreeWord,
  GroupKey,
  Match,
  Operator,
  SearchQuery,
  SortKey,
  Term,
  TextRangeMatch,
} from './search-query.ts'
import { quote, writePattern, writeValue, writeWord } from './written-text.ts'

/** Must be those that the search was parsed with, so that names are read as the same traits. */
export interface FormatOptions {
  readonly knownTraits?: readonly TraitDefinition[]
}

/** Writes a search in its canonical form; parsed at the same moment, it is the same search. */
export function formatQuery(query: SearchQuery, options: FormatOptions = {}): string {
  const parts: string[] = []
  if (query.where) parts.push(formatExpression(query.where, options))
  if (query.at) parts.push(`at:${query.at.written}`)
  if (query.group.length > 0) parts.push(`group:${formatGroup(query.group, options)}`)
  if (query.sort.length > 0) parts.push(`sort:${formatSort(query.sort, options)}`)
  return parts.join(' ')
}

/** Writes one condition of a search, as for a message about it. */
export function formatExpression(expression: Expression, options: FormatOptions = {}): string {
  const format = (part: Expression): string => formatExpression(part, options)
  const formatInside = (part: Expression, kinds: readonly Expression['kind'][]): string =>
    kinds.includes(part.kind) ? `(${format(part)})` : format(part)
  switch (expression.kind) {
    case 'and':
      return expression.parts.map((part) => formatInside(part, ['or'])).join(' ')
    case 'or':
      return expression.parts.map(format).join(' OR ')
    case 'not':
      return `-${formatInside(expression.part, ['and', 'or'])}`
    case 'free':
      return formatWord(expression)
    case 'term':
      return formatTerm(expression, options)
  }
}

function formatWord({ match }: FreeWord): string {
  return match.kind === 'pattern' ? writePattern(match.segments, writeWord) : writeWord(match.text)
}

function formatTerm({ field, operator, matches }: Term, options: FormatOptions): string {
  const values = matches.map((match) => writeMatch[match.kind](match as never, operator))
  return `${formatFieldName(field, options.knownTraits)}${operator}${values.join(',')}`
}

type WriteMatch = {
  readonly [Kind in Match['kind']]: (
    match: Extract<Match, { readonly kind: Kind }>,
    operator: Operator,
  ) => string
}

const writeMatch: WriteMatch = {
  any: () => '*',
  code: ({ code }) => code,
  flag: ({ flag }) => (flag ? 'yes' : 'no'),
  text: ({ text }) => writeValue(text),
  words: ({ text }) => writeValue(text),
  pattern: ({ segments }) => writePattern(segments, writeValue),
  textRange: writeTextRange,
  time: ({ written }) => written,
  number: ({ written }) => written,
  readings: ({ text }, operator) =>
    text.kind === 'text' ? writeValue(text.text) : writeTextRange(text, operator),
}

function writeTextRange({ from, to }: TextRangeMatch, operator: Operator): string {
  const low = from ? writeValue(from.text) : ''
  const high = to ? writeValue(to.text) : ''
  return operator === ':' || operator === '=' ? `${low}..${high}` : low || high
}

/** A name within a list of fields; quoted as a whole where it needs it. */
function formatKey(before: string, field: FieldReference, after: string, options: FormatOptions) {
  const name = formatFieldName(field, options.knownTraits).replaceAll('"', '')
  const key = `${before}${name}${after}`
  return name.includes(' ') ? quote(key) : key
}

/** The fields of a `sort:` as they are written behind it. */
const formatSort = (keys: readonly SortKey[], options: FormatOptions = {}): string =>
  keys
    .map(({ field, descending }) => formatKey(descending ? '-' : '', field, '', options))
    .join(',')

/** The fields of a `group:` as they are written behind it. */
export const formatGroup = (keys: readonly GroupKey[], options: FormatOptions = {}): string =>
  keys
    .map(({ field, period }) =>
      period ? formatKey(`${period}(`, field, ')', options) : formatKey('', field, '', options),
    )
    .join(',')

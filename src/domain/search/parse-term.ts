import { directiveOf, resolveIdentifier, resolveName, resolveTrait } from './fields.ts'
import type { ResolvedField, TraitDefinition } from './fields.ts'
import { valueReaders } from './read-values.ts'
import { say } from './say.ts'
import { fail } from './search-error.ts'
import { searchLimits } from './search-query.ts'
import type { Expression, FreeWord, Match, Operator } from './search-query.ts'
import type { FieldToken, Literal, Word } from './tokens.ts'
import { isWildcardAlone } from './value-context.ts'

/** What a search is read against. */
export interface ParseOptions {
  /** The present, in milliseconds UTC. */
  readonly now: number
  /** Where days begin for the reader, in minutes east of UTC (`120` is UTC+2); 0 when absent. */
  readonly timeZoneOffsetMinutes?: number
  /** Traits that the company has described. Any other name is a trait of unknown type. */
  readonly knownTraits?: readonly TraitDefinition[]
}

/** Refuses a literal whose quotes do not fit, or that has too many wildcards. */
function checkLiteral(literal: Literal | null): void {
  if (literal === null) return
  if (literal.unclosedAt !== null) {
    const end = literal.position + literal.length
    fail('quote_unclosed', { position: literal.unclosedAt, length: end - literal.unclosedAt })
  }
  if (literal.trailingAt !== null) {
    fail('text_after_quote', { position: literal.trailingAt, length: 1 })
  }
  const wildcards = (literal.segments?.length ?? 1) - 1
  if (wildcards > searchLimits.wildcards) {
    fail('too_many_wildcards', literal, { most: searchLimits.wildcards })
  }
}

const traitName = /^[\p{L}\p{N}_ -]{1,60}$/u
const identifierName = /^[a-z][a-z0-9_-]{0,39}$/i

/** The field that a written name stands for. */
export function resolveWritten(
  prefix: FieldToken['prefix'],
  name: Literal,
  traits: readonly TraitDefinition[],
): ResolvedField {
  checkLiteral(name)
  if (prefix === 'id') {
    if (!identifierName.test(name.text)) {
      fail('name_invalid', name, { what: say('name.identifier') })
    }
    return resolveIdentifier(name.text)
  }
  if (!traitName.test(name.text)) fail('name_invalid', name, { what: say('name.trait') })
  if (prefix === 'trait') return resolveTrait(name.text, traits)
  if (directiveOf(name.text)) fail('name_invalid', name, { what: say('name.field') })
  const resolved = resolveName(name.text, traits)
  if (typeof resolved !== 'string') return resolved
  fail('field_unknown', name, { name: name.text }, resolved)
}

/** Reads a word or phrase without a field. */
export function parseWord({ literal }: Word): FreeWord {
  checkLiteral(literal)
  const { segments, text } = literal
  if (segments === null) {
    if (text.trim() === '') fail('term_missing', literal, { where: say('where.quotes') })
    return { kind: 'free', match: { kind: 'words', text } }
  }
  if (segments.every((segment) => segment === '')) fail('wildcard_alone', literal)
  return { kind: 'free', match: { kind: 'pattern', segments, exact: false } }
}

/** Reads a field with its values. */
export function parseTerm(token: FieldToken, options: ParseOptions): Expression {
  const field = resolveWritten(token.prefix, token.name, options.knownTraits ?? [])
  checkValues(token)
  const isExcluded = token.operator === '!='
  const operator: Operator = token.operator === '!=' ? ':' : token.operator
  const isComparison = operator !== ':' && operator !== '='
  const context = {
    ...options,
    timeZoneOffsetMinutes: options.timeZoneOffsetMinutes ?? 0,
    field,
    operator,
  }
  const reader = valueReaders[field.type]
  const matches = token.values.flatMap((atom): Match | readonly Match[] => {
    if (isComparison && (atom.isRange || token.values.length > 1)) {
      fail('range_forbidden', atom, { operator })
    }
    if (!isComparison && isWildcardAlone(atom)) return { kind: 'any' }
    if (!reader.isOrdered && (isComparison || atom.isRange)) {
      fail('order_missing', token, { field: field.name })
    }
    return reader.read(atom, context)
  })
  const term = { kind: 'term', field: field.reference, operator, matches } as const
  return isExcluded ? { kind: 'not', part: term } : term
}

/** Refuses a list of values that is empty, too long, or has an empty or badly quoted place. */
export function checkValues(token: FieldToken): void {
  const { values } = token
  const end = token.position + token.length
  const before = `${token.name.text}${token.operator}`
  const facts = { before, any: `${token.name.text}:*` }
  if (values.length === 0) fail('value_missing', { position: end, length: 0 }, facts)
  if (values.length > searchLimits.valuesPerTerm) {
    fail('too_many_values', token, { most: searchLimits.valuesPerTerm })
  }
  for (const atom of values) {
    if (atom.length === 0) fail('value_missing', atom, facts)
    for (const literal of [atom.low, atom.high]) {
      checkLiteral(literal)
      if (literal?.text.trim() === '') fail('value_missing', literal, facts)
    }
  }
}

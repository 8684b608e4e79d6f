import type { Said } from '../../i18n/clause.ts'
import { dateInWords } from './dates.ts'
import {
  directiveOf,
  formatFieldName,
  resolveIdentifier,
  resolveName,
  resolveTrait,
  searchDirectives,
  searchFields,
} from './fields.ts'
import type { DirectiveName, ResolvedField, TraitDefinition } from './fields.ts'
import { meaningOf, say } from './say.ts'
import { periods } from './search-query.ts'
import { tokenize, type FieldToken } from './tokens.ts'
import { writeValue } from './written-text.ts'

/** What a company's own data adds to the suggestions. */
export interface SearchVocabulary {
  readonly knownTraits?: readonly TraitDefinition[]
  /** Values, the most used first, by field as `formatFieldName` writes it (`loc`, `model`). */
  readonly values?: Readonly<Record<string, readonly string[]>>
}

/** Something to put in place of the text between `from` and `to` (UTF-16 code units). */
export interface Completion {
  readonly from: number
  readonly to: number
  readonly insert: string
  /** What it is, in a few words; null where the text says it. */
  readonly detail: Said
}

const completionsMax = 20

interface Candidate {
  /** What is typed to get it, and what is put in. */
  readonly names: readonly string[]
  readonly insert: string
  readonly detail: Said
}

/** What can be written at the cursor, the likeliest first. */
export function completions(
  text: string,
  cursor: number,
  vocabulary: SearchVocabulary = {},
): readonly Completion[] {
  const typed = text.slice(0, cursor)
  const last = tokenize(typed).at(-1)
  const isTouching = last !== undefined && last.position + last.length === typed.length
  const token = isTouching ? last : undefined
  if (token?.kind === 'field') {
    const candidates = valueCandidates(token, vocabulary)
    return pick(candidates, placeOfValue(token), endOf(text, cursor, /[^\s(),"]*"?/y))
  }
  if (token?.kind === 'word' && token.literal.isQuoted) return []
  const candidates = nameCandidates(vocabulary)
  const place = { from: typed.length, text: '' }
  const begun = token?.kind === 'word' ? { from: token.position, text: token.literal.text } : place
  return pick(candidates, begun, endOf(text, cursor, /[\p{L}\p{N}_-]*:?/uy))
}

/** Where that ends which stands at the cursor and goes on behind it. */
function endOf(text: string, cursor: number, rest: RegExp): number {
  rest.lastIndex = Math.min(cursor, text.length)
  return rest.lastIndex + (rest.exec(text)?.[0].length ?? 0)
}

interface Place {
  readonly from: number
  readonly text: string
}

function placeOfValue(token: FieldToken): Place {
  const atom = token.values.at(-1)
  const end = token.position + token.length
  if (!atom) return { from: end, text: '' }
  const literal = atom.isRange ? atom.high : atom.low
  return literal ? { from: literal.position, text: literal.text } : { from: end, text: '' }
}

/** Those that begin with what was typed, then those that hold it. */
function pick(candidates: readonly Candidate[], { from, text }: Place, to: number): Completion[] {
  const typed = fold(text)
  const places = candidates.map(({ names }) => {
    const found = names.map((name) => fold(name).indexOf(typed)).filter((at) => at >= 0)
    return found.length > 0 ? Math.min(...found) : -1
  })
  const beginning = candidates.filter((_, index) => places[index] === 0)
  const holding = candidates.filter((_, index) => places[index]! > 0)
  return [...beginning, ...holding]
    .slice(0, completionsMax)
    .map(({ insert, detail }) => ({ from, to, insert, detail }))
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s-]/g, '_')

function nameCandidates({ knownTraits = [] }: SearchVocabulary): Candidate[] {
  const fields = [...Object.entries(searchFields), ...Object.entries(searchDirectives)]
  return [
    ...fields.map(([name, { aliases }]) => ({
      names: [name, ...aliases],
      insert: `${name}:`,
      detail: meaningOf(name),
    })),
    ...knownTraits.map(({ name }) => {
      const written = formatFieldName({ kind: 'trait', name }, knownTraits)
      return { names: [name, `trait.${name}`], insert: `${written}:`, detail: say('detail.trait') }
    }),
  ]
}

const plain = (text: string, detail: Said = null): Candidate => ({
  names: [text],
  insert: text,
  detail,
})

const moments = ['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month']
const spans = ['this-year', 'last-year', '7d', '30d', '3mo', '1y']
const dateCandidates = [...moments, ...spans].map((date) => plain(date, dateInWords(date).during))
const dayCandidates = ['today', 'tomorrow', '+7d', '+30d', 'this-month', 'next-month'].map((date) =>
  plain(date, dateInWords(date).during),
)

function valueCandidates(token: FieldToken, vocabulary: SearchVocabulary): Candidate[] {
  const directive = token.prefix ? undefined : directiveOf(token.name.text)
  if (directive) return directiveCandidates[directive](vocabulary, token)
  const { knownTraits = [], values = {} } = vocabulary
  const field = resolveToken(token, knownTraits)
  if (!field) return []
  const known = values[formatFieldName(field.reference, knownTraits)] ?? []
  return [
    ...(field.definition?.codes ?? []).map((code) => plain(code)),
    ...choicesOf(field, knownTraits).map(value),
    ...(ofType[field.type] ?? []),
    ...known.map(value),
    plain('*', say('detail.any')),
  ]
}

const value = (text: string): Candidate => ({
  names: [text],
  insert: writeValue(text),
  detail: null,
})

const choicesOf = (
  { reference }: ResolvedField,
  traits: readonly TraitDefinition[],
): readonly string[] =>
  (reference.kind === 'trait' && traits.find(({ name }) => name === reference.name)?.choices) || []

const ofType: Readonly<Partial<Record<ResolvedField['type'], readonly Candidate[]>>> = {
  moment: dateCandidates,
  day: dayCandidates,
  flag: [plain('yes'), plain('no')],
}

function resolveToken(
  { prefix, name }: FieldToken,
  traits: readonly TraitDefinition[],
): ResolvedField | null {
  if (prefix === 'id') return resolveIdentifier(name.text)
  if (prefix === 'trait') return resolveTrait(name.text, traits)
  const resolved = resolveName(name.text, traits)
  return typeof resolved === 'string' ? null : resolved
}

/** Traits and fields by which units can be sorted or grouped. */
function keyCandidates({ knownTraits = [] }: SearchVocabulary, use: 'sortable' | 'groupable') {
  const fields = Object.entries(searchFields).filter(([, definition]) => definition[use] !== false)
  const traits = knownTraits.map(({ name }) => {
    const written = formatFieldName({ kind: 'trait', name }, knownTraits).replaceAll('"', '')
    return { names: [name, written], insert: writeValue(written), detail: say('detail.trait') }
  })
  return { fields, traits }
}

const directiveCandidates: Readonly<
  Record<DirectiveName, (vocabulary: SearchVocabulary, token: FieldToken) => Candidate[]>
> = {
  sort(vocabulary, token) {
    const { fields, traits } = keyCandidates(vocabulary, 'sortable')
    const rising = [...fields.map(([name]) => plain(name, meaningOf(name))), ...traits]
    const isFalling = token.values.at(-1)?.low?.text.startsWith('-')
    return isFalling ? rising.map(falling) : rising
  },
  group(vocabulary) {
    const { fields, traits } = keyCandidates(vocabulary, 'groupable')
    const isTime = (type: string): boolean => type === 'moment' || type === 'day'
    const values = fields.filter(([, { type }]) => !isTime(type))
    const times = fields.filter(([, { type }]) => isTime(type))
    return [
      ...values.map(([name]) => plain(name, meaningOf(name))),
      ...traits,
      ...periods
        .toReversed()
        .flatMap((period) => times.map(([name]) => plain(`${period}(${name})`))),
    ]
  },
  at: () => dateCandidates,
}

const falling = ({ names, insert, detail }: Candidate): Candidate => ({
  names: names.map((name) => `-${name}`),
  insert: insert.startsWith('"') ? `"-${insert.slice(1)}` : `-${insert}`,
  detail,
})

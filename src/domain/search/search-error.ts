/**
 * All that can be wrong with a search: a stable code, what was expected in its place, and a
 * sentence that says what to do. `{name}` is filled in from the facts of the case.
 */
export const searchErrors = {
  too_long: [
    'at most {most} characters',
    'The search has {count} characters and at most {most} are read. Leave some out.',
  ],
  too_many_terms: [
    'at most {most} terms',
    'The search has more than {most} terms. Leave some out.',
  ],
  too_deep: ['fewer parentheses', 'Parentheses go {most} deep at most. Take some away.'],
  too_many_values: [
    'at most {most} values',
    'There are more than {most} values in one list. Split it with OR.',
  ],
  too_many_wildcards: [
    'at most {most} wildcards',
    'One value has at most {most} wildcards (*). Leave some out.',
  ],
  too_many_keys: ['at most {most} fields', '{directive} takes at most {most} fields.'],
  invisible_character: [
    'a visible character',
    'There is an invisible character ({name}) here. Delete it, or type the text anew.',
  ],
  quote_unclosed: ['a closing quote', 'This quote is never closed. Add a " at its end.'],
  text_after_quote: [
    'a space',
    'Text goes on right after a closing quote. Put a space between, or a \\ before a quote that belongs to the text.',
  ],
  parenthesis_unclosed: [
    'a closing parenthesis',
    'This parenthesis is never closed. Add a ) for it.',
  ],
  parenthesis_unopened: [
    'no closing parenthesis',
    'There is no opening parenthesis for this one. Take it away, or put quotes around the text.',
  ],
  term_missing: [
    'a word or a field',
    'A word or a field such as status:in_stock is missing {where}.',
  ],
  field_missing: [
    'a field in front',
    '{found} compares a field with a value. Write a field in front, or quotes around the text.',
  ],
  field_unknown: [
    'a field or a trait',
    'There is no field {name}. A trait of that name is written trait.{name}.',
  ],
  name_invalid: ['{what}', '{found} cannot be {what}.'],
  value_missing: [
    'a value',
    'A value is missing here. Write it right behind {before} without a space; {any} finds any value.',
  ],
  value_grouped: [
    'a value',
    'Parentheses cannot hold values. Write several with commas: {before}one,two.',
  ],
  value_unknown: ['{choices}', '{field} is never {found}. It is one of: {choices}.'],
  date_invalid: [
    'a date such as 2013-06-15, 2013-06, 2013-W24, today or 7d',
    '{field} needs a date. {problem}',
  ],
  number_invalid: ['a number such as 12, 1.5 or 4TB', '{field} needs a number. {problem}'],
  flag_invalid: ['yes or no', '{field} is either yes or no.'],
  order_missing: [
    ': or =',
    '{field} has no order of more and less. Use : or =, and quotes around a value with two dots.',
  ],
  range_missing_end: [
    'a value on a side of ..',
    'A range needs a value on at least one side of its dots.',
  ],
  range_reversed: ['the smaller value first', 'The range runs backwards.'],
  range_forbidden: [
    'one value',
    'Only one value can stand after {operator}. Use : for a range or a list.',
  ],
  wildcard_forbidden: ['a value without *', '* cannot be a part of the value here. {problem}'],
  wildcard_alone: [
    'some letters or digits',
    '* alone finds everything. Add a part of the number, or leave it out.',
  ],
  directive_misplaced: [
    '{directive} at the outermost level',
    '{directive} concerns the whole search. Write it outside parentheses, without - or NOT.',
  ],
  directive_repeated: [
    'one {directive}',
    '{directive} is there twice. Name all fields in one, with commas.',
  ],
  directive_operator: ['{directive}', '{directive} is written with a colon, such as {example}.'],
  key_invalid: ['a field such as {example}', '{found} cannot be used to {use}. {problem}'],
  key_repeated: ['another field', '{found} is named twice. Take one away.'],
  period_unknown: ['{choices}', 'There is no period {found}. It is one of: {choices}.'],
} as const satisfies Record<string, readonly [expected: string, sentence: string]>

export type SearchErrorCode = keyof typeof searchErrors

/** Why a search cannot be understood. */
export interface SearchError {
  readonly code: SearchErrorCode
  /** Offset of the fault in the text, in UTF-16 code units. */
  readonly position: number
  /** Length of the fault from there; 0 where something is missing. */
  readonly length: number
  readonly found: string
  readonly expected: string
  readonly sentence: string
  /** What to put in place of the fault. */
  readonly suggestion?: string
}

/** A stretch of the text, in UTF-16 code units. */
export interface Span {
  readonly position: number
  readonly length: number
}

type Facts = Readonly<Record<string, string | number>>

/** Carries an error out of the depths of the parser; never leaves this folder. */
export class SearchFault extends Error {
  readonly code: SearchErrorCode
  readonly span: Span
  readonly facts: Facts
  readonly suggestion: string | undefined
  constructor(code: SearchErrorCode, span: Span, facts: Facts, suggestion: string | undefined) {
    super(code)
    this.code = code
    this.span = span
    this.facts = facts
    this.suggestion = suggestion
  }
}

/** Ends the parsing of a search with an error. */
export function fail(
  code: SearchErrorCode,
  span: Span,
  facts: Facts = {},
  suggestion?: string,
): never {
  throw new SearchFault(code, span, facts, suggestion)
}

// Long enough for a list of all statuses; what was found can be as long as the search.
const shownLengthMax = 240

const shorten = (text: string): string =>
  text.length > shownLengthMax ? `${[...text].slice(0, shownLengthMax).join('')}…` : text

function nextIn(text: string, position: number): string {
  if (position >= text.length) return 'the end of the search'
  const next = String.fromCodePoint(text.codePointAt(position)!)
  return next.trim() || 'a space'
}

/** The error that a fault in `text` is reported as. */
export function describeFault(fault: SearchFault, text: string): SearchError {
  const { position, length } = fault.span
  const found = shorten(text.slice(position, position + length)) || nextIn(text, position)
  const facts: Facts = { found, ...fault.facts }
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => shorten(String(facts[name] ?? '')))
  const [expected, sentence] = searchErrors[fault.code]
  const described = {
    code: fault.code,
    position,
    length,
    found,
    expected: fill(expected),
    sentence: fill(sentence).trim(),
  }
  return fault.suggestion === undefined ? described : { ...described, suggestion: fault.suggestion }
}

import { bases, symbolsOf } from './alphabet.ts'
import type { Base } from './alphabet.ts'
import { checkAlgorithms } from './check-character.ts'
import type { CheckName } from './check-character.ts'
import { parseScope } from './counter-scope.ts'
import { dateParts } from './date-part.ts'
import type { DatePartName } from './date-part.ts'
import { fieldNames, isFieldName } from './field-name.ts'
import { checkComposition } from './scheme-composition.ts'
import { expected, good, limits, widestCounter } from './scheme.ts'
import type { Part, Result, Scheme } from './scheme.ts'
import { tokenise } from './tokenise.ts'
import type { Placed, Placeholder } from './tokenise.ts'

const dateNames = Object.keys(dateParts)
const checkNames = Object.keys(checkAlgorithms) as CheckName[]

/**
 * Understands a pattern such as `{item.code}-{site}-{YY}{WW}-{seq:5}{check}`.
 *
 * - Any printable character stands for itself; `{{` and `}}` are one brace.
 * - `{item.code}`, `{site}`, `{order}`, `{lot}`, `{trait.NAME}`: a value of any length, or with
 *   `{site:3}` of exactly that many characters.
 * - `{YYYY}`, `{YY}`, `{MM}`, `{DD}`, `{WW}` (ISO week), `{JJJ}` (day of the year).
 * - `{seq:WIDTH:BASE/SCOPE}`: the counter, in base 10 unless another is named. It restarts for
 *   every different text before it, or for every different value of the scope: `item`, `site`,
 *   `order`, `lot`, `trait.NAME`, `day`, `week`, `month` or `year`, several joined by `+`, or `all`
 *   for one count that never restarts.
 * - `{random:WIDTH:BASE/SCOPE}`: the same count, unguessable; in base 32 unless another is named.
 * - `{check:ALGORITHM}`: ends the pattern; `crockford`, or in base 36 `iso-37-2`, unless named.
 *
 * An error points at the character of the pattern and says what was expected.
 */
export function parseScheme(pattern: string): Result<Scheme> {
  if (pattern.length > limits.pattern) {
    return expected(limits.pattern, 'end', { most: limits.pattern })
  }
  const tokens = tokenise(pattern)
  if (!tokens.ok) return tokens
  const parts: Part[] = []
  for (const token of tokens.value) {
    const part = token.kind === 'literal' ? good(token) : parsePlaceholder(token, parts)
    if (!part.ok) return part
    parts.push(part.value)
  }
  return checkComposition(pattern, parts)
}

/** What can stand between braces: how many arguments it takes, whether a scope, and its reading. */
interface Kind {
  readonly most: number
  readonly scoped: boolean
  readonly parse: (placeholder: Placeholder, before: readonly Part[]) => Result<Part>
}

const field: Kind = { most: 1, scoped: false, parse: parseField }
const kinds = new Map<string, Kind>([
  ...dateNames.map((name): [string, Kind] => [name, { most: 0, scoped: false, parse: parseDate }]),
  ['seq', { most: 2, scoped: true, parse: parseCounter }],
  ['random', { most: 2, scoped: true, parse: parseCounter }],
  ['check', { most: 1, scoped: false, parse: parseCheck }],
])

const kindOf = (name: string): Kind | undefined =>
  kinds.get(name) ?? (isFieldName(name) ? field : undefined)

function parsePlaceholder(placeholder: Placeholder, before: readonly Part[]): Result<Part> {
  const { name, rest, scope } = placeholder
  const kind = kindOf(name.text)
  if (!kind) return unknownName(name)
  const surplus = rest[kind.most] ?? (kind.scoped ? null : scope)
  if (surplus) return expected(surplus.at - 1, 'closing', { name: name.text })
  return kind.parse(placeholder, before)
}

function unknownName({ text: name, at }: Placed): Result<never> {
  const known = [name.toUpperCase(), name.toLowerCase()].find(kindOf)
  if (known) return expected(at, 'otherCase', { known, name })
  return expected(at, 'name', { fields: fieldNames.join(', '), dates: dateNames.join(', '), name })
}

function parseField({ name, rest: [given], at }: Placeholder): Result<Part> {
  const width = given ? parseWidth(given, limits.value) : good(null)
  return width.ok ? good({ kind: 'field', name: name.text, width: width.value, at }) : width
}

function parseDate({ name, at }: Placeholder): Result<Part> {
  return good({ kind: 'date', name: name.text as DatePartName, at })
}

function parseWidth({ text, at }: Placed, widest: number): Result<number> {
  const width = /^[0-9]{1,3}$/.test(text) ? Number(text) : 0
  return width >= 1 && width <= widest ? good(width) : expected(at, 'width', { widest })
}

function parseCounter({ name, rest, scope, at }: Placeholder): Result<Part> {
  const unguessable = name.text === 'random'
  const [givenWidth, givenBase] = rest
  if (!givenWidth) {
    return expected(name.at + name.text.length, 'counterWidth', {
      example: `{${name.text}:8}`,
    })
  }
  const baseText = givenBase?.text ?? (unguessable ? '32' : '10')
  const base = bases.find((candidate) => String(candidate) === baseText)
  if (!base) return expected(givenBase?.at ?? at, 'base', { bases: bases.join(', ') })
  const width = parseWidth(givenWidth, widestCounter[base])
  if (!width.ok) return width
  const scopes = scope ? parseScope(scope.text, scope.at) : good(null)
  if (!scopes.ok) return scopes
  const counter = { unguessable, width: width.value, base, scope: scopes.value }
  return good({ kind: 'counter', ...counter, at })
}

function parseCheck({ rest: [given], at }: Placeholder, before: readonly Part[]): Result<Part> {
  const counter = before.find((part) => part.kind === 'counter')
  if (!counter) return expected(at, 'counterFirst')
  const text = given?.text ?? (counter.base === 36 ? 'iso-37-2' : 'crockford')
  const algorithm = checkNames.find((name) => name === text)
  const place = given?.at ?? at
  if (!algorithm) return expected(place, 'check', { known: checkNames.join(', ') })
  if (coversCounter(algorithm, counter.base)) return good({ kind: 'check', algorithm, at })
  const able = checkNames.filter((name) => coversCounter(name, counter.base)).join(', ')
  return expected(place, 'checkOfBase', { base: counter.base, able })
}

/** Whether every symbol of the base has a value of its own in the algorithm. */
function coversCounter(name: CheckName, base: Base): boolean {
  const { covers, fold } = checkAlgorithms[name]
  return Array.from(symbolsOf[base]).every(
    (symbol) => covers.includes(symbol) && fold(symbol) === symbol,
  )
}

import { foldIdentifier } from '../../domain/identifier.ts'
import type { Match, TextMatch } from '../../domain/search/index.ts'
import { say } from '../../domain/search/say.ts'
import type { Compiler } from './compiler.ts'
import { foldPart, gramsAnywhere, gramsOfPattern } from './grams.ts'
import { isAmong, type Reads } from './load-documents.ts'
import { partTest, patternTest, textTest, type AnyTextMatch, type TextTest } from './match-text.ts'
import { anyOf, hasAny, runsOf, type NumbersPlan, type Plan, type UnitRuns } from './plan.ts'
import { textAfter } from './term-book.ts'

/**
 * Units with a number of a type, or of any type, that is one of the values.
 *
 * @param type null for numbers of all types
 */
export async function planNumbers(
  compiler: Compiler,
  type: string | null,
  matches: readonly Match[],
): Promise<Plan> {
  const has = type === null ? 'has' : `has.${type}`
  const parts: Plan[] = matches.some(({ kind }) => kind === 'any') ? [hasAny(has)] : []
  const whole = matches.filter((match): match is TextMatch => match.kind === 'text')
  if (whole.length > 0) parts.push(await planWhole(compiler, type, whole))
  for (const match of matches) {
    if (match.kind !== 'pattern' && match.kind !== 'textRange') continue
    const grams = match.kind === 'pattern' ? gramsOfPattern(match.segments) : []
    const test = testOf(type, textTest(match))
    if (grams.length > 0) parts.push({ kind: 'numbers', test, grams: [grams], among: null })
    else parts.push(await planStretch(compiler, match, test))
  }
  return anyOf(parts)
}

const testOf =
  (type: string | null, test: TextTest): NumbersPlan['test'] =>
  ({ type: own, written, isFormer }) =>
    !isFormer && (type === null || own === type) && test(written)

/** The table of identifiers says which units have a number now. */
async function planWhole(
  { reads }: Compiler,
  type: string | null,
  matches: readonly TextMatch[],
): Promise<Plan> {
  const tests = matches.map(textTest)
  const rows = await reads.db
    .selectFrom('identifiers')
    .select(['unit', 'type'])
    .where(
      isAmong(
        reads,
        'value',
        matches.map(({ text }) => foldIdentifier(text)),
      ),
    )
    .where('active', '=', 1)
    .execute()
  const among = runsOf(
    rows.filter((row) => type === null || row.type === type).map((row) => row.unit),
  )
  const test = testOf(type, (written) => tests.some((passes) => passes(written)))
  return { kind: 'numbers', test, grams: null, among }
}

/** Most numbers that are read from a stretch of the table of identifiers. */
const stretchMax = 10_000

/** Numbers without grams to go by: those that stand together in the table, if they are few. */
async function planStretch(
  compiler: Compiler,
  match: AnyTextMatch,
  test: NumbersPlan['test'],
): Promise<Plan> {
  const [low, high] = stretchOf(match)
  const among = low === null && high === null ? null : await unitsBetween(compiler.reads, low, high)
  if (among === null) compiler.isUnserved(say('scanned.manyNumbers'))
  return { kind: 'numbers', test, grams: null, among }
}

/** From which text to before which other the folded numbers lie that can fit. */
function stretchOf(match: AnyTextMatch): readonly [low: string | null, high: string | null] {
  if (match.kind === 'textRange') {
    const { from, to } = match
    return [from && foldIdentifier(from.text), to && textAfter(foldIdentifier(to.text))]
  }
  const beginning = match.kind === 'pattern' ? foldPart(match.segments[0] ?? '') : ''
  return beginning === '' ? [null, null] : [beginning, textAfter(beginning)]
}

async function unitsBetween(
  { db }: Reads,
  low: string | null,
  high: string | null,
): Promise<UnitRuns | null> {
  let query = db
    .selectFrom('identifiers')
    .select('unit')
    .limit(stretchMax + 1)
  if (low !== null) query = query.where('value', '>=', low)
  if (high !== null) query = query.where('value', '<', high)
  const rows = await query.execute()
  return rows.length > stretchMax ? null : runsOf(rows.map(({ unit }) => unit))
}

/** Units with a number, of now or of before, that has a word in it or fits a pattern. */
export function planWordInNumbers(
  compiler: Compiler,
  match: { readonly kind: 'words'; readonly text: string } | Extract<Match, { kind: 'pattern' }>,
): Plan {
  const isPattern = match.kind === 'pattern'
  const grams = isPattern ? gramsOfPattern(match.segments) : gramsAnywhere(match.text)
  const passes = isPattern ? patternTest(match) : partTest(match.text)
  if (grams.length === 0) compiler.isUnserved(say('scanned.oneCharacter'))
  return {
    kind: 'numbers',
    test: ({ folded }) => passes(folded),
    grams: grams.length > 0 ? [[...new Set(grams)]] : null,
    ...(!isPattern && grams.length === 1 && { isExact: true }),
    among: null,
  }
}

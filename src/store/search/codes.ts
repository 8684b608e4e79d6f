import type { Match } from '../../domain/search/index.ts'
import { foldIdentifier } from '../../domain/identifier.ts'
import type { SubjectKind } from '../../domain/subject.ts'
import { isAmong, type Reads } from './load-documents.ts'
import { anyTest, textsOf } from './match-value.ts'
import { textAfter } from './term-book.ts'

/** Ids of the lots, orders or batches whose code passes; the database holds them by code. */
export async function codesPassing(
  reads: Reads,
  kind: Extract<SubjectKind, 'lot' | 'order' | 'batch'>,
  matches: readonly Match[],
): Promise<Set<number>> {
  const test = anyTest(matches)
  const between = stretchOf(matches)
  let query = reads.db.selectFrom('live_subjects').select(['id', 'code']).where('kind', '=', kind)
  if (between && 'among' in between) query = query.where(isAmong(reads, 'key', between.among))
  if (between && 'low' in between) {
    const { low, high } = between
    if (low !== null) query = query.where('key', '>=', low)
    if (high !== null) query = query.where('key', '<', high)
  }
  const rows = await query.execute()
  return new Set(rows.filter(({ code }) => test(code)).map(({ id }) => id))
}

type Stretch =
  | { readonly among: readonly string[] }
  | { readonly low: string | null; readonly high: string | null }

/** Where among the keys of the codes the passing ones are; undefined: anywhere. */
function stretchOf(matches: readonly Match[]): Stretch | undefined {
  const texts = textsOf(matches)
  if (texts && 'among' in texts) return isPlain(...texts.among) ? texts : undefined
  if (texts) {
    const { beginning } = texts
    return isPlain(beginning) ? { low: beginning, high: textAfter(beginning) } : undefined
  }
  const [range] = matches
  if (matches.length !== 1 || range?.kind !== 'textRange') return undefined
  const low = range.from && foldIdentifier(range.from.text)
  const high = range.to && foldIdentifier(range.to.text)
  return isPlain(low ?? '', high ?? '') ? { low, high: high && textAfter(high) } : undefined
}

// Keys are the codes in capitals, not composed: only plain ones are certain to be equal.
const isPlain = (...texts: readonly string[]): boolean =>
  texts.every((text) => /^[\u0020-\u007e]*$/.test(text))

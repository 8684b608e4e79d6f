import {
  allBits,
  and,
  chunkOf,
  chunkSize,
  isEmpty,
  noBits,
  not,
  or,
  setRange,
  without,
  type Bits,
} from './bits.ts'
import { bitsOf, type ChunkView } from './chunk-view.ts'
import { select } from './column.ts'
import { placeInRuns, type NumbersPlan, type Plan, type UnitRuns, type ValuePlan } from './plan.ts'
import type { UnitDocument } from './unit-document.ts'

/**
 * What the index knows about a search in one chunk: the units that are found for certain, and those
 * that may be found, these among them. The difference is to be looked at unit by unit.
 */
export interface Verdict {
  readonly sure: Bits
  readonly maybe: Bits
}

/** Puts a search to all units of a chunk. */
export function evaluate(plan: Plan, view: ChunkView): Verdict {
  const { sure, maybe } = judge(plan, view)
  const { absent } = view.doubts
  const possible = without(maybe, absent)
  return { sure: sure === maybe ? possible : without(sure, absent), maybe: possible }
}

function judge(plan: Plan, view: ChunkView): Verdict {
  switch (plan.kind) {
    case 'and':
      return judgeAll(plan.parts, view)
    case 'or':
      return plan.parts.map((part) => judge(part, view)).reduce(either, certain(noBits()))
    case 'not': {
      const { sure, maybe } = judge(plan.part, view)
      const left = not(maybe)
      return { sure: left, maybe: sure === maybe ? left : not(sure) }
    }
    case 'value':
      return judgeValue(plan, view)
    case 'numbers':
      return judgeNumbers(plan, view)
    case 'units':
      return certain(unitsAmong(plan.units, view.chunk))
  }
}

const certain = (bits: Bits): Verdict => ({ sure: bits, maybe: bits })

const either = (one: Verdict, other: Verdict): Verdict => combine(or, one, other)

function combine(join: typeof and, one: Verdict, other: Verdict): Verdict {
  const maybe = join(one.maybe, other.maybe)
  const isCertain = one.sure === one.maybe && other.sure === other.maybe
  return { sure: isCertain ? maybe : join(one.sure, other.sure), maybe }
}

function judgeAll(parts: readonly Plan[], view: ChunkView): Verdict {
  let found = certain(allBits())
  for (const part of parts) {
    found = combine(and, found, judge(part, view))
    if (isEmpty(found.maybe)) break
  }
  return found
}

/** A unit never becomes one of another item or kind. */
const lasting: ReadonlySet<string> = new Set(['item', 'kind'])

function judgeValue(plan: ValuePlan, view: ChunkView): Verdict {
  const found = view
    .columns(plan.name)
    .map(({ column, test }) => select(column, test(plan)))
    .reduce(or, noBits())
  const { changed, past } = view.doubts
  return doubting(found, lasting.has(plan.name) ? changed : or(changed, past))
}

/** Of units in doubt nothing is known. */
const doubting = (found: Bits, doubted: Bits): Verdict =>
  isEmpty(doubted) ? certain(found) : { sure: without(found, doubted), maybe: or(found, doubted) }

/** Grams leave some units that do not fit, and are not there for what was only just recorded. */
function judgeNumbers(plan: NumbersPlan, view: ChunkView): Verdict {
  const { grams, among, isExact } = plan
  let found = grams ? noBits() : allBits()
  for (const required of grams ?? []) {
    found = or(found, required.map((gram) => view.gram(gram)).reduce(and))
  }
  if (among) found = and(found, unitsAmong(among, view.chunk))
  const { changed, past } = view.doubts
  const { sure, maybe } = doubting(found, among ? or(changed, past) : changed)
  const verdict = { sure: isExact ? sure : noBits(), maybe }
  return view.documents.length === 0 ? verdict : asRead(verdict, plan, view.documents)
}

/** The numbers of units that were read are known. */
function asRead(
  { sure, maybe }: Verdict,
  plan: NumbersPlan,
  documents: readonly UnitDocument[],
): Verdict {
  const read = bitsOf(documents.map(({ id }) => id))
  const passing = documents.filter(({ numbers }) => numbers.some(plan.test))
  const found = bitsOf(passing.map(({ id }) => id))
  return { sure: or(without(sure, read), found), maybe: or(without(maybe, read), found) }
}

function unitsAmong(runs: UnitRuns, chunk: number): Bits {
  const bits = noBits()
  const start = chunk * chunkSize
  for (let place = placeInRuns(runs, start); place < runs.length; place += 1) {
    const [first, last] = runs[place]!
    if (chunkOf(first) > chunk) break
    setRange(bits, Math.max(first - start, 0), Math.min(last - start, chunkSize - 1))
  }
  return bits
}

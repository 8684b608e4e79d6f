import { allBits, and, chunkOf, chunkSize, noBits, not, or, setRange, type Bits } from './bits.ts'
import { select } from './column.ts'
import type { ChunkView } from './chunk-view.ts'
import { placeInRuns, type NumbersPlan, type Plan, type UnitRuns, type ValuePlan } from './plan.ts'

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
  switch (plan.kind) {
    case 'and':
      return plan.parts.reduce<Verdict>(
        (found, part) => combine(and, found, evaluate(part, view)),
        certain(allBits()),
      )
    case 'or':
      return plan.parts.reduce<Verdict>(
        (found, part) => combine(or, found, evaluate(part, view)),
        certain(noBits()),
      )
    case 'not': {
      const { sure, maybe } = evaluate(plan.part, view)
      return { sure: not(maybe), maybe: not(sure) }
    }
    case 'value':
      return certain(unitsByValue(plan, view))
    case 'numbers':
      return unitsByNumber(plan, view)
    case 'units':
      return certain(unitsAmong(plan.units, view.chunk))
  }
}

const certain = (bits: Bits): Verdict => ({ sure: bits, maybe: bits })

const combine = (join: typeof and, one: Verdict, other: Verdict): Verdict => {
  const maybe = join(one.maybe, other.maybe)
  const isCertain = one.sure === one.maybe && other.sure === other.maybe
  return { sure: isCertain ? maybe : join(one.sure, other.sure), maybe }
}

const unitsByValue = (plan: ValuePlan, view: ChunkView): Bits =>
  view
    .columns(plan.name)
    .map(({ column, test }) => select(column, test(plan)))
    .reduce(or, noBits())

/** Grams leave some units that do not fit; what was only just recorded has none yet. */
function unitsByNumber({ grams, among, isExact }: NumbersPlan, view: ChunkView): Verdict {
  let found = grams ? noBits() : allBits()
  for (const required of grams ?? []) {
    found = or(found, required.map((gram) => view.gram(gram)).reduce(and))
  }
  if (among) found = and(found, unitsAmong(among, view.chunk))
  return {
    sure: isExact ? and(found, not(view.fresh)) : noBits(),
    maybe: or(found, view.fresh),
  }
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

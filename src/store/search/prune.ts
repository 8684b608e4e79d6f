import { chunkSize } from './bits.ts'
import { placeInRuns, type Plan, type UnitRuns, type ValuePlan } from './plan.ts'
import type { Field, TermBook } from './term-book.ts'

/** Within which bounds the values of one column of a chunk lie. */
export interface Bounds {
  readonly name: string
  readonly type: Field['type']
  readonly low: number
  readonly high: number
}

/** Whether a chunk can hold what is searched for, as far as the bounds of its columns say. */
export function mayBeIn(
  plan: Plan,
  chunk: number,
  bounds: readonly Bounds[],
  book: TermBook,
): boolean {
  switch (plan.kind) {
    case 'and':
      return plan.parts.every((part) => mayBeIn(part, chunk, bounds, book))
    case 'or':
      return plan.parts.some((part) => mayBeIn(part, chunk, bounds, book))
    case 'value':
      return bounds.some((column) => {
        if (column.name !== plan.name) return false
        const [low, high] = boundsOf(plan, column.type, book)
        return column.low <= high && column.high >= low
      })
    case 'units':
      return reaches(plan.units, chunk)
    case 'numbers':
      return plan.among === null || reaches(plan.among, chunk)
    case 'not':
      return true
  }
}

function boundsOf(plan: ValuePlan, type: Field['type'], book: TermBook): readonly [number, number] {
  if (type === 't') return book.boundsOf(plan)
  return type === 'n' ? [plan.low ?? -Infinity, plan.high ?? Infinity] : [0, 1]
}

function reaches(runs: UnitRuns, chunk: number): boolean {
  const run = runs[placeInRuns(runs, chunk * chunkSize)]
  return run !== undefined && run[0] < (chunk + 1) * chunkSize
}

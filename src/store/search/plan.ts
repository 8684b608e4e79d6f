import type { DocumentValue, UnitDocument, UnitNumber } from './unit-document.ts'

/**
 * A search made ready to be answered: names are ids, words are tests. It can be put to one unit's
 * document ({@link holds}), and to a whole chunk of units by the index (`evaluate.ts`).
 */
export type Plan =
  | { readonly kind: 'and'; readonly parts: readonly Plan[] }
  | { readonly kind: 'or'; readonly parts: readonly Plan[] }
  | { readonly kind: 'not'; readonly part: Plan }
  | ValuePlan
  | NumbersPlan
  | UnitsPlan

/** Units with a property that passes a test. */
export interface ValuePlan {
  readonly kind: 'value'
  readonly name: string
  readonly test: (value: DocumentValue) => boolean
  /** Bounds that every passing number lies within. */
  readonly low?: number
  readonly high?: number
  /** Folded texts of which a passing text is one, or how it begins; absent: any could pass. */
  readonly texts?: { readonly among: readonly string[] } | { readonly beginning: string }
}

/** Units with a number that passes a test. */
export interface NumbersPlan {
  readonly kind: 'numbers'
  readonly test: (number: UnitNumber) => boolean
  /** Every unit that passes has a number with all the grams of one of these lists. */
  readonly grams: readonly (readonly string[])[] | null
  /** Every unit that has such grams passes. */
  readonly isExact?: true
  /** Every unit that passes now is one of these; not so at a past moment. */
  readonly among: UnitRuns | null
}

/** Units that are listed. */
export interface UnitsPlan {
  readonly kind: 'units'
  readonly units: UnitRuns
}

/** Rising ids as stretches, each from its first to its last. */
export type UnitRuns = readonly (readonly [first: number, last: number])[]

const nothing: Plan = { kind: 'or', parts: [] }

/** Both or all of the parts; those that say nothing are left out. */
export function allOf(parts: readonly Plan[]): Plan {
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts }
}

/** One of the parts. */
export function anyOf(parts: readonly Plan[]): Plan {
  const telling = parts.filter((part) => part !== nothing)
  return telling.length === 1 ? telling[0]! : { kind: 'or', parts: telling }
}

export const noneOf = (part: Plan): Plan => ({ kind: 'not', part })

/** Units whose property is one of the ids. */
export function idAmong(name: string, ids: ReadonlySet<number>): Plan {
  if (ids.size === 0) return nothing
  const bounds = ids.size <= 1000 ? { low: Math.min(...ids), high: Math.max(...ids) } : {}
  return { kind: 'value', name, test: (value) => ids.has(value as number), ...bounds }
}

/** Units with the property, whatever it is. */
export const hasAny = (name: string): Plan => ({ kind: 'value', name, test: () => true })

/** Whether a unit is what was searched for. */
export function holds(plan: Plan, document: UnitDocument): boolean {
  switch (plan.kind) {
    case 'and':
      return plan.parts.every((part) => holds(part, document))
    case 'or':
      return plan.parts.some((part) => holds(part, document))
    case 'not':
      return !holds(plan.part, document)
    case 'value': {
      const value = document.values.get(plan.name)
      return value !== undefined && plan.test(value)
    }
    case 'numbers':
      return document.numbers.some(plan.test)
    case 'units':
      return isAmongRuns(plan.units, document.id)
  }
}

/** Place of the first stretch that does not end before the id. */
export function placeInRuns(runs: UnitRuns, id: number): number {
  let from = 0
  for (let to = runs.length; from < to;) {
    const middle = (from + to) >>> 1
    if (runs[middle]![1] < id) from = middle + 1
    else to = middle
  }
  return from
}

const isAmongRuns = (runs: UnitRuns, id: number): boolean =>
  (runs[placeInRuns(runs, id)]?.[0] ?? Infinity) <= id

/** Stretches in whatever order as rising ones that neither touch nor overlap. */
export function mergeRuns(runs: UnitRuns): UnitRuns {
  const merged: [number, number][] = []
  for (const [first, last] of runs.toSorted(([one], [other]) => one - other)) {
    const open = merged.at(-1)
    if (open && open[1] >= first - 1) open[1] = Math.max(open[1], last)
    else merged.push([first, last])
  }
  return merged
}

/** Ids in whatever order as stretches. */
export const runsOf = (ids: readonly number[]): UnitRuns =>
  mergeRuns(ids.map((id) => [id, id] as const))

/** Every part of a search that is not made of further parts. */
export function leavesOf(plan: Plan): Exclude<Plan, { kind: 'and' | 'or' | 'not' }>[] {
  if (plan.kind === 'and' || plan.kind === 'or') return plan.parts.flatMap(leavesOf)
  return plan.kind === 'not' ? leavesOf(plan.part) : [plan]
}

import type { Random } from '../faults/random.ts'
import type { Facts } from './facts.ts'
import { randomTerm, timeFields, type Draw } from './random-terms.ts'

/** Searches of every kind, about values that there are and about some that there are not. */
export interface QueryMaker {
  /** What must hold; without sort, group and at. */
  where(): string
  sort(): string
  group(): string
}

const sortable = [
  'item',
  'serial',
  'lot',
  'status',
  'quantity',
  'loc',
  'received',
  'changed',
  'model',
  'size',
  'imei',
  'expiry',
]
const groupable = [
  'item',
  'sku',
  'name',
  'category',
  'gtin',
  'maker',
  'lot',
  'status',
  'stage',
  'kind',
  'quantity',
  'loc',
  'place',
  'container',
  'order',
  'supplier',
  'party',
  'hold',
  'batch',
  'model',
  'colour',
  'size',
  'tested',
]
const periods = ['day', 'week', 'month', 'quarter', 'year']

/** Makes searches about the units of a company. */
export function queryMaker(random: Random, all: readonly Facts[]): QueryMaker {
  const draw: Draw = { random, someFacts: () => random.pick(all) }
  return {
    where: () => (random.chance(0.03) ? '' : expression(draw, 2)),
    sort() {
      const key = random.pick(sortable)
      const names = random.chance(0.5) ? [key] : ['status', key]
      const signed = [...new Set(names)].map((name) => (random.chance(0.5) ? `-${name}` : name))
      return `sort:${signed.join()}`
    },
    group() {
      const keys = [groupKey(random), ...(random.chance(0.4) ? [groupKey(random)] : [])]
      return `group:${[...new Set(keys)].join()}`
    },
  }
}

function expression(draw: Draw, depth: number): string {
  const { random } = draw
  if (depth === 0 || random.chance(0.4)) {
    return random.chance(0.2) ? `-${randomTerm(draw)}` : randomTerm(draw)
  }
  const parts = Array.from({ length: 2 + random.below(2) }, () => expression(draw, depth - 1))
  const joined = `(${parts.join(random.pick([' ', ' OR ']))})`
  return random.chance(0.1) ? `-${joined}` : joined
}

const groupKey = (random: Random): string =>
  random.chance(0.3)
    ? `${random.pick(periods)}(${random.pick([...timeFields, 'due'])})`
    : random.pick(groupable)

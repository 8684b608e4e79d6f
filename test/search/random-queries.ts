import { statuses, stages, unitKinds } from '../../src/domain/status.ts'
import { writeValue } from '../../src/domain/search/written-text.ts'
import type { Random } from '../faults/random.ts'
import { valuesOf, type Value } from './oracle.ts'
import type { Facts } from './facts.ts'

/** Searches of every kind, about values that there are and about some that there are not. */
export interface QueryMaker {
  /** What must hold; without sort, group and at. */
  where(): string
  sort(): string
  group(): string
}

const textFields = [
  'serial',
  'id',
  'imei',
  'maker_serial',
  'id.badge',
  'sku',
  'gtin',
  'lot',
  'order',
  'batch',
]
const nameFields = ['item', 'category', 'loc', 'place', 'container', 'supplier', 'maker', 'party']
const timeFields = ['received', 'made', 'shipped', 'moved', 'seen', 'failed', 'changed', 'expiry']
const traits = ['model', 'colour', 'speed', 'tested', 'due', 'size', 'voltage', 'nothing']
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
  const someFacts = () => random.pick(all)
  const valueOf = (field: Parameters<typeof valuesOf>[0]): Value | undefined => {
    const values = Array.from({ length: 4 }, () => valuesOf(field, someFacts())).flat()
    return values.length > 0 ? random.pick(values) : undefined
  }
  const part = (text: string): string => {
    const letters = [...text]
    const from = random.below(letters.length)
    return letters.slice(from, from + 1 + random.below(5)).join('')
  }
  const text = (field: string): string => {
    const reference = field.startsWith('id.') ? { kind: 'identifier', name: field.slice(3) } : null
    const known = { kind: textIdentifiers.has(field) ? 'identifier' : 'field', name: field }
    const value = valueOf((reference ?? known) as never)
    const found =
      value === undefined || value === '' ? random.pick(['X', 'ACME', '0']) : String(value)
    return random.chance(0.3) ? found.toLowerCase() : found
  }
  const pattern = (value: string): string => {
    const piece = part(value)
    return random.pick([
      `${writeValue([...value].slice(0, 1 + random.below(3)).join(''))}*`,
      `*${writeValue([...value].slice(-1 - random.below(3)).join(''))}`,
      `*${writeValue(piece)}*`,
      `${writeValue([...value][0]!)}*${writeValue([...value].at(-1)!)}`,
    ])
  }
  const textTerm = (field: string, hasOrder: boolean): string => {
    const value = text(field)
    const other = text(field)
    const [low, high] = [value, other].sort((a, b) => (a.toUpperCase() < b.toUpperCase() ? -1 : 1))
    const ranges = [
      `${field}:${writeValue(low!)}..${writeValue(high!)}`,
      `${field}>${writeValue(value)}`,
      `${field}<=${writeValue(value)}`,
      `${field}:${writeValue(value)}..`,
    ]
    return random.pick([
      `${field}:${writeValue(value)}`,
      `${field}:${writeValue(value)},${writeValue(other)}`,
      `${field}=${writeValue(value)}`,
      `${field}!=${writeValue(value)}`,
      `${field}:${pattern(value)}`,
      `${field}=${pattern(value)}`,
      `${field}:*`,
      ...(hasOrder ? ranges : []),
    ])
  }
  const date = (): string =>
    random.pick([
      '2023',
      '2024',
      '2025-Q1',
      '2024-06',
      '2024-W20',
      '2024-05-01',
      '2025-03-15T10:00',
      '2024-02-29',
    ])
  const timeTerm = (field: string): string =>
    random.pick([
      `${field}:*`,
      `${field}:${date()}`,
      `${field}>${date()}`,
      `${field}>=${date()}`,
      `${field}<${date()}`,
      `${field}<=${date()}`,
      `${field}:2023-06..2024-08`,
      `${field}:..2024`,
      `${field}:2024,2025-Q1`,
    ])
  const quantityTerm = (): string =>
    random.pick([
      'quantity:1',
      'quantity>10',
      'quantity>=2kg',
      'quantity:500g..20kg',
      'quantity<=5.5',
      'quantity:5..15',
      'quantity:*',
      'quantity>3l',
      'quantity:0',
      'quantity>2m',
    ])
  const traitTerm = (): string => {
    const name = random.pick(traits)
    const value = valueOf({ kind: 'trait', name }) ?? 'x'
    if (typeof value === 'boolean') return `${name}:${random.pick(['yes', 'no', 'true', '*'])}`
    if (typeof value === 'number') {
      return random.pick([
        `${name}:${value}`,
        `${name}>${value}`,
        `${name}<=${value}`,
        `${name}:0..8k`,
        `${name}:*`,
        `${name}:7*`,
        `${name}:-5..${Math.max(value, 0)}`,
      ])
    }
    if (/^\d{4}-/.test(value)) return timeTerm(name)
    return random.pick([
      `${name}:${writeValue(value)}`,
      `${name}=${writeValue(value)}`,
      `${name}:${pattern(value)}`,
      `${name}:*`,
      `${name}>${writeValue(value)}`,
      `${name}:${writeValue(value.toUpperCase())},red`,
      `${name}:yes`,
      `${name}:2024-05`,
    ])
  }
  const codeTerm = (): string =>
    random.pick([
      `status:${random.pick(statuses)},${random.pick(statuses)}`,
      `status!=${random.pick(statuses)}`,
      `status:${random.pick(statuses)}`,
      `stage:${random.pick(stages)}`,
      `kind:${random.pick(unitKinds)}`,
      'status:*',
      'status:in*',
      'kind:*',
    ])
  const wordTerm = (): string =>
    random.pick([
      'name:drill',
      'name:"cordless drill"',
      'name:bolt',
      'name:"8 mm"',
      'name:*',
      'name:oil',
      'name=Box',
      'name:wheat*',
      'hold:*',
      'hold:failed',
      'hold:"customer complaint"',
      'hold:does*',
      'hold=x',
      'hold:start',
    ])
  const word = (): string => {
    const number = random.pick(someFacts().everyNumber.concat('Q'))
    return random.pick([
      () => writeValue(part(number)),
      () => writeValue(number.toLowerCase()),
      () => pattern(number),
      () =>
        random.pick([
          'drill',
          'cord',
          '"cordless dr"',
          'bolt',
          'screw',
          'oil',
          'zzz',
          '"8 m"',
          'BOLT-8',
          'flo',
        ]),
    ])()
  }
  const term = (): string =>
    random.pick([
      () => textTerm(random.pick(textFields), true),
      () => textTerm(random.pick(nameFields), false),
      () => textTerm(random.pick(nameFields), false),
      () => timeTerm(random.pick(timeFields)),
      quantityTerm,
      traitTerm,
      traitTerm,
      codeTerm,
      wordTerm,
      () => word().replace(/^(AND|OR|NOT)$/, 'x'),
    ])()
  const expression = (depth: number): string => {
    if (depth === 0 || random.chance(0.4)) return random.chance(0.2) ? `-${term()}` : term()
    const parts = Array.from({ length: 2 + random.below(2) }, () => expression(depth - 1))
    const joined = parts.join(random.pick([' ', ' OR ']))
    return random.chance(0.5) ? `(${joined})` : random.chance(0.2) ? `-(${joined})` : `(${joined})`
  }
  return {
    where: () => (random.chance(0.03) ? '' : expression(2)),
    sort() {
      const names =
        random.pick([1, 2]) === 1 ? [random.pick(sortable)] : ['status', random.pick(sortable)]
      return `sort:${[...new Set(names)].map((name) => (random.chance(0.5) ? `-${name}` : name)).join()}`
    },
    group() {
      const key = () =>
        random.chance(0.3)
          ? `${random.pick(periods)}(${random.pick([...timeFields, 'due'])})`
          : random.pick(groupable)
      return `group:${[...new Set([key(), ...(random.chance(0.4) ? [key()] : [])])].join()}`
    },
  }
}

const textIdentifiers: ReadonlySet<string> = new Set(['imei', 'maker_serial'])

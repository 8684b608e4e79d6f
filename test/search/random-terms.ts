import { statuses, stages, unitKinds } from '../../src/domain/status.ts'
import type { FieldReference } from '../../src/domain/search/index.ts'
import { writeValue } from '../../src/domain/search/written-text.ts'
import type { Random } from '../faults/random.ts'
import type { Facts } from './facts.ts'
import { valuesOf, type Value } from './oracle.ts'

/** What terms are drawn from. */
export interface Draw {
  readonly random: Random
  /** A unit of the company. */
  someFacts(): Facts
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
const identifiers: ReadonlySet<string> = new Set(['imei', 'maker_serial'])
const traits = ['model', 'colour', 'speed', 'tested', 'due', 'size', 'voltage', 'nothing']

export const timeFields = [
  'received',
  'made',
  'shipped',
  'moved',
  'seen',
  'failed',
  'changed',
  'expiry',
]

/** One condition, often about a value that some unit has. */
export function randomTerm(draw: Draw): string {
  const { random } = draw
  return random.pick([
    () => textTerm(draw, random.pick(textFields), true),
    () => textTerm(draw, random.pick(nameFields), false),
    () => textTerm(draw, random.pick(nameFields), false),
    () => timeTerm(random, random.pick(timeFields)),
    () => random.pick(quantityTerms),
    () => traitTerm(draw),
    () => traitTerm(draw),
    () => codeTerm(random),
    () => random.pick(wordTerms),
    () => freeTerm(draw).replace(/^(AND|OR|NOT)$/, 'x'),
  ])()
}

function valueOf({ random, someFacts }: Draw, field: FieldReference): Value | undefined {
  const values = Array.from({ length: 4 }, () => valuesOf(field, someFacts())).flat()
  return values.length > 0 ? random.pick(values) : undefined
}

function part(random: Random, text: string): string {
  const letters = [...text]
  const from = random.below(letters.length)
  return letters.slice(from, from + 1 + random.below(5)).join('')
}

function pattern(random: Random, value: string): string {
  const letters = [...value]
  return random.pick([
    `${writeValue(letters.slice(0, 1 + random.below(3)).join(''))}*`,
    `*${writeValue(letters.slice(-1 - random.below(3)).join(''))}`,
    `*${writeValue(part(random, value))}*`,
    `${writeValue(letters[0]!)}*${writeValue(letters.at(-1)!)}`,
  ])
}

function referenceTo(field: string): FieldReference {
  if (field.startsWith('id.')) return { kind: 'identifier', name: field.slice(3) }
  return { kind: identifiers.has(field) ? 'identifier' : 'field', name: field } as FieldReference
}

function someText(draw: Draw, field: string): string {
  const { random } = draw
  const value = valueOf(draw, referenceTo(field))
  const text = value === undefined || value === '' ? random.pick(['X', 'ACME', '0']) : String(value)
  return random.chance(0.3) ? text.toLowerCase() : text
}

function textTerm(draw: Draw, field: string, hasOrder: boolean): string {
  const { random } = draw
  const value = someText(draw, field)
  const other = someText(draw, field)
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
    `${field}:${pattern(random, value)}`,
    `${field}=${pattern(random, value)}`,
    `${field}:*`,
    ...(hasOrder ? ranges : []),
  ])
}

const dates = [
  '2023',
  '2024',
  '2025-Q1',
  '2024-06',
  '2024-W20',
  '2024-05-01',
  '2025-03-15T10:00',
  '2024-02-29',
]

function timeTerm(random: Random, field: string): string {
  const date = random.pick(dates)
  return random.pick([
    `${field}:*`,
    `${field}:${date}`,
    `${field}>${date}`,
    `${field}>=${date}`,
    `${field}<${date}`,
    `${field}<=${date}`,
    `${field}:2023-06..2024-08`,
    `${field}:..2024`,
    `${field}:2024,2025-Q1`,
  ])
}

const quantityTerms = [
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
]

function traitTerm(draw: Draw): string {
  const { random } = draw
  const name = random.pick(traits)
  const value = valueOf(draw, { kind: 'trait', name }) ?? 'x'
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
  if (/^\d{4}-/.test(value)) return timeTerm(random, name)
  return random.pick([
    `${name}:${writeValue(value)}`,
    `${name}=${writeValue(value)}`,
    `${name}:${pattern(random, value)}`,
    `${name}:*`,
    `${name}>${writeValue(value)}`,
    `${name}:${writeValue(value.toUpperCase())},red`,
    `${name}:yes`,
    `${name}:2024-05`,
  ])
}

const codeTerm = (random: Random): string =>
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

const wordTerms = [
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
]

const freeWords = [
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
]

function freeTerm({ random, someFacts }: Draw): string {
  const number = random.pick(someFacts().everyNumber.concat('Q'))
  return random.pick([
    () => writeValue(part(random, number)),
    () => writeValue(number.toLowerCase()),
    () => pattern(random, number),
    () => random.pick(freeWords),
  ])()
}

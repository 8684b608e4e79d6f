import { transitionOf, type TransitionName } from '../../src/domain/life-cycle.ts'
import type { UnitRef } from '../../src/domain/command.ts'
import type { Status } from '../../src/domain/status.ts'
import type { Random } from '../faults/random.ts'
import { valueOf } from './history.ts'
import { latestOf, type Unit, type World } from './world.ts'

/** What random commands are made from. */
export interface Source {
  readonly random: Random
  readonly world: World
}

export const items = ['BIKE', 'CARD', 'CHIP', 'FLOUR', 'PALLET', 'CRATE'] as const
/** What each item is. */
export const itemData: Readonly<Record<(typeof items)[number], object>> = {
  BIKE: { scheme: 'BK{seq:4}', stage: 'finished' },
  CARD: { serialScope: 'everywhere', tracking: 'unit' },
  CHIP: { serialScope: 'maker', maker: 'ACME', stage: 'raw_material' },
  FLOUR: { kind: 'portion', scheme: 'FL{seq:4}', measure: 'kg' },
  PALLET: { kind: 'container', serialScope: 'everywhere' },
  CRATE: { kind: 'container', scheme: 'CR{seq:4}' },
}

export const locations = ['HALL', 'A-1', 'A-2', 'A-3', 'VAN', 'SHOP'] as const
export const parties = ['ACME', 'BIKES-R-US', 'POST'] as const
export const orders = ['SO-1', 'SO-2', 'PO-1', 'PO-2'] as const

/** Numbers that look like trouble; some are refused, the others must come back as they went in. */
const oddNumbers = [
  '',
  ' ',
  'A\u0000B',
  'A\u001dB',
  'A\u202eB',
  'A\u200bB',
  '\ud800',
  'x'.repeat(201),
  'x'.repeat(200),
  "'; drop table units; --",
  '<script>alert(1)</script>',
  '=1+1',
  '__proto__',
  'constructor',
  '0012',
  '12',
  'e\u0301',
  '\u00e9',
  'stra\u00dfe',
  'STRASSE',
  '\u0390',
  '\u{1f6b2}',
  '%',
  '\\',
  '"',
]

/** A number for something new: mostly one that nothing has, at times one that something may have. */
export function newNumber({ random, world }: Source, prefix: string): string {
  if (random.chance(0.03)) return random.pick(oddNumbers)
  if (random.chance(0.25)) return `${prefix}${random.below(150)}`
  return `${prefix}-${world.nextEvent}-${random.below(1000)}`
}

/** The same number as people write it. */
function written({ random }: Source, number: string): string {
  if (random.chance(0.8)) return number
  return random.pick([number.toLowerCase(), number.toUpperCase(), ` ${number} `])
}

/** A unit, one of the youngest as a rule, so that histories grow long. */
function anyUnit({ random, world }: Source): Unit | undefined {
  const back = random.chance(0.8) ? random.below(120) : random.below(world.nextUnit)
  return world.units.get(Math.max(1, world.nextUnit - 1 - back))
}

/** A unit that suits, if one is found soon. */
function findSuitable(
  source: Source,
  suits: (unit: Unit, status: Status) => boolean,
): Unit | undefined {
  let unit: Unit | undefined
  for (let tries = 0; tries < 12; tries += 1) {
    unit = anyUnit(source)
    if (unit && suits(unit, latestOf(source.world, unit).state['status'] as Status)) return unit
  }
  return unit
}

/** Names a unit by one of the ways that there are; by a wrong one now and then. */
function refTo(source: Source, unit: Unit | undefined): UnitRef {
  const { random, world } = source
  if (!unit || random.chance(0.01))
    return random.pick([9_999_999, 'NO-SUCH', newNumber(source, 'S')])
  const { state } = latestOf(world, unit)
  const serial = valueOf(state, 'serial')
  const identifier = Object.entries(state).find(([path]) => path.startsWith('identifier.'))
  if (random.chance(0.6) || serial === null) return unit.id
  if (identifier && random.chance(0.3)) return written(source, String(identifier[1]))
  if (random.chance(0.6)) return written(source, String(serial))
  const item = world.subjects.get(Number(state['item']))?.code ?? 'BIKE'
  return { item, serial: written(source, String(serial)) }
}

/** Units for a step: most of them in a status in which it may be taken. */
export function unitsFor(source: Source, step: TransitionName): UnitRef[] {
  const { random } = source
  const { from } = transitionOf(step)
  const suits = (_: Unit, status: Status) => from.includes(status)
  const count = random.chance(0.7) ? 1 : 1 + random.below(4)
  return Array.from({ length: count }, () => refTo(source, findSuitable(source, suits)))
}

/** A unit of a kind, for what only such a unit can do. */
export function unitOfKind(source: Source, kind: string): UnitRef {
  const { random, world } = source
  const status = (unit: Unit) => latestOf(world, unit).state['status']
  const suits = (unit: Unit) =>
    latestOf(world, unit).state['kind'] === kind && status(unit) === 'in_stock'
  return refTo(source, random.chance(0.03) ? anyUnit(source) : findSuitable(source, suits))
}

/** A code of the list, or its id; now and then one that there is not. */
export function codeOf(source: Source, kind: string, codes: readonly string[]): string | number {
  const { random, world } = source
  if (random.chance(0.01)) return random.pick(['NOWHERE', 424_242, 'a-1', '__proto__'])
  const code = random.pick(codes)
  if (random.chance(0.7)) return code
  for (const subject of world.subjects.values()) {
    if (subject.kind === kind && subject.code === code) return subject.id
  }
  return code
}

export const location = (source: Source) => codeOf(source, 'location', locations)
export const order = (source: Source) => codeOf(source, 'order', orders)
export const party = (source: Source) => codeOf(source, 'party', parties)

/** Adds a property in this share of the cases. */
export const maybe = <T>({ random }: Source, share: number, make: () => T): T | undefined =>
  random.chance(share) ? make() : undefined

const traitNames = ['colour', 'Colour', 'grade', 'constructor', 'Größe', 'volts', 'VOLTS']

export function traits({ random }: Source): Record<string, string | number | boolean | null> {
  const values = ['red', 'blue', 'A', 12, '12', '012', 4.5, true, null, '<b>', 'x'.repeat(80)]
  const more = ['RED', '2026-02-28', '2026-02-30', 'Yes', '-3']
  return Object.fromEntries(
    Array.from({ length: 1 + random.below(2) }, () => [
      random.pick(traitNames),
      random.pick([...values, ...more]),
    ]),
  )
}

/** What a definition of a trait can say, and some that it cannot. */
export const traitDefinition = ({ random }: Source) => ({
  ...random.pick([
    { type: 'text' },
    { type: 'number', min: 0, max: 12 },
    { type: 'number', decimals: 0 },
    { type: 'yes_no' },
    { type: 'date' },
    { type: 'choice', choices: ['Red', 'blue', 'A', '12'] },
    { type: 'choice', choices: ['red', 'RED'] },
    { type: 'choice' },
    { min: 5, max: 1 },
  ]),
  ...(random.chance(0.1) && { of: random.pick([['items'], ['units', 'lots']]) }),
})

export const traitName = ({ random }: Source) => random.pick(traitNames)

import { at, minute, type Today } from '../calendar.ts'
import { people, shelves } from './harbour.ts'
import { later, unitsOf, type Case, type FishBox, type Plant, type Tray } from './plant.ts'

/** Boxes that one line fillets in a day. */
const boxesPerLine = 5
const gramsPerTray = 5200
const traysPerCase = 4
/** Days after the landing on which a case may still leave. */
const saleDays = 8

/** The lines fillet what lies in the ice room, the oldest first. */
export function fillet(plant: Plant, today: Today): void {
  const lines = [
    ['LINE-1', people.line1],
    ['LINE-2', people.line2],
  ] as const
  const trays = new Map<FishBox, Tray[]>()
  for (const [line, actor] of lines) {
    const boxes = plant.iceRoom.splice(0, boxesPerLine)
    let time = later(plant, at(today, 7), 30)
    for (const box of boxes) {
      trays.set(box, filletBox(plant, time, box, line, actor))
      time += 45 * minute
    }
  }
  packCases(plant, today, trays)
}

/** A box of fish becomes trays of fillets and a block of trimmings; heads and bones are lost. */
function filletBox(
  plant: Plant,
  time: number,
  { unit, species, lot, grams }: FishBox,
  line: string,
  actor: string,
): Tray[] {
  const { diary, freezer } = plant
  diary.note(time, people.intake, 'move', { units: [unit], to: line })
  const yielded = diary.random.normal(species.yieldPerKilogram, 9) / 1000
  const quantity = Math.round(grams * 0.94)
  const weights = shareOut(Math.round(quantity * yielded))
  const units = diary.produce(time + 30 * minute, actor, {
    inputs: [{ unit, quantity }],
    make: {
      item: species.fillet,
      location: line,
      entries: weights.map((content) => ({ content, lot })),
    },
  })
  const trim = Math.round((grams - quantity) * 0.8)
  const [block] = diary.produce(time + 38 * minute, actor, {
    inputs: [{ unit }],
    make: { item: 'FISH-TRIM', location: line, entries: [{ content: trim }] },
  })
  diary.note(later(plant, time + 40 * minute, 30), people.packing, 'move', {
    units: [block],
    to: 'FREEZER',
  })
  freezer.push({ unit: block!, grams: trim })
  diary.note(time + 42 * minute, actor, 'observe', {
    units: units.slice(0, 1),
    outcome: 'inspected',
    location: line,
    readings: { coreTemperature: Math.round(diary.random.normal(2.1, 0.5) * 10) / 10, bones: 0 },
  })
  return units.map((tray, index) => ({ unit: tray, lot, grams: weights[index]! }))
}

/** Trays of nearly the same weight. */
function shareOut(grams: number): number[] {
  const count = Math.max(1, Math.round(grams / gramsPerTray))
  const each = Math.floor(grams / count)
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? grams - each * (count - 1) : each,
  )
}

/** Trays of one landing go into cases together, and the cases into a cold room. */
function packCases(plant: Plant, today: Today, made: ReadonlyMap<FishBox, Tray[]>): void {
  const { diary, cold } = plant
  const landings = Map.groupBy(made, ([{ species, lot }]) => `${lot} ${species.code}`)
  let time = at(today, 13)
  for (const boxes of landings.values()) {
    const [[{ species, lot, landed }]] = boxes as [[FishBox, Tray[]]]
    const trays = boxes.flatMap(([, ofBox]) => ofBox)
    const count = Math.ceil(trays.length / traysPerCase)
    const cases = diary.make(time, people.packing, 'commission', {
      item: 'CASE',
      count,
      location: 'PACKING',
    })
    diary.note(time + minute, people.packing, 'move', { units: unitsOf(trays), to: 'PACKING' })
    const room = diary.random.pick(['COLD-1', 'COLD-2'] as const)
    const packed = cases.map((unit, index): Case => {
      const inside = trays.slice(index * traysPerCase, (index + 1) * traysPerCase)
      diary.note(time + (3 + 2 * index) * minute, people.packing, 'put', {
        units: unitsOf(inside),
        container: unit,
      })
      return { unit, species, lot, trays: inside, room, lastDay: landed + saleDays }
    })
    const stored = later(plant, time + (5 + 2 * count) * minute, 15)
    diary.note(stored, people.packing, 'move', {
      units: cases,
      to: diary.random.pick(shelves[room]),
    })
    cold.push(...packed)
    time += (12 + 2 * count) * minute
  }
}

import { at, type Today } from '../calendar.ts'
import { ownParts } from './parts-list.ts'
import { people } from './places.ts'
import {
  drawMaterial,
  inputsOf,
  later,
  planWorkday,
  shelf,
  type Draw,
  type Works,
} from './works.ts'

const spokesPerWheelset = 64
const wheelsetsPerRun = 18
const batteriesPerRun = 12

/** Wheels are built when few are left, a run at a time. */
export function buildWheels(works: Works, today: Today): void {
  const { diary } = works
  if (shelf(works, 'WHEELSET').length > wheelsetsPerRun) return
  const draws = drawMaterial(works, 'SPOKE-BOX', spokesPerWheelset * wheelsetsPerRun)
  if (!draws) return
  const time = later(works, at(today, 7), 60)
  const units = diary.produce(time, people.late, {
    inputs: inputsOf(draws),
    make: { item: 'WHEELSET', count: wheelsetsPerRun, location: 'WHEELS' },
  })
  diary.note(later(works, at(today, 13), 40), people.late, 'move', { units, to: 'C-2' })
  planWorkday(works, today.index + 1, () =>
    shelf(works, 'WHEELSET').push(
      ...units.map((unit) => ({ unit, item: 'WHEELSET', location: 'C-2', lot: null, left: 1 })),
    ),
  )
}

/** Batteries are built from cells and tested, a run of one kind at a time. */
export function buildBatteries(works: Works, today: Today): void {
  const kind = [...ownParts].sort(
    (one, other) => shelf(works, one.code).length - shelf(works, other.code).length,
  )[0]!
  if (shelf(works, kind.code).length > batteriesPerRun * 1.5) return
  const { diary } = works
  const draws = drawMaterial(works, 'CELL-21700', kind.cells * batteriesPerRun)
  if (!draws) return
  const time = later(works, at(today, 8), 45)
  const units = diary.produce(time, people.batteries, {
    inputs: inputsOf(draws),
    make: { item: kind.code, count: batteriesPerRun, location: 'PACK-BENCH' },
  })
  const lots = lotOfEach(draws, kind.cells)
  for (const [index, unit] of units.entries()) {
    const weak = lots[index] === works.badLot ? 0.97 : 1
    diary.note(later(works, at(today, 10), 30) + index * 420_000, people.batteries, 'observe', {
      units: [unit],
      outcome: 'inspected',
      readings: {
        capacityWh: Math.round(kind.capacity * weak * diary.random.normal(1.01, 0.006)),
        resistanceMilliohm: Math.round(diary.random.normal(weak < 1 ? 71 : 62, 2)),
      },
    })
  }
  const bin = diary.random.pick(['BAT-1', 'BAT-2'])
  diary.note(later(works, at(today, 14.5), 30), people.batteries, 'move', { units, to: bin })
  planWorkday(works, today.index + 1, () =>
    shelf(works, kind.code).push(
      ...units.map((unit, index) => ({
        unit,
        item: kind.code,
        location: bin,
        lot: lots[index]!,
        left: 1,
      })),
    ),
  )
}

/** The lot that the first cell of each battery comes from. */
function lotOfEach(draws: readonly Draw[], cells: number): string[] {
  const lots: string[] = []
  let drawn = 0
  for (const { part, quantity } of draws) {
    drawn += quantity
    while (lots.length * cells < drawn && lots.length < batteriesPerRun) lots.push(part.lot!)
  }
  return lots
}

import { at, minute, type Today } from '../calendar.ts'
import { people, trimBuyer, placeOf } from './harbour.ts'
import { celsius, later, nextNumber, unitsOf, type Case, type Plant } from './plant.ts'

/** A round through the cold rooms with the thermometer. */
export function checkRooms(plant: Plant, today: Today): void {
  for (const room of ['COLD-1', 'COLD-2'] as const) {
    const units = unitsOf(plant.cold.filter((one) => one.room === room))
    if (units.length === 0) continue
    plant.diary.note(later(plant, at(today, 9), 30), people.quality, 'observe', {
      units,
      outcome: 'seen',
      location: room,
      readings: { roomTemperature: celsius(plant, 0.9, 0.3) },
    })
  }
}

/** What was not sold in time is thrown away, with its cases. */
export function clearOld(plant: Plant, today: Today): void {
  const old = plant.cold.filter(({ lastDay }) => lastDay < today.index)
  if (old.length === 0) return
  discard(plant, later(plant, at(today, 16), 30), old, 'Past its last day of sale')
}

function discard(plant: Plant, time: number, cases: readonly Case[], reason: string): void {
  const { diary, cold } = plant
  const trays = unitsOf(cases.flatMap((one) => one.trays))
  diary.note(time, people.quality, 'dispose', { units: trays }, { reason })
  diary.note(
    time + 5 * minute,
    people.quality,
    'dispose',
    { units: unitsOf(cases) },
    { reason: 'Emptied' },
  )
  const gone = new Set(cases)
  cold.splice(0, cold.length, ...cold.filter((one) => !gone.has(one)))
}

/** A cold room fails in the night: all that is in it is held, examined, and part of it is lost. */
export function failColdRoom(plant: Plant, today: Today): void {
  const { diary, cold } = plant
  const cases = cold.filter(({ room }) => room === 'COLD-2')
  if (cases.length < 2) return
  const time = at(today, 6.2)
  diary.note(time, people.quality, 'observe', {
    units: unitsOf(cases),
    outcome: 'failed',
    location: 'COLD-2',
    readings: { roomTemperature: 7.4 },
    note: 'Compressor stopped at 02:10',
    hold: 'Cold room 2 at 7 °C in the night',
  })
  const lost = cases.filter((_, index) => index % 3 === 0)
  const kept = cases.filter((one) => !lost.includes(one))
  const noon = later(plant, at(today, 11.5), 30)
  diary.note(
    noon,
    people.quality,
    'release',
    { units: unitsOf(kept) },
    { reason: 'Core stayed below 3 °C' },
  )
  discard(plant, noon + 20 * minute, lost, 'Core above 4 °C for three hours')
}

/** Once a month the trimmings are sold. */
export function sellTrim(plant: Plant, today: Today): void {
  const { diary, freezer } = plant
  const blocks = freezer.splice(0, freezer.length)
  if (blocks.length === 0) return
  const order = nextNumber(plant, 'SO', today)
  const time = later(plant, at(today, 10), 40)
  diary.note(time, people.sales, 'create_order', {
    code: order,
    name: 'Trimmings of the month',
    kind: 'sale',
    party: trimBuyer.code,
    status: 'done',
    lines: [{ item: 'FISH-TRIM', quantity: blocks.reduce((sum, { grams }) => sum + grams, 0) }],
  })
  const units = unitsOf(blocks)
  diary.note(time + 30 * minute, people.dispatch, 'ship', {
    units,
    to: 'TRUCK-2',
    party: trimBuyer.code,
    order,
  })
  diary.note(later(plant, time + 60 * minute, 100), people.driver2, 'deliver', {
    units,
    to: placeOf(trimBuyer.code),
  })
}

/** A customer complains about a landing: what is left of it is held until somebody looks. */
export function complain(plant: Plant, today: Today): void {
  const { diary, delivered, cold } = plant
  const lot = doubtfulLanding(plant)
  const first = lot === undefined ? undefined : delivered.get(lot)?.[0]
  if (!first) return
  const code = nextNumber(plant, 'CP', today)
  const time = at(today, 7.4)
  diary.note(time, people.sales, 'create_order', {
    code,
    name: `Complaint: smell of ammonia, landing ${lot}`,
    kind: 'return',
    party: first.customer,
    status: 'open',
  })
  diary.note(time + 5 * minute, people.quality, 'observe', {
    units: [first.unit],
    outcome: 'failed',
    location: placeOf(first.customer),
    note: `${code}: two of four trays smell of ammonia`,
    hold: `${code}: smell of ammonia`,
  })
  const left = cold.filter((one) => one.lot === lot)
  if (left.length === 0) return
  diary.note(time + 15 * minute, people.quality, 'hold', {
    units: unitsOf(left),
    hold: `${code}: same landing as the complaint`,
  })
  cold.splice(0, cold.length, ...cold.filter((one) => !left.includes(one)))
}

/** A landing of which some is at customers and as much as may be still here. */
function doubtfulLanding({ cold, delivered }: Plant): string | undefined {
  const left = (lot: string) => cold.filter((one) => one.lot === lot).length
  return [...delivered.keys()].slice(-6).sort((one, other) => left(other) - left(one))[0]
}

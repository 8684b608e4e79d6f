import { at, minute, type Today } from '../calendar.ts'
import { people, placeOf } from './places.ts'
import { add, later, nextNumber, planWorkday, shelf, unitsOf } from './works.ts'
import type { Bike, Part, Works } from './works.ts'

interface Fault {
  readonly words: string
  readonly found: string
  /** The part that is changed, if one is. */
  readonly part: 'battery' | 'display' | null
}

const usualFaults: readonly Fault[] = [
  { words: 'Display shows E-21', found: 'Display bus dead', part: 'display' },
  { words: 'Display fogged up', found: 'Seal of the display leaks', part: 'display' },
  { words: 'Creaks at the bottom bracket', found: 'Bearing dry; greased', part: null },
  { words: 'Support comes late', found: 'Torque sensor calibrated anew', part: null },
  { words: 'Range far below what was sold', found: 'One cell group weak', part: 'battery' },
]

const cutsOut: Fault = {
  words: 'Battery cuts out under load',
  found: 'Cell group drops to 2.1 V at 10 A',
  part: 'battery',
}

/** Few bikes come back; of those with cells of the bad lot, many do. */
export function planReturn(works: Works, today: Today, bike: Bike, dealer: string): void {
  const { random } = works.diary
  const isBad = works.badLot !== null && bike.battery.lot === works.badLot
  if (!random.chance(isBad ? 0.3 : 0.05)) return
  const wait = isBad ? random.whole(18, 60) : random.whole(12, 110)
  const fault = isBad ? cutsOut : random.pick(usualFaults)
  planWorkday(works, today.index + wait, (then) => takeBack(works, then, bike, dealer, fault))
}

function takeBack(works: Works, today: Today, bike: Bike, dealer: string, fault: Fault): void {
  const { diary } = works
  const order = nextNumber(works, 'RMA', today)
  diary.note(later(works, at(today, 9), 60), people.service, 'create_order', {
    code: order,
    name: fault.words,
    kind: 'repair',
    party: dealer,
    status: 'open',
  })
  planWorkday(works, today.index + diary.random.whole(2, 5), (arrival) => {
    const time = later(works, at(arrival, 9.5), 60)
    diary.note(time, people.service, 'return', { units: [bike.unit], location: 'SERVICE' })
    diary.note(time + 30 * minute, people.service, 'observe', {
      units: [bike.unit],
      outcome: 'failed',
      location: 'SERVICE',
      note: `Customer: ${fault.words}`,
      hold: fault.words,
    })
    if (fault === cutsOut) {
      add(works.numbers, 'cut-outs', 1)
      if (works.numbers.get('cut-outs') === 3) holdBadLot(works, arrival)
    }
    const wait = fault === cutsOut ? 3 : diary.random.whole(1, 4)
    planWorkday(works, arrival.index + wait, (then) =>
      repair(works, then, { bike, dealer, fault, order }),
    )
  })
}

interface Case {
  readonly bike: Bike
  readonly dealer: string
  readonly fault: Fault
  readonly order: string
}

/** The stand finds the cause, changes the part, tests the bike and sends it home. */
function repair(works: Works, today: Today, one: Case): void {
  const { diary } = works
  const { bike, fault, order } = one
  const time = later(works, at(today, 8), 90)
  const stand = diary.random.pick(['SV-1', 'SV-2'])
  const note = (minutes: number, kind: string, input: Record<string, unknown>) =>
    diary.note(time + minutes * minute, people.service, kind, input)
  note(0, 'repair_start', { units: [bike.unit], order, to: stand })
  note(25, 'observe', {
    units: [bike.unit],
    outcome: 'inspected',
    location: stand,
    note: fault.found,
  })
  if (fault.part !== null && !changePart(works, today, time + 30 * minute, one, fault.part)) return
  note(80, 'observe', {
    units: [bike.unit],
    outcome: 'inspected',
    location: stand,
    note: 'Test ride, 6 km: good',
  })
  note(85, 'release', { units: [bike.unit] })
  note(88, 'repair_finish', { units: [bike.unit], order, to: 'SERVICE' })
  planWorkday(works, today.index + 1, (then) => sendHome(works, then, one))
}

/** The broken part comes out and is kept for examination; a new one goes in. */
function changePart(
  works: Works,
  today: Today,
  time: number,
  { bike, fault }: Case,
  name: 'battery' | 'display',
): boolean {
  const old = bike[name]
  const fresh: Part | null = takeSound(works, old.item)
  if (!fresh) return false
  const { diary } = works
  diary.note(time, people.service, 'take', { units: [old.unit], to: 'QUARANTINE' })
  diary.note(time + 4 * minute, people.service, 'hold', { units: [old.unit], hold: fault.found })
  diary.note(time + 20 * minute, people.service, 'put', {
    units: [fresh.unit],
    container: bike.unit,
  })
  bike[name] = fresh
  // What may be evidence is kept; the rest is scrapped when it has been examined.
  if (fault !== cutsOut) {
    planWorkday(works, today.index + diary.random.whole(15, 40), (then) =>
      diary.note(
        later(works, at(then, 15), 60),
        people.quality,
        'dispose',
        { units: [old.unit] },
        { reason: `Examined: ${fault.found.toLowerCase()}` },
      ),
    )
  }
  return true
}

/** A part of the shelf that is not of the bad lot. */
function takeSound(works: Works, item: string): Part | null {
  const parts = shelf(works, item)
  const index = parts.findIndex(({ lot }) => lot === null || lot !== works.badLot)
  return parts.splice(index, index < 0 ? 0 : 1)[0] ?? null
}

function sendHome(works: Works, today: Today, { bike, dealer, order }: Case): void {
  const { diary } = works
  const time = later(works, at(today, 13), 60)
  // What is inside came back with the bike and leaves with it.
  const inside = unitsOf([bike.motor, ...bike.others])
  const kept = [bike.battery, bike.display].map(({ unit }) => unit)
  diary.note(time, people.service, 'reserve', { units: [bike.unit, ...inside, ...kept], order })
  diary.note(time + 30 * minute, people.packer, 'ship', {
    units: [bike.unit],
    to: 'QUAYLINE',
    party: dealer,
    order,
  })
  planWorkday(works, today.index + 2, (then) => {
    diary.note(at(then, 12), people.carrierFeed, 'deliver', {
      units: [bike.unit],
      to: placeOf(dealer),
    })
    diary.note(at(then, 13), people.service, 'change_order', {
      code: order,
      set: { status: 'done' },
    })
  })
}

/** When the third battery of a lot has failed, what is left of the lot is kept back. */
function holdBadLot(works: Works, today: Today): void {
  const { badLot, diary } = works
  if (badLot === null) return
  const suspects = [...works.shelves.values()].flat().filter(({ lot }) => lot === badLot)
  for (const item of new Set(suspects.map(({ item }) => item))) {
    const ofItem = suspects.filter((part) => part.item === item)
    diary.note(later(works, at(today, 16), 20), people.quality, 'hold', {
      units: unitsOf(ofItem),
      hold: `Cells of lot ${badLot} drop out under load`,
    })
    works.shelves.set(
      item,
      shelf(works, item).filter(({ lot }) => lot !== badLot),
    )
  }
}

import { at, dateCode, day, two, type Today } from '../calendar.ts'
import type { StoryUnit } from '../diary.ts'
import { boughtParts, materials, type BoughtPart, type Material } from './parts-list.ts'
import { people, placeOf } from './places.ts'
import { add, later, nextNumber, planWorkday, shelf, type Works } from './works.ts'
import { returnToSupplier } from './supplier-returns.ts'

/** What lies in the store when Seriatim is taken into use. */
export function takeOpeningStock(works: Works, today: Today): void {
  const { diary } = works
  for (const part of boughtParts) {
    const units = diary.make(at(today, 9), people.store, 'commission', {
      item: part.code,
      location: part.bins[0],
      ...serialsOf(works, part, part.opening),
    })
    shelve(works, part, units, part.bins[0]!)
  }
  for (const material of materials) {
    const lot = `${material.lotPrefix}-OPENING`
    const trays = Array.from({ length: material.opening }, () => material.content)
    const { code: item, location } = material
    const units = diary.make(at(today, 10), people.store, 'commission', {
      item,
      location,
      entries: trays.map((content) => ({ content, lot })),
    })
    store(works, material, units, lot)
  }
}

/** Orders what runs short. */
export function buy(works: Works, today: Today): void {
  for (const part of boughtParts) {
    const there = shelf(works, part.code).length + (works.onOrder.get(part.code) ?? 0)
    if (there < part.opening) orderParts(works, today, part)
  }
  for (const material of materials) {
    const there = shelf(works, material.code).length + (works.onOrder.get(material.code) ?? 0)
    if (there < material.opening) orderMaterial(works, today, material)
  }
}

/** Orders motors so that, when the story ends, they are announced and on their way. */
export function buyAhead(works: Works, today: Today): void {
  for (const part of boughtParts) if (part.code === 'MOTOR-85') orderParts(works, today, part)
}

function openOrder(
  works: Works,
  today: Today,
  { code: item, supplier, leadDays }: BoughtPart | Material,
  quantity: number,
): string {
  const code = nextNumber(works, 'PO', today)
  works.diary.note(later(works, at(today, 9), 60), people.buyer, 'create_order', {
    code,
    kind: 'purchase',
    party: supplier,
    status: 'open',
    due: at(today, 12) + leadDays * day,
    lines: [{ item, quantity }],
  })
  return code
}

function orderParts(works: Works, today: Today, part: BoughtPart): void {
  const { diary, agenda, onOrder } = works
  const order = openOrder(works, today, part, part.delivery)
  add(onOrder, part.code, part.delivery)
  let announced: StoryUnit[] = []
  agenda.plan(today.index + part.leadDays - 5, () => {
    const time = at(today, 16.5) + (part.leadDays - 5) * day
    announced = diary.make(time, people.supplierFeed, 'expect', {
      item: part.code,
      order,
      party: part.supplier,
      location: placeOf(part.supplier),
      ...serialsOf(works, part, part.delivery),
    })
  })
  const arrival = today.index + part.leadDays + diary.random.whole(-1, 2)
  planWorkday(works, arrival, (then) => {
    const missing = diary.random.chance(0.15) ? diary.random.whole(1, 2) : 0
    const split = announced.length - missing
    receiveParts(works, then, part, order, announced.slice(0, split))
    if (missing === 0) closeOrder(works, then, order)
    else {
      planWorkday(works, then.index + 5, (second) => {
        receiveParts(works, second, part, order, announced.slice(split))
        closeOrder(works, second, order)
      })
    }
  })
}

const closeOrder = (works: Works, today: Today, code: string) =>
  works.diary.note(at(today, 15.5), people.buyer, 'change_order', {
    code,
    set: { status: 'done' },
  })

function receiveParts(
  works: Works,
  today: Today,
  part: BoughtPart,
  order: string,
  units: readonly StoryUnit[],
): void {
  const { diary, onOrder } = works
  const { random } = diary
  const time = later(works, at(today, 7.5), 60)
  diary.note(time, people.goodsIn, 'receive', { units, location: 'DOCK-IN', order })
  add(onOrder, part.code, -units.length)
  diary.note(later(works, time, 40), people.quality, 'observe', {
    units: units.slice(0, 3),
    outcome: 'inspected',
    note: 'Sample of the delivery',
    ...(part.traits?.['voltage'] && {
      readings: { insulationMegaohm: Math.round(random.normal(180, 25)) },
    }),
  })
  const damaged = random.chance(0.2) ? units.slice(-1) : []
  if (damaged.length > 0) {
    const [unit] = damaged
    diary.note(later(works, time, 50), people.goodsIn, 'hold', {
      units: [unit],
      hold: random.pick(['Carton crushed in transport', 'Connector bent', 'Wet packaging']),
    })
    diary.note(later(works, time, 60), people.goodsIn, 'move', {
      units: [unit],
      to: 'QUARANTINE',
    })
    planWorkday(works, today.index + 6, (then) => returnToSupplier(works, then, part, unit!))
  }
  const good = units.slice(0, units.length - damaged.length)
  const bin = random.pick(part.bins)
  if (good.length > 0) putAway(works, today, part, good, bin)
}

function putAway(
  works: Works,
  today: Today,
  part: BoughtPart,
  units: readonly StoryUnit[],
  bin: string,
): void {
  const { diary } = works
  const time = later(works, at(today, 12.5), 60)
  // Now and then the wrong bin is scanned; it is taken back and done anew.
  if (diary.random.chance(0.1)) {
    const wrong = diary.note(time, people.store, 'move', { units, to: 'C-6' })
    diary.note(
      time + 240_000,
      people.store,
      'correct',
      { event: wrong },
      { reason: `Wrong bin scanned; it was ${bin}` },
    )
  }
  diary.note(time + 300_000, people.store, 'move', { units, to: bin })
  planWorkday(works, today.index + 1, () => shelve(works, part, units, bin))
}

const shelve = (
  works: Works,
  { code: item }: BoughtPart,
  units: readonly StoryUnit[],
  location: string,
) => shelf(works, item).push(...units.map((unit) => ({ unit, item, location, lot: null, left: 1 })))

function orderMaterial(works: Works, today: Today, material: Material): void {
  const { diary, onOrder } = works
  const order = openOrder(works, today, material, material.delivery * material.content)
  add(onOrder, material.code, material.delivery)
  const arrival = today.index + material.leadDays + diary.random.whole(-1, 3)
  planWorkday(works, arrival, (then) => {
    receiveMaterial(works, then, material, order)
    closeOrder(works, then, order)
  })
}

function receiveMaterial(works: Works, today: Today, material: Material, order: string): void {
  const { diary } = works
  const { code: item, lotPrefix, content, location, supplier } = material
  const lot = `${lotPrefix}-${dateCode(today)}`
  const time = later(works, at(today, 8), 50)
  diary.note(time, people.goodsIn, 'create_lot', {
    code: lot,
    item,
    made: today.start - diary.random.whole(20, 60) * day,
    ...(item === 'PAINT' && { expiry: today.start + 540 * day }),
    traits: { makerLot: `${two(today.month)}${diary.random.whole(1000, 9999)}` },
  })
  const units = diary.make(time + 60_000, people.goodsIn, 'receive', {
    item,
    location: 'DOCK-IN',
    order,
    party: supplier,
    lot,
    entries: Array.from({ length: material.delivery }, () => ({ content })),
  })
  diary.note(later(works, time, 45), people.quality, 'observe', {
    units: units.slice(0, 2),
    outcome: 'inspected',
    note: 'Certificate and sample checked',
  })
  diary.note(later(works, at(today, 13), 30), people.store, 'move', { units, to: location })
  add(works.onOrder, item, -material.delivery)
  planWorkday(works, today.index + 1, () => store(works, material, units, lot))
  if (item === 'CELL-21700' && today.index > 130 && works.badLot === null) works.badLot = lot
}

const store = (
  works: Works,
  { code: item, content, location }: Material,
  units: readonly StoryUnit[],
  lot: string,
) => shelf(works, item).push(...units.map((unit) => ({ unit, item, location, lot, left: content })))

/** The maker's serials, with gaps where others were served; or a count for our own scheme. */
function serialsOf(
  { numbers, diary }: Works,
  { serialPrefix, code }: BoughtPart,
  count: number,
): { count: number } | { entries: { serial: string }[] } {
  if (serialPrefix === undefined) return { count }
  let last = numbers.get(code) ?? diary.random.whole(200_000, 800_000)
  const entries = Array.from({ length: count }, () => {
    last += diary.random.chance(0.02) ? diary.random.whole(2, 90) : 1
    return { serial: `${serialPrefix}-${last}` }
  })
  numbers.set(code, last)
  return { entries }
}

import { at, hour, minute, type Today } from '../calendar.ts'
import { models } from './parts-list.ts'
import { dealers, people, placeOf } from './places.ts'
import { planReturn } from './service.ts'
import { add, later, nextNumber, planWorkday, takePart, unitsOf } from './works.ts'
import type { Bike, Part, Works } from './works.ts'

/** What a dealer ordered and has not got yet. */
export interface SaleOrder {
  readonly code: string
  readonly dealer: string
  /** Codes of the models, one for each bike. */
  readonly bikes: readonly string[]
}

/** Orders come in. */
export function takeOrders(works: Works, today: Today, open: SaleOrder[], mean: number): void {
  const { diary } = works
  const { random } = diary
  const count = Math.max(0, Math.round(random.normal(mean, 0.7)))
  for (let number = 0; number < count; number += 1) {
    const { code: dealer } = random.pick(dealers)
    const code = nextNumber(works, 'SO', today)
    const bikes = Array.from({ length: random.pick([1, 1, 2, 2, 3, 4]) }, () => {
      const shares = models.flatMap((model) => Array<string>(model.share).fill(model.code))
      return random.pick(shares)
    })
    for (const model of bikes) add(works.wanted, model, 1)
    diary.note(later(works, at(today, 9 + 1.5 * number), 60), people.sales, 'create_order', {
      code,
      kind: 'sale',
      party: dealer,
      status: 'open',
      due: at(today, 12) + 10 * 24 * hour,
      lines: [...new Set(bikes)].map((item) => ({
        item,
        quantity: bikes.filter((one) => one === item).length,
      })),
    })
    open.push({ code, dealer, bikes })
  }
}

/** Bikes are kept for the orders that can be filled, the oldest first, and leave the next day. */
export function serveOrders(works: Works, today: Today, open: SaleOrder[]): void {
  for (const order of open.slice()) {
    const bikes = takeBikes(works, order.bikes)
    if (!bikes) continue
    open.splice(open.indexOf(order), 1)
    works.diary.note(later(works, at(today, 14.5), 40), people.sales, 'reserve', {
      units: unitsOf(bikes),
      order: order.code,
    })
    planWorkday(works, today.index + 1, (then) => sendOut(works, then, order, bikes))
  }
}

function takeBikes({ bikes, wanted }: Works, models: readonly string[]): Bike[] | null {
  const wish = new Map<string, number>()
  for (const model of models) add(wish, model, 1)
  if ([...wish].some(([model, count]) => (bikes.get(model)?.length ?? 0) < count)) return null
  return models.map((model) => {
    add(wanted, model, -1)
    return bikes.get(model)!.shift()!
  })
}

/** Each bike is packed into a carton with its charger; the cartons leave in the afternoon. */
function sendOut(
  works: Works,
  today: Today,
  { code: order, dealer }: SaleOrder,
  bikes: readonly Bike[],
): void {
  const { diary } = works
  const start = later(works, at(today, 8), 90)
  diary.note(start, people.packer, 'pick', { units: unitsOf(bikes), order, to: 'PACKING' })
  const cartons = diary.make(start + 10 * minute, people.packer, 'commission', {
    item: 'CARTON',
    count: bikes.length,
    location: 'PACKING',
  })
  for (const [index, bike] of bikes.entries()) {
    const charger: Part | null = takePart(works, 'CHARGER-4A')
    diary.note(start + (15 + 12 * index) * minute, people.packer, 'pack', {
      units: charger ? [bike.unit, charger.unit] : [bike.unit],
      container: cartons[index],
      order,
    })
  }
  const carrier = bikes.length > 2 ? 'OVERFELL' : 'QUAYLINE'
  const leaves = later(works, at(today, 15), 40)
  diary.note(leaves - 30 * minute, people.packer, 'move', { units: cartons, to: 'DOCK-OUT' })
  const shipment = { units: cartons, to: carrier, party: dealer, order }
  diary.note(leaves, people.packer, 'ship', shipment)
  const arrival = today.index + diary.random.whole(1, 4)
  planWorkday(works, arrival, (then) => {
    const time = later(works, at(then, 11), 120)
    diary.note(time, people.carrierFeed, 'deliver', { units: cartons, to: placeOf(dealer) })
    diary.note(time + 20 * minute, people.sales, 'change_order', {
      code: order,
      set: { status: 'done' },
    })
    for (const bike of bikes) planReturn(works, then, bike, dealer)
  })
}

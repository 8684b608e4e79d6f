import { at, minute, workdayFrom, type Today } from '../calendar.ts'
import { ssccOf } from '../demo-numbers.ts'
import type { StoryUnit } from '../diary.ts'
import { company, speciesList, type Species } from './goods.ts'
import { customers, people, placeOf, type Customer } from './harbour.ts'
import { celsius, count, later, nextNumber, unitsOf, type Case, type Plant } from './plant.ts'

const traysPerCase = 4
/** How likely a customer orders on a day. */
const orderChance = 0.17
/** Cases in the cold rooms from which on the wholesaler is called. */
const crowdedCases = 30

interface SaleOrder {
  readonly code: string
  readonly customer: Customer
  readonly species: Species
  readonly trays: number
}

/** Orders come in by the afternoon and leave before the next morning. */
export function takeOrders(plant: Plant, today: Today): void {
  const { random } = plant.diary
  for (const customer of customers) {
    const isCalled = customer.code === 'BAYWHOLESALE' && plant.cold.length > crowdedCases
    if (!isCalled && !random.chance(orderChance)) continue
    const [least, most] = customer.trays
    const species = plant.cold[random.whole(0, 5)]?.species ?? random.pick(speciesList)
    const order: SaleOrder = {
      code: nextNumber(plant, 'SO', today),
      customer,
      species,
      trays: random.whole(least, most),
    }
    const leaves = workdayFrom(plant.until, today.index + 1)
    plant.diary.note(later(plant, at(today, 15), 90), people.sales, 'create_order', {
      code: order.code,
      kind: 'sale',
      party: customer.code,
      status: 'open',
      due: at(leaves, 12),
      lines: [{ item: species.fillet, quantity: order.trays * 5000 }],
    })
    plant.agenda.plan(leaves.index, () => sendOut(plant, leaves, order))
  }
}

/** Whole cases where a case is wanted, single trays or part of one where not. */
function sendOut(plant: Plant, today: Today, order: SaleOrder): void {
  // One order after the other: two of them may open the same case.
  const turn = count(plant.numbers, `out ${today.index}`)
  const start = at(today, 2.2) + turn * 16 * minute
  if (order.trays < traysPerCase) {
    const [one] = takeCases(plant, order.species, 1, today)
    if (!one) return cancel(plant, today, order)
    const units = openCase(plant, start, one, order)
    return drive(plant, today, start + 20 * minute, order, units)
  }
  const wanted = Math.ceil(order.trays / traysPerCase)
  const cases = takeCases(plant, order.species, wanted, today)
  if (cases.length === 0) return cancel(plant, today, order)
  const units = unitsOf(cases)
  plant.diary.note(start, people.dispatch, 'pick', { units, order: order.code, to: 'DISPATCH' })
  for (const { unit, lot } of cases) {
    const delivered = plant.delivered.get(lot) ?? []
    plant.delivered.set(lot, [...delivered, { unit, customer: order.customer.code }])
  }
  const loads = cases.length < 3 ? units : [stack(plant, start + 10 * minute, units, order)]
  drive(plant, today, start + 25 * minute, order, loads)
}

/** The oldest cases of a species that may still leave. */
function takeCases(plant: Plant, species: Species, most: number, today: Today): Case[] {
  const fit = plant.cold.filter((one) => one.species === species && one.lastDay >= today.index)
  const taken = new Set(fit.slice(0, most))
  plant.cold.splice(0, plant.cold.length, ...plant.cold.filter((one) => !taken.has(one)))
  return [...taken]
}

const cancel = ({ diary }: Plant, today: Today, { code }: SaleOrder): void =>
  void diary.note(
    at(today, 5.5),
    people.sales,
    'change_order',
    { code, set: { status: 'cancelled' } },
    { reason: 'None of it in the cold rooms' },
  )

/** Cases go on a pallet with a number of its own. */
function stack(
  plant: Plant,
  time: number,
  units: readonly StoryUnit[],
  { code: order }: SaleOrder,
): StoryUnit {
  const { diary, numbers } = plant
  const [pallet] = diary.make(time, people.dispatch, 'commission', {
    item: 'PALLET',
    location: 'DISPATCH',
    entries: [{ serial: ssccOf(company, count(numbers, 'pallets')) }],
  })
  diary.note(time + 4 * minute, people.dispatch, 'pack', { units, container: pallet, order })
  return pallet!
}

/** Trays are taken out of a case, the last of them perhaps only in part; the case goes back. */
function openCase(plant: Plant, time: number, one: Case, { trays }: SaleOrder): StoryUnit[] {
  const { diary, cold } = plant
  const taken = one.trays.splice(0, trays)
  diary.note(time, people.dispatch, 'take', { units: unitsOf(taken), to: 'DISPATCH' })
  const units = unitsOf(taken)
  const last = taken.at(-1)!
  if (trays === 1 && last.grams > 4000) {
    const content = 500 * diary.random.whole(2, 5)
    const parts = diary.split(time + 4 * minute, people.dispatch, {
      unit: last.unit,
      parts: [{ content, lot: last.lot }],
    })
    diary.note(time + 8 * minute, people.dispatch, 'put', {
      units: [last.unit],
      container: one.unit,
    })
    one.trays.push({ ...last, grams: last.grams - content })
    units.splice(-1, 1, ...parts)
  }
  if (one.trays.length > 0) cold.unshift(one)
  else {
    const reason = 'Emptied'
    diary.note(time + 10 * minute, people.dispatch, 'dispose', { units: [one.unit] }, { reason })
  }
  return units
}

/** By truck to the door, where the driver measures once more. */
function drive(
  plant: Plant,
  today: Today,
  time: number,
  { code: order, customer: { code: customer } }: SaleOrder,
  units: readonly StoryUnit[],
): void {
  const { diary } = plant
  const isFirst = diary.random.chance(0.5)
  const [truck, driver] = isFirst ? ['TRUCK-1', people.driver1] : ['TRUCK-2', people.driver2]
  const leaves = Math.max(time + 15 * minute, at(today, 5.2))
  diary.note(leaves, people.dispatch, 'ship', { units, to: truck, party: customer, order })
  const arrives = later(plant, leaves, 110)
  diary.note(arrives, driver, 'deliver', { units, to: placeOf(customer) })
  diary.note(arrives + 2 * minute, driver, 'observe', {
    units,
    outcome: 'inspected',
    readings: { coreTemperature: celsius(plant, 1.7, 0.5) },
    note: 'At the customer’s door',
  })
  diary.note(arrives + 6 * minute, people.sales, 'change_order', {
    code: order,
    set: { status: 'done' },
  })
}

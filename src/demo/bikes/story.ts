import { openAgenda } from '../agenda.ts'
import { at, dayOf, minute, storyDays, workdayFrom, type Today } from '../calendar.ts'
import { openDiary, type Wish } from '../diary.ts'
import { seededRandom } from '../random.ts'
import { assemble } from './assembly.ts'
import { buildBatteries, buildWheels } from './making-parts.ts'
import { itemInputs } from './parts-list.ts'
import { locationInputs, partyInputs, people } from './places.ts'
import { buy, buyAhead, takeOpeningStock } from './purchasing.ts'
import { serveOrders, takeOrders, type SaleOrder } from './sales.ts'
import { countShelf, mendSerial, reportLate, updateFirmware } from './upkeep.ts'
import { add, type Works } from './works.ts'
import { traitInputs } from './traits.ts'

/** How brisk business is in each month of the year; bikes are bought in spring. */
const season = [0.7, 0.9, 1.3, 1.4, 1.3, 1.1, 0.9, 0.9, 1, 0.8, 0.7, 0.6] as const
const bikesPerDay = 3.1
const ordersPerDay = 1.35

/**
 * A year at an e-bike maker, up to a time: parts are bought, bikes built and sold, some come back,
 * and one lot of battery cells turns out bad.
 *
 * @param until milliseconds UTC
 */
export function tellBikeStory(seed: number, until: number): Wish[] {
  const works: Works = {
    diary: openDiary(seededRandom(seed)),
    agenda: openAgenda(),
    until,
    shelves: new Map(),
    onOrder: new Map(),
    bikes: new Map(),
    wanted: new Map(),
    numbers: new Map(),
    badLot: null,
  }
  const open: SaleOrder[] = []
  const first = workdayFrom(until, 0)
  setUp(works, first)
  takeOpeningStock(works, first)
  const ahead = workdayFrom(until, storyDays - 19)
  let planned = 0
  for (let index = first.index + 1; index <= storyDays; index += 1) {
    works.agenda.begin(index)
    const today = dayOf(until, index)
    if (!today.isWorkday) continue
    const briskness = season[today.month - 1]!
    planned += bikesPerDay * briskness
    for (const hours of [6, 13.5]) {
      if (planned < 5) break
      assemble(works, today, hours)
      planned -= 5
    }
    if (index === ahead.index) buyAhead(works, today)
    runDay(works, today, open, ordersPerDay * briskness)
  }
  return works.diary.until(until)
}

function setUp({ diary }: Works, first: Today): void {
  const inputs = [
    ...locationInputs().map((input) => ['create_location', input] as const),
    ...partyInputs().map((input) => ['create_party', input] as const),
    ...traitInputs().map((input) => ['create_trait', input] as const),
    ...itemInputs().map((input) => ['create_item', input] as const),
  ]
  for (const [index, [kind, input]] of inputs.entries()) {
    diary.note(at(first, 8) + (index * minute) / 10, people.store, kind, input)
  }
}

function runDay(works: Works, today: Today, open: SaleOrder[], orders: number): void {
  const { random } = works.diary
  if (today.weekday === 1 || today.weekday === 4) buy(works, today)
  if (today.weekday === 2) buildWheels(works, today)
  buildBatteries(works, today)
  takeOrders(works, today, open, orders)
  serveOrders(works, today, open)
  add(works.numbers, 'workdays', 1)
  const workdays = works.numbers.get('workdays')!
  if (workdays % 12 === 0) countShelf(works, today, workdays === 228)
  if (workdays % 25 === 7) mendSerial(works, today)
  if (workdays === 150) updateFirmware(works, today)
  if (random.chance(0.08)) reportLate(works, today)
}

import { openAgenda } from '../agenda.ts'
import { at, dayOf, minute, storyDays, workdayFrom, type Today } from '../calendar.ts'
import { openDiary, type Wish } from '../diary.ts'
import { seededRandom } from '../random.ts'
import { fillet } from './filleting.ts'
import { itemInputs } from './goods.ts'
import { boats, locationInputs, partyInputs, people } from './harbour.ts'
import { land } from './landing.ts'
import { takeOrders } from './orders.ts'
import type { Plant } from './plant.ts'
import { checkRooms, clearOld, complain, failColdRoom, sellTrim } from './quality.ts'
import { traitInputs } from './traits.ts'

/** How often a boat gets out in each month of the year: winter keeps it in harbour. */
const season = [0.7, 0.7, 0.9, 1, 1.1, 1.2, 1.2, 1.2, 1.1, 1, 0.8, 0.7] as const
const landingChance = 0.3

/**
 * A year at a fish plant, up to a time: boats land, fish becomes trays of fillets with every gram
 * told, trucks leave in the night, and in the last week a customer complains.
 *
 * @param until milliseconds UTC
 */
export function tellFishStory(seed: number, until: number): Wish[] {
  const plant: Plant = {
    diary: openDiary(seededRandom(seed)),
    agenda: openAgenda(),
    until,
    iceRoom: [],
    cold: [],
    freezer: [],
    numbers: new Map(),
    delivered: new Map(),
  }
  const first = workdayFrom(until, 0)
  setUp(plant, first)
  let workdays = 0
  let hasComplaint = false
  for (let index = first.index + 1; index <= storyDays; index += 1) {
    plant.agenda.begin(index)
    const today = dayOf(until, index)
    if (!today.isWorkday) continue
    workdays += 1
    if (workdays === 140) failColdRoom(plant, today)
    if (!hasComplaint && index >= storyDays - 3) {
      complain(plant, today)
      hasComplaint = true
    }
    runDay(plant, today)
  }
  return plant.diary.until(until)
}

function setUp({ diary }: Plant, first: Today): void {
  const inputs = [
    ...locationInputs().map((input) => ['create_location', input] as const),
    ...partyInputs().map((input) => ['create_party', input] as const),
    ...traitInputs().map((input) => ['create_trait', input] as const),
    ...itemInputs().map((input) => ['create_item', input] as const),
  ]
  for (const [index, [kind, input]] of inputs.entries()) {
    diary.note(at(first, 8) + (index * minute) / 10, people.quality, kind, input)
  }
}

function runDay(plant: Plant, today: Today): void {
  for (const boat of boats) {
    if (plant.diary.random.chance(landingChance * season[today.month - 1]!)) {
      land(plant, today, boat)
    }
  }
  if (today.weekday === 2 || today.weekday === 5) checkRooms(plant, today)
  if (today.dayOfMonth <= 7 && today.weekday === 3) sellTrim(plant, today)
  fillet(plant, today)
  clearOld(plant, today)
  takeOrders(plant, today)
}

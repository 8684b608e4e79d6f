import type { Agenda } from '../agenda.ts'
import { minute, two, workdayFrom, type Today } from '../calendar.ts'
import type { Diary, StoryUnit } from '../diary.ts'
import type { Model } from './parts-list.ts'

/** A piece, or a tray of material, on the shelf. */
export interface Part {
  readonly unit: StoryUnit
  readonly item: string
  readonly location: string
  /** Lot of a material, and of the cells in a battery. */
  readonly lot: string | null
  /** What is left of a material, in the smallest unit. */
  left: number
}

/** A bike from its frame to its return. */
export interface Bike {
  readonly unit: StoryUnit
  readonly model: Model
  readonly colour: string
  readonly motor: Part
  battery: Part
  display: Part
  readonly others: readonly Part[]
  location: string
}

/** The e-bike works as it stands on a day of the story. */
export interface Works {
  readonly diary: Diary
  readonly agenda: Agenda
  /** When the story ends, in milliseconds UTC. */
  readonly until: number
  /** What lies on the shelf, by item, the oldest first. */
  readonly shelves: Map<string, Part[]>
  /** What was ordered and has not come yet, by item. */
  readonly onOrder: Map<string, number>
  /** Finished bikes that are free to sell, by model, the oldest first. */
  readonly bikes: Map<string, Bike[]>
  /** Bikes that customers wait for, by model. */
  readonly wanted: Map<string, number>
  /** Numbers that were given out, by what they number. */
  readonly numbers: Map<string, number>
  /** The lot of cells that will fail. */
  badLot: string | null
}

/** The next number of a kind of paper: `PO-26-0031`. */
export function nextNumber({ numbers }: Works, prefix: string, { year }: Today): string {
  const key = `${prefix}-${two(year % 100)}`
  const number = (numbers.get(key) ?? 0) + 1
  numbers.set(key, number)
  return `${key}-${String(number).padStart(4, '0')}`
}

/** Adds to what is counted under a name. */
export function add(counts: Map<string, number>, name: string, amount: number): void {
  counts.set(name, (counts.get(name) ?? 0) + amount)
}

/** What lies on the shelf of an item. */
export function shelf({ shelves }: Works, item: string): Part[] {
  const known = shelves.get(item)
  if (known) return known
  const empty: Part[] = []
  shelves.set(item, empty)
  return empty
}

/** Takes the oldest of an item from the shelf; `null`, and takes nothing, where there is none. */
export const takePart = (works: Works, item: string): Part | null =>
  shelf(works, item).shift() ?? null

/** How much of a material is taken from which trays. */
export interface Draw {
  readonly part: Part
  readonly quantity: number
}

/** Takes an amount of a material from the oldest trays; `null` where there is not enough. */
export function drawMaterial(works: Works, item: string, amount: number): Draw[] | null {
  const trays = shelf(works, item)
  if (trays.reduce((sum, { left }) => sum + left, 0) < amount) return null
  const draws: Draw[] = []
  for (let missing = amount; missing > 0;) {
    const part = trays[0]!
    const quantity = Math.min(missing, part.left)
    part.left -= quantity
    missing -= quantity
    draws.push({ part, quantity })
    if (part.left === 0) trays.shift()
  }
  return draws
}

/** What was drawn, as what goes into a product. */
export const inputsOf = (draws: readonly Draw[]): { unit: StoryUnit; quantity: number }[] =>
  draws.map(({ part, quantity }) => ({ unit: part.unit, quantity }))

/** Does something on the first workday at or after the day with this index. */
export function planWorkday(works: Works, index: number, work: (today: Today) => void): void {
  const today = workdayFrom(works.until, index)
  works.agenda.plan(today.index, () => work(today))
}

/** A moment later than another, by about this many minutes. */
export const later = ({ diary }: Works, time: number, minutes: number): number =>
  Math.round(time + minutes * minute * (0.7 + 0.6 * diary.random.next()))

export const unitsOf = (parts: readonly { readonly unit: StoryUnit }[]): StoryUnit[] =>
  parts.map(({ unit }) => unit)

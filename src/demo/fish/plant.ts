import type { Agenda } from '../agenda.ts'
import { minute, two, type Today } from '../calendar.ts'
import type { Diary, StoryUnit } from '../diary.ts'
import type { Species } from './goods.ts'

/** A box of whole fish, as it was weighed at the quay. */
export interface FishBox {
  readonly unit: StoryUnit
  readonly species: Species
  /** Code of the landing; fillets keep it as their lot. */
  readonly lot: string
  readonly grams: number
  /** Day of the landing, by its index. */
  readonly landed: number
}

/** A tray of fillets. */
export interface Tray {
  readonly unit: StoryUnit
  readonly lot: string
  grams: number
}

/** Trays of one landing in a case. */
export interface Case {
  readonly unit: StoryUnit
  readonly species: Species
  readonly lot: string
  readonly trays: Tray[]
  room: 'COLD-1' | 'COLD-2'
  /** Last day, by its index, on which it may leave. */
  readonly lastDay: number
}

/** A block of trimmings in the freezer. */
export interface TrimBlock {
  readonly unit: StoryUnit
  readonly grams: number
}

/** A case at a customer. */
export interface Delivered {
  readonly unit: StoryUnit
  readonly customer: string
}

/** The fish plant as it stands on a day of the story. */
export interface Plant {
  readonly diary: Diary
  readonly agenda: Agenda
  /** When the story ends, in milliseconds UTC. */
  readonly until: number
  /** Boxes of fish that wait for the knife. */
  readonly iceRoom: FishBox[]
  /** Cases in the cold rooms, the oldest first. */
  readonly cold: Case[]
  readonly freezer: TrimBlock[]
  /** Numbers that were given out, by what they number. */
  readonly numbers: Map<string, number>
  /** Who got cases of which landing. */
  readonly delivered: Map<string, Delivered[]>
}

/** The next number of a kind of paper: `SO-26-0031`. */
export function nextNumber({ numbers }: Plant, prefix: string, { year }: Today): string {
  const key = `${prefix}-${two(year % 100)}`
  return `${key}-${String(count(numbers, key)).padStart(4, '0')}`
}

/** The next number of what is only counted. */
export function count(numbers: Map<string, number>, key: string): number {
  const number = (numbers.get(key) ?? 0) + 1
  numbers.set(key, number)
  return number
}

/** A moment later than another, by about this many minutes. */
export const later = ({ diary }: Plant, time: number, minutes: number): number =>
  Math.round(time + minutes * minute * (0.7 + 0.6 * diary.random.next()))

export const unitsOf = (things: readonly { readonly unit: StoryUnit }[]): StoryUnit[] =>
  things.map(({ unit }) => unit)

/** A core temperature in degrees Celsius, to a tenth. */
export const celsius = ({ diary }: Plant, mean: number, spread: number): number =>
  Math.round(diary.random.normal(mean, spread) * 10) / 10

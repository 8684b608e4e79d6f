import type { Random } from './random.ts'

/** A unit of a story; the ledger gives it its id when the story is recorded. */
export interface StoryUnit {
  readonly storyUnit: number
}

/** An event of a story, to be referred to by a later one. */
export interface StoryEvent {
  readonly storyEvent: number
}

/** Something that happens in a story: a command whose input may name story units and events. */
export interface Wish {
  readonly event: StoryEvent
  /** When it happened, in milliseconds UTC. */
  readonly time: number
  /** When it was recorded, in milliseconds UTC; later than `time` for what was told late. */
  readonly recorded: number
  readonly actor: string
  readonly kind: string
  readonly input: Readonly<Record<string, unknown>>
  readonly reason: string | undefined
  /** The units that it makes, in the order of its entries. */
  readonly makes: readonly StoryUnit[]
}

/** How something happened, besides what. */
export interface Manner {
  readonly reason?: string
  /** When it was recorded, if later than it happened. */
  readonly recorded?: number
}

/** How many units are made: by serials of their own, or by the scheme. */
type Amount = { readonly count: number } | { readonly entries: readonly object[] }

/** What goes into units that are made, and what they are. */
export interface Production {
  readonly inputs: readonly { readonly unit: StoryUnit; readonly quantity?: number }[]
  readonly make: Readonly<Record<string, unknown>> & Amount
  readonly order?: string
}

/** Takes down what happens in a story, in any order. */
export interface Diary {
  /** Chance for all that the story leaves open. */
  readonly random: Random
  /** Notes something that happened. */
  note(
    time: number,
    actor: string,
    kind: string,
    input: Readonly<Record<string, unknown>>,
    manner?: Manner,
  ): StoryEvent
  /** Notes that units are made or announced: by serials of their own, or `count` by the scheme. */
  make(
    time: number,
    actor: string,
    kind: 'commission' | 'expect' | 'receive',
    input: Readonly<Record<string, unknown>> & Amount,
  ): StoryUnit[]
  /** Notes that units are made of others, which are used up or part of which is. */
  produce(time: number, actor: string, input: Production): StoryUnit[]
  /** Notes that parts are split off a portion. */
  split(
    time: number,
    actor: string,
    input: { readonly unit: StoryUnit; readonly parts: readonly object[]; location?: string },
  ): StoryUnit[]
  /** All that was noted and recorded by a time, in the order of recording. */
  until(time: number): Wish[]
}

/** Opens an empty diary. */
export function openDiary(random: Random): Diary {
  const wishes: Wish[] = []
  let units = 0
  const write = (
    wish: Pick<Wish, 'time' | 'actor' | 'kind' | 'input'>,
    makes: readonly StoryUnit[],
    { reason, recorded = wish.time }: Manner = {},
  ) => {
    const event = { storyEvent: wishes.length }
    wishes.push({ ...wish, event, recorded, reason, makes })
    return event
  }
  const sizeOf = (amount: Amount) => ('count' in amount ? amount.count : amount.entries.length)
  const newUnits = (count: number): StoryUnit[] =>
    Array.from({ length: count }, () => ({ storyUnit: (units += 1) }))
  return {
    random,
    note: (time, actor, kind, input, manner) => write({ time, actor, kind, input }, [], manner),
    make(time, actor, kind, input) {
      const made = newUnits(sizeOf(input))
      write({ time, actor, kind, input }, made)
      return made
    },
    produce(time, actor, input) {
      const made = newUnits(sizeOf(input.make))
      write({ time, actor, kind: 'consume', input: { ...input } }, made)
      return made
    },
    split(time, actor, input) {
      const made = newUnits(input.parts.length)
      write({ time, actor, kind: 'split', input }, made)
      return made
    },
    until: (time) =>
      wishes
        .filter(({ recorded }) => recorded <= time)
        .sort((one, other) => one.recorded - other.recorded),
  }
}

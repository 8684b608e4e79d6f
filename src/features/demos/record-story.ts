import type { Wish } from '../../demo/diary.ts'
import type { Answer, Command } from '../../domain/command.ts'
import { formatRuns } from '../../domain/event.ts'
import { openLedger } from '../../ledger/ledger.ts'
import type { Store } from '../../store/store.ts'

/** Events that happen within this time are recorded together, in milliseconds. */
const batchSpanMs = 6 * 60 * 60_000
const batchSizeMax = 500

/**
 * Records a story in an empty company, or goes on where it was broken off: the ids of its commands
 * follow from the story, so that the ledger knows again what it has.
 *
 * The ledger's clock is that of the story, so that the demo looks as if it had been kept all along.
 */
export async function* recordStory(
  store: Store,
  wishes: readonly Wish[],
): AsyncIterable<{ readonly recorded: number }> {
  let clock = 0
  const ledger = openLedger(store, () => clock)
  const ids = foretellIds(wishes)
  try {
    for (let from = 0; from < wishes.length;) {
      const batch = nextBatch(wishes, from)
      clock = batch.at(-1)!.recorded
      const answers = await Promise.all(
        batch.map((wish, index) => ledger.record(commandOf(wish, from + index, ids))),
      )
      for (const [index, wish] of batch.entries()) checkAnswer(wish, answers[index]!, ids)
      from += batch.length
      yield { recorded: from }
    }
  } finally {
    await ledger.close()
  }
}

/** Ids that the units and events of a story will have. */
interface StoryIds {
  readonly units: ReadonlyMap<number, number>
  readonly events: ReadonlyMap<number, number>
}

/** A ledger numbers units and events from 1 in the order in which they are recorded. */
function foretellIds(wishes: readonly Wish[]): StoryIds {
  const made = wishes.flatMap(({ makes }) => makes)
  return {
    units: new Map(made.map(({ storyUnit }, index) => [storyUnit, index + 1])),
    events: new Map(wishes.map(({ event }, index) => [event.storyEvent, index + 1])),
  }
}

/** The wishes from here on that happen soon after each other. */
function nextBatch(wishes: readonly Wish[], from: number): Wish[] {
  const end = wishes[from]!.recorded + batchSpanMs
  const next = wishes.slice(from, from + batchSizeMax)
  const later = next.findIndex(({ recorded }) => recorded > end)
  return later < 0 ? next : next.slice(0, later)
}

/** The input with the ids of the ledger in place of the names of the story. */
function spell(input: unknown, ids: StoryIds): unknown {
  if (typeof input !== 'object' || input === null) return input
  if ('storyUnit' in input) return ids.units.get(input.storyUnit as number)
  if ('storyEvent' in input) return ids.events.get(input.storyEvent as number)
  if (Array.isArray(input)) return input.map((part) => spell(part, ids))
  return Object.fromEntries(Object.entries(input).map(([name, part]) => [name, spell(part, ids)]))
}

function commandOf(
  { kind, input, time, actor, reason, recorded }: Wish,
  index: number,
  ids: StoryIds,
): Command {
  const stamp = recorded.toString(16).padStart(12, '0')
  const number = index.toString(16).padStart(12, '0')
  return {
    id: `${stamp.slice(0, 8)}-${stamp.slice(8)}-7000-8000-${number}`,
    kind,
    input: spell(input, ids),
    time,
    actor,
    reason,
  }
}

/** A story that the ledger takes otherwise than it was told is a mistake of the story. */
function checkAnswer({ makes, event, kind, input }: Wish, answer: Answer, ids: StoryIds): void {
  const told = `The story of the demo went wrong at ${kind} ${JSON.stringify(input)}`
  if (!answer.ok) throw new Error(`${told}: ${answer.refusal.message}`)
  const units = makes.map(({ storyUnit }) => ids.units.get(storyUnit)!)
  const isAsTold =
    answer.created === formatRuns(units) && answer.event === ids.events.get(event.storyEvent)
  if (!isAsTold) throw new Error(`${told}: it made ${answer.created} in event ${answer.event}`)
}

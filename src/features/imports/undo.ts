import type { z } from 'zod'
import { uuidv7 } from 'uuidv7'
import type { undoImport } from '../../contract/imports.ts'
import { notFound, type Context } from '../context.ts'
import type { Store } from '../../store/store.ts'

/** Events that are taken back in one go. */
const eventsPerStep = 100

/**
 * Takes back the events of an import, the latest first. What was made stays as an empty shell with
 * its whole history; an event that something later depends on stays and is named.
 */
export async function* undo(
  { batch, reason }: z.output<typeof undoImport.input>,
  { store, ledger, actor }: Context,
): AsyncIterable<z.input<typeof undoImport.output>> {
  const id = await batchId(store, batch)
  const total = await countEvents(store, id)
  let undone = 0
  for (let before = Infinity; ;) {
    const events = await eventsBefore(store, id, before)
    if (events.length === 0) break
    const answers = await Promise.all(
      events.map((event) =>
        ledger.record({
          id: uuidv7(),
          kind: 'correct',
          input: { event },
          actor,
          reason: reason ?? `Undo of ${batch}`,
        }),
      ),
    )
    const refused = answers.flatMap((answer, index) =>
      answer.ok || answer.refusal.code === 'correction_of_correction'
        ? []
        : [{ event: events[index]!, message: answer.refusal.message }],
    )
    undone += events.length - refused.length
    yield { undone, events: total, refused }
    before = events.at(-1)!
  }
}

async function batchId(store: Store, code: string): Promise<number> {
  const row = await store.read
    .selectFrom('subjects')
    .select('id')
    .where('kind', '=', 'batch')
    .where('item', '=', 0)
    .where('key', '=', code.toUpperCase())
    .executeTakeFirst()
  return row?.id ?? notFound(`There is no import ${code}. See: seriatim list batch`, 'batch')
}

/** What the import did to units; the items and locations that it made stay. */
const unitEvents = (store: Store, batch: number) =>
  store.read.selectFrom('events').where('batch', '=', batch).where('subject', 'is', null)

async function countEvents(store: Store, batch: number): Promise<number> {
  const { count } = await unitEvents(store, batch)
    .select((query) => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function eventsBefore(store: Store, batch: number, before: number): Promise<number[]> {
  let query = unitEvents(store, batch).select('id').orderBy('id', 'desc').limit(eventsPerStep)
  if (before !== Infinity) query = query.where('id', '<', before)
  return (await query.execute()).map(({ id }) => id)
}

import type { z } from 'zod'
import { uuidv7 } from 'uuidv7'
import type { undoImport } from '../../contract/imports.ts'
import { failWith } from '../../contract/problem.ts'
import { kindCode, kindNames } from '../../domain/event-kinds/kind-names.ts'
import type { Context } from '../context.ts'
import type { Store } from '../../store/store.ts'
import { subjectByCode } from '../../store/views/subject-by-code.ts'

/** Events that are taken back in one go. */
const eventsPerStep = 100

const codesOf = (prefix: string): number[] =>
  kindNames.filter((name) => name.startsWith(prefix)).map(kindCode)
/** Kinds that make subjects, and that change them. */
const ofSubjects = [...codesOf('create_'), ...codesOf('change_')]

/**
 * Takes back the events of an import, the latest first. Units stay as empty shells with their whole
 * history, and come back with it when the file is imported again; an event that something later
 * depends on stays and is named.
 */
export async function* undo(
  { batch, reason = `Undo of ${batch}` }: z.output<typeof undoImport.input>,
  { store, ledger, access: { actor } }: Context,
): AsyncIterable<z.input<typeof undoImport.output>> {
  const id = await batchId(store, batch)
  const total = await countOf(eventsToUndo(store, id))
  let undone = 0
  let already = 0
  for (let before = Infinity; ;) {
    const events = await eventsBefore(store, id, before)
    if (events.length === 0) break
    const answers = await Promise.all(
      events.map((event) => {
        const command = { id: uuidv7(), kind: 'correct', input: { event }, actor, reason }
        return ledger.record(command)
      }),
    )
    const refused: { event: number; message: string }[] = []
    for (const [index, answer] of answers.entries()) {
      if (answer.ok) undone += 1
      else if (answer.refusal.code === 'correction_of_correction') already += 1
      else refused.push({ event: events[index]!, message: answer.refusal.message })
    }
    yield { undone, already, events: total, refused }
    before = events.at(-1)!
  }
  if (total === 0) yield { undone, already, events: total, refused: [] }
}

async function batchId(store: Store, code: string): Promise<number> {
  const batch = await subjectByCode(store, 'batch', code)
  return batch?.id ?? failWith('not_found.import', { batch: code }, 'batch')
}

const eventsOf = (store: Store, batch: number) =>
  store.read.selectFrom('events').where('batch', '=', batch)

/** What the import did to units, and what it made and changed of items, locations … */
const eventsToUndo = (store: Store, batch: number) =>
  eventsOf(store, batch).where(({ or, eb }) =>
    or([eb('subject', 'is', null), eb('kind', 'in', ofSubjects)]),
  )

async function countOf(events: ReturnType<typeof eventsOf>): Promise<number> {
  const { count } = await events
    .select((query) => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function eventsBefore(store: Store, batch: number, before: number): Promise<number[]> {
  let query = eventsToUndo(store, batch).select('id').orderBy('id', 'desc').limit(eventsPerStep)
  if (before !== Infinity) query = query.where('id', '<', before)
  return (await query.execute()).map(({ id }) => id)
}

import { sql, type RawBuilder } from 'kysely'
import { findSubjects, listSubjects, namedKinds, showSubject } from '../../contract/subjects.ts'
import { failWith } from '../../contract/problem.ts'
import { standingCorrections } from '../../domain/timeline.ts'
import { kindName } from '../../domain/event-kinds/kind-names.ts'
import { subjectOf } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'
import { loadActors } from '../../store/views/history-view.ts'
import { viewSubjects } from '../../store/views/subject-view.ts'
import { handle, type Handler } from '../context.ts'
import type { Subject, SubjectKind } from '../../domain/subject.ts'
import { subjectByCode } from '../../store/views/subject-by-code.ts'
import type { OrderStatus } from '../../domain/subject-words.ts'
import { closeness, hasWords } from './words.ts'

export const subjectRoutes: readonly Handler[] = [
  handle(listSubjects, async ({ kind, words, item: ofItem, status, limit, cursor }, { store }) => {
    let query = store.read
      .selectFrom('live_subjects')
      .selectAll()
      .where('kind', '=', kind)
      .orderBy('item')
      .orderBy('key')
      .limit(limit)
    if (ofItem !== undefined) {
      query = query.where('item', '=', (await findSubject(store, 'item', ofItem, 0)).id)
    }
    if (status !== undefined) query = query.where(hasStatus(status))
    if (cursor !== undefined) {
      const [, item, key] =
        /^(\d{1,15}) (.+)$/.exec(cursor) ?? failWith('input_invalid.cursor', {}, 'cursor')
      query = query.where(sql<boolean>`(item, key) > (${Number(item)}, ${key})`)
    }
    if (words !== undefined) query = query.where(hasWords(words))
    const rows = await query.execute()
    const last = rows.length < limit ? undefined : rows.at(-1)
    return {
      subjects: await viewSubjects(store, rows.map(subjectOf)),
      cursor: last ? `${last.item} ${last.key}` : null,
    }
  }),
  handle(findSubjects, async ({ words, limit }, { store }) => {
    const ofKind = (kind: SubjectKind) =>
      store.read
        .selectFrom('live_subjects')
        .selectAll()
        .where('kind', '=', kind)
        .where(hasWords(words))
        .orderBy(closeness(words))
        .orderBy('key')
        .limit(limit)
        .execute()
    const rows = await Promise.all(namedKinds.map(ofKind))
    return { subjects: await viewSubjects(store, rows.flat().map(subjectOf)) }
  }),
  handle(showSubject, async ({ kind, code, item }, { store }) => {
    const within = item === undefined ? 0 : (await findSubject(store, 'item', item, 0)).id
    const subject = await findSubject(store, kind, code, within)
    const [view] = await viewSubjects(store, [subject])
    return { subject: view!, lines: await historyOf(store, subject) }
  }),
]

/** An order without a status is open. The quotes of a text within the data are escaped. */
const hasStatus = (status: OrderStatus): RawBuilder<boolean> =>
  status === 'open'
    ? sql<boolean>`data not like '%"status":"done"%' and data not like '%"status":"cancelled"%'`
    : sql<boolean>`data like ${`%"status":"${status}"%`}`

async function findSubject(
  store: Store,
  kind: SubjectKind,
  code: string,
  item: number,
): Promise<Subject> {
  const found = await subjectByCode(store, kind, code, item)
  return found ?? failWith('not_found.subject', { kind, code }, 'code')
}

async function historyOf(store: Store, { kind, id }: Subject) {
  const rows = await store.read
    .selectFrom('events')
    .select(['id', 'kind', 'time', 'actor', 'corrects'])
    .where('subject_kind', '=', kind)
    .where('subject', '=', id)
    .orderBy('id')
    .execute()
  const actors = await loadActors(store, rows)
  const correctedBy = standingCorrections(rows.map(({ id, corrects }) => ({ event: id, corrects })))
  return rows.map((row) => ({
    event: row.id,
    kind: kindName(row.kind),
    time: new Date(row.time).toISOString(),
    actor: actors.get(row.actor) ?? String(row.actor),
    corrects: row.corrects,
    correctedBy: correctedBy.get(row.id) ?? null,
  }))
}

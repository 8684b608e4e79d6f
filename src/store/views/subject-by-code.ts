import type { Subject, SubjectKind } from '../../domain/subject.ts'
import { subjectOf } from '../rows.ts'
import type { Store } from '../store.ts'

/**
 * The item, location … with this code, whatever its letter case; `undefined` when there is none.
 *
 * @param item the item of a lot; the others are of none
 */
export async function subjectByCode<Kind extends SubjectKind>(
  store: Store,
  kind: Kind,
  code: string,
  item = 0,
): Promise<Subject<Kind> | undefined> {
  const row = await store.read
    .selectFrom('live_subjects')
    .selectAll()
    .where('kind', '=', kind)
    .where('item', '=', item)
    .where('key', '=', code.toUpperCase())
    .executeTakeFirst()
  return row && (subjectOf(row) as Subject<Kind>)
}

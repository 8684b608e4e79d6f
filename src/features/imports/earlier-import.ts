import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { kindCode } from '../../domain/event-kinds/kind-names.ts'
import type { SubjectData } from '../../domain/subject.ts'
import type { Store } from '../../store/store.ts'
import { mapping as mappingSchema, type Mapping } from './columns/mapping.ts'

/** What tells an import from others: the bytes of its file, and what they were taken to mean. */
export async function digestOf(path: string, mapping: Mapping): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return createHash('sha256')
    .update(hash.digest())
    .update(JSON.stringify(mappingSchema.parse(mapping)))
    .digest('base64url')
}

const arrivals = ['receive', 'commission'].map(kindCode)

/** Code of the batch of an earlier import of the same that brought units which were not undone. */
export async function earlierImport({ read }: Store, digest: string): Promise<string | undefined> {
  const batches = await read
    .selectFrom('subjects')
    .select(['id', 'code', 'data'])
    .where('kind', '=', 'batch')
    .where('data', 'like', `%${digest}%`)
    .orderBy('id', 'desc')
    .execute()
  for (const { id, code, data } of batches) {
    if ((JSON.parse(data) as SubjectData['batch']).digest !== digest) continue
    const standing = await read
      .selectFrom('events')
      .select('id')
      .where('batch', '=', id)
      .where('kind', 'in', arrivals)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('events as later')
              .select('later.id')
              .whereRef('later.corrects', '=', 'events.id'),
          ),
        ),
      )
      .limit(1)
      .executeTakeFirst()
    if (standing) return code
  }
  return undefined
}

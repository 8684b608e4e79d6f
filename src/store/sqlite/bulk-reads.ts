import type { BulkReads } from '../hot-reads.ts'
import { linkOf } from '../rows.ts'
import type { Store } from '../store.ts'
import type { SubjectId } from '../../domain/subject.ts'
import { referredBy, type SubjectRow } from '../subject-rows.ts'
import type { IdentifierTable, LinkTable, UnitTable } from '../tables.ts'
import type { Connection } from './connection.ts'

/**
 * The reads of every scan and page, prepared once. Each takes all its keys as one list: a statement
 * for each key would cost more than what it reads. A cross join keeps the list outermost.
 */
export function bulkReads(reader: Connection): BulkReads {
  const numbers = reader.prepare<[string], IdentifierTable & UnitTable>(
    `select i.*, u.* from json_each(?) key
     cross join identifiers i on i.value = key.value cross join units u on u.id = i.unit`,
  )
  const units = reader.prepare<[string], UnitTable>(
    'select u.* from json_each(?) key cross join units u on u.id = key.value',
  )
  const subjects = reader.prepare<[string], SubjectRow>(
    `select s.kind, s.id, s.code, s.name, s.data,
       (select json_group_array(pattern order by pattern) from schemes where item = s.id) patterns
     from json_each(?) key
     cross join subjects s on s.kind = key.value ->> 'kind' and s.id = key.value ->> 'id'`,
  )
  const subjectsOf = (ids: readonly SubjectId[]) =>
    ids.length === 0 ? [] : subjects.all(JSON.stringify(ids))
  return {
    async numbers(folded) {
      const rows = numbers.all(JSON.stringify(folded))
      return { rows, subjects: subjectsOf(referredBy(rows)) }
    },
    units: async (ids) => units.all(JSON.stringify(ids)),
    subjects: async (ids) => subjectsOf(ids),
  }
}

/** Reads histories: each is one range. */
export function historyReader(reader: Connection): Store['history'] {
  const all = reader.prepare<[number], LinkTable>(
    'select * from links where unit = ? order by event',
  )
  const latest = reader.prepare<[number, number], LinkTable>(
    'select * from links where unit = ? order by event desc limit ?',
  )
  return async (unit, most) =>
    most === undefined ? all.all(unit).map(linkOf) : latest.all(unit, most).map(linkOf).reverse()
}

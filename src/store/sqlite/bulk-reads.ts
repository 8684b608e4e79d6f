import type { BulkReads } from '../hot-reads.ts'
import { linkOf } from '../rows.ts'
import type { Store, SubjectRow } from '../store.ts'
import type { IdentifierTable, LinkTable, UnitTable } from '../tables.ts'
import type { Connection } from './connection.ts'

/**
 * The reads of every scan and page, prepared once. Those of one go are one transaction: by itself,
 * each would take and give back the locks of the file, which costs more than reading.
 */
export function bulkReads(reader: Connection): BulkReads {
  // Without the cast SQLite plans a join anew for every value, which takes longer than the rest.
  const number = reader.prepare<[string], IdentifierTable & UnitTable>(
    `select i.*, u.* from identifiers i join units u on u.id = i.unit
     where i.value = cast(? as text)`,
  )
  const unit = reader.prepare<[number], UnitTable>('select * from units where id = ?')
  const subject = reader.prepare<[string, number], SubjectRow>(
    `select kind, id, code, name, data,
       (select json_group_array(pattern order by pattern) from schemes where item = s.id) patterns
     from subjects s where kind = ? and id = ?`,
  )
  const together = <Key, Row>(read: (key: Key) => Row[]) => {
    const readAll = reader.transaction((keys: readonly Key[]) => keys.flatMap(read))
    return async (keys: readonly Key[]) => readAll(keys)
  }
  return {
    numbers: together((folded: string) => number.all(folded)),
    units: together((id: number) => unit.all(id)),
    subjects: together(({ kind, id }) => subject.all(kind, id)),
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

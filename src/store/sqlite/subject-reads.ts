import type { SubjectKind } from '../../domain/subject.ts'
import { retiredKeys, subjectOf, subjectsMentioning, unitOf } from '../rows.ts'
import type { SubjectReads } from '../store.ts'
import { references } from '../subject-rows.ts'
import type { SubjectTable, UnitTable } from '../tables.ts'
import type { Connection } from './connection.ts'
import { inList } from './in-list.ts'

/** Prepares how a batch reads items, locations … and what refers to them. */
export function subjectReads(connection: Connection): SubjectReads {
  const prepared = (sql: string) => connection.prepare<unknown[], SubjectTable>(sql)
  const byCode = prepared(
    `select s.* from json_each(?) name join subjects s
       on s.kind = name.value ->> 0 and s.item = name.value ->> 1 and s.key = name.value ->> 2
     union all select s.* from json_each(?) name join subjects s
       on s.kind = name.value ->> 0 and s.item = name.value ->> 1
         and s.key > name.value ->> 3 and s.key < name.value ->> 4`,
  )
  const byNumber = prepared(
    `select * from subjects where kind = ? and ${inList('number')} order by id`,
  )
  const byId = prepared(`select * from subjects where kind = ? and ${inList('id')}`)
  const mentioning = prepared(subjectsMentioning('?'))
  const ofUnits = (sql: string) => connection.prepare<unknown[], UnitTable>(sql)
  const unitsOf = new Map<SubjectKind, ReturnType<typeof ofUnits>>(
    references.map(([column, kind]) => [
      kind,
      ofUnits(`select * from units where ${column} = ? limit ?`),
    ]),
  )
  return {
    async subjectsByCode(names) {
      const keys = names.map(({ kind, item, code }) => {
        const key = code.toUpperCase()
        const { from, to } = retiredKeys(key)
        return [kind, item, key, from, to]
      })
      const list = JSON.stringify(keys)
      return byCode.all(list, list).map(subjectOf)
    },
    subjectsByNumber: async (kind, numbers) =>
      byNumber.all(kind, JSON.stringify(numbers)).map(subjectOf),
    subjectsById: async (kind, ids) => byId.all(kind, JSON.stringify(ids)).map(subjectOf),
    unitsOf: async ({ kind, id }, most) => unitsOf.get(kind)?.all(id, most).map(unitOf) ?? [],
    subjectsMentioning: async (text) => mentioning.all(`%${text}%`).map(subjectOf),
  }
}

import type pg from 'pg'
import { retiredKeys, subjectOf, subjectsMentioning, unitOf } from '../rows.ts'
import type { SubjectReads } from '../store.ts'
import { references } from '../subject-rows.ts'
import type { SubjectTable, UnitTable } from '../tables.ts'

const statements = {
  byCode: `select s.* from unnest($1::text[], $2::bigint[], $3::text[]) n (kind, item, key)
    join subjects s on s.kind = n.kind and s.item = n.item and s.key = n.key
    union all select s.*
    from unnest($1::text[], $2::bigint[], $4::text[], $5::text[]) n (kind, item, low, high)
    join subjects s on s.kind = n.kind and s.item = n.item and s.key > n.low and s.key < n.high`,
  byNumber: 'select * from subjects where kind = $1 and number = any($2) order by id',
  byId: 'select * from subjects where kind = $1 and id = any($2)',
  mentioning: subjectsMentioning('$1'),
} as const

/** How a batch reads items, locations … and what refers to them. */
export function subjectReads(client: pg.PoolClient): SubjectReads {
  const ask = async (name: keyof typeof statements, ...values: unknown[]) => {
    const query = { name: `subjects ${name}`, text: statements[name], values }
    return (await client.query<SubjectTable>(query)).rows.map(subjectOf)
  }
  return {
    async subjectsByCode(names) {
      const keys = names.map(({ code }) => code.toUpperCase())
      const retired = keys.map(retiredKeys)
      return ask(
        'byCode',
        names.map(({ kind }) => kind),
        names.map(({ item }) => item),
        keys,
        retired.map(({ from }) => from),
        retired.map(({ to }) => to),
      )
    },
    subjectsByNumber: (kind, numbers) => ask('byNumber', kind, numbers),
    subjectsById: (kind, ids) => ask('byId', kind, ids),
    async unitsOf({ kind, id }, most) {
      const [column] = references.find(([, one]) => one === kind) ?? []
      if (column === undefined) return []
      const text = `select * from units where ${column} = $1 limit $2`
      const query = { name: `units of ${kind}`, text, values: [id, most] }
      return (await client.query<UnitTable>(query)).rows.map(unitOf)
    },
    subjectsMentioning: (text) => ask('mentioning', `%${text}%`),
  }
}

import { listAccessLog, type AccessAct } from '../contract/access-log.ts'
import { failWith } from '../contract/problem.ts'
import type { Said } from '../i18n/clause.ts'
import { handleServer, type Handler } from './context.ts'

export const accessLogRoutes: readonly Handler[] = [
  handleServer(listAccessLog, async ({ limit, cursor }, { accounts }) => {
    const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor)
    if (!Number.isSafeInteger(before)) {
      return failWith('input_invalid.cursor', {}, 'cursor')
    }
    const rows = await accounts.db
      .selectFrom('access_log')
      .selectAll()
      .where('id', '<', before)
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return {
      entries: rows.map((row) => ({
        ...row,
        act: row.act as AccessAct,
        said: row.said === null ? null : (JSON.parse(row.said) as Said),
        time: new Date(row.time).toISOString(),
      })),
      cursor: rows.length === limit ? String(rows.at(-1)!.id) : null,
    }
  }),
]

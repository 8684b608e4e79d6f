import { failWith } from '../contract/problem.ts'
import { isPlainReference } from '../domain/command.ts'
import type { Context } from './context.ts'

/** Kinds of things that people save under a name. */
export type SettingKind =
  | 'view'
  | 'mapping'
  | 'import'
  | 'label_template'
  | 'label_settings'
  | 'label_job'
  | 'printer'

/** Something saved under a name. */
export interface Setting {
  readonly name: string
  readonly data: unknown
  /** When it was saved, as ISO 8601. */
  readonly changed: string
}

/** Saves something under a name, in place of what had the name. */
export async function saveSetting(
  { store, now }: Context,
  kind: SettingKind,
  name: string,
  data: unknown,
): Promise<{ name: string }> {
  const text = JSON.stringify(data)
  await store.transact((transaction) => transaction.keepSetting(kind, name, text, now()))
  return { name }
}

/** Which part of a list is asked for. */
export interface SettingsPage {
  readonly limit: number
  /** Where the page before ended. */
  readonly cursor?: string | undefined
  /** By name from the first, unless said otherwise. */
  readonly order?: 'asc' | 'desc'
}

/** A page of what was saved of a kind, by name; the cursor is null at the end. */
export async function listSettings(
  { store }: Pick<Context, 'store'>,
  kind: SettingKind,
  { limit, cursor, order = 'asc' }: SettingsPage,
): Promise<{ settings: Setting[]; cursor: string | null }> {
  let query = store.read
    .selectFrom('settings')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('name', order)
    .limit(limit)
  if (cursor !== undefined) {
    const last = Buffer.from(cursor, 'base64url').toString()
    if (!isPlainReference(last, 500)) failWith('input_invalid.cursor', {}, 'cursor')
    query = query.where('name', order === 'asc' ? '>' : '<', last)
  }
  const rows = await query.execute()
  const last = rows.length < limit ? undefined : rows.at(-1)!.name
  return {
    settings: rows.map(({ name, data, changed }) => ({
      name,
      data: JSON.parse(data) as unknown,
      changed: new Date(changed).toISOString(),
    })),
    cursor: last === undefined ? null : Buffer.from(last).toString('base64url'),
  }
}

/** What was saved under a name; ends with a problem when there is nothing. */
export async function findSetting(
  { store }: Pick<Context, 'store'>,
  kind: SettingKind,
  name: string,
): Promise<unknown> {
  const row = await store.read
    .selectFrom('settings')
    .select('data')
    .where('kind', '=', kind)
    .where('name', '=', name)
    .executeTakeFirst()
  return row
    ? (JSON.parse(row.data) as unknown)
    : failWith('not_found.setting', { kind, name }, 'name')
}

/** Deletes what was saved under a name. */
export async function deleteSetting(
  context: Context,
  kind: SettingKind,
  name: string,
): Promise<{ name: string }> {
  await findSetting(context, kind, name)
  const { store, now } = context
  await store.transact((transaction) => transaction.keepSetting(kind, name, null, now()))
  return { name }
}

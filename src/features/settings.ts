import type { Context } from './context.ts'
import { notFound } from './context.ts'

/** Kinds of things that people save under a name. */
export type SettingKind = 'view' | 'mapping'

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

/** Everything of a kind, by name. */
export async function listSettings({ store }: Context, kind: SettingKind): Promise<Setting[]> {
  const rows = await store.read
    .selectFrom('settings')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('name')
    .execute()
  return rows.map(({ name, data, changed }) => ({
    name,
    data: JSON.parse(data) as unknown,
    changed: new Date(changed).toISOString(),
  }))
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
  return row ? (JSON.parse(row.data) as unknown) : notFound(`There is no ${kind} ${name}.`, 'name')
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

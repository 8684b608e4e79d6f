import type { LabelSettings } from '../../contract/labels.ts'
import type { Store } from '../../store/store.ts'

/** Name under which the settings of all labels are kept. */
export const settingsName = 'labels'

/** What all labels of a company say alike; empty where nobody has set it. */
export async function readLabelSettings(store: Store): Promise<LabelSettings> {
  const row = await store.read
    .selectFrom('settings')
    .select('data')
    .where('kind', '=', 'label_settings')
    .where('name', '=', settingsName)
    .executeTakeFirst()
  return row ? (JSON.parse(row.data) as LabelSettings) : {}
}

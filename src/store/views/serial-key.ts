import { serialKeyName } from '../../domain/next-serial.ts'
import type { Store } from '../store.ts'

/** The company's key for unguessable serials; nothing until the first of them was made. */
export async function readSerialKey({ read }: Store): Promise<Uint8Array | undefined> {
  const row = await read
    .selectFrom('settings')
    .select('data')
    .where('kind', '=', 'secret')
    .where('name', '=', serialKeyName)
    .executeTakeFirst()
  return row && Buffer.from(JSON.parse(row.data) as string, 'hex')
}

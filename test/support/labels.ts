import { accept, type OpenedStore } from './stores.ts'

/** Commissions so many drives, `D00001` and on, at HQ; answers with their ids as runs. */
export async function makeDrives({ ledger }: OpenedStore, count: number): Promise<string> {
  await accept(ledger, 'create_location', { code: 'HQ' })
  const item = { code: 'DRIVE', name: 'Hard drive', gtin: '09506000134352', scheme: 'D{seq:5}' }
  await accept(ledger, 'create_item', item)
  return (await accept(ledger, 'commission', { item: 'DRIVE', count, location: 'HQ' })).created
}

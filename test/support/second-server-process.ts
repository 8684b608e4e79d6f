import type { Command } from '../../src/domain/command.ts'
import { openLedger } from '../../src/ledger/ledger.ts'
import { openStore, type StoreAddress } from '../../src/store/open.ts'

const store = await openStore(JSON.parse(process.argv[2]!) as StoreAddress)
const ledger = openLedger(store, Date.now)

process.on('message', ({ id, command }: { id: number; command: Command }) => {
  ledger.record(command).then(
    (answer) => process.send!({ id, answer }),
    (error: unknown) => process.send!({ id, error: String(error) }),
  )
})
process.on('disconnect', () => {
  void ledger.close().then(() => store.close())
})
process.send!('ready')

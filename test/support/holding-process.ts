import { openStore, type StoreAddress } from '../../src/store/open.ts'

const store = await openStore(JSON.parse(process.argv[2]!) as StoreAddress)
store.holds?.take(process.argv[3]!)
process.on('disconnect', () => process.exit())
process.send!('holding')

import { dirname } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { loadImport } from '../src/contract/imports.ts'
import { machineAccess } from '../src/features/access.ts'
import { answerStream } from '../src/features/answer.ts'
import { openLedger } from '../src/ledger/ledger.ts'
import { openStore, type StoreAddress } from '../src/store/open.ts'

/**
 * Imports one file into an empty store, in a process of its own so that its memory can be told, and
 * prints what it took: `node bench/import-child.ts '<address as JSON>' <file>`.
 */
const [address, path] = process.argv.slice(2)
const store = await openStore(JSON.parse(address!) as StoreAddress)
const ledger = openLedger(store, Date.now)
const context = {
  store,
  ledger,
  folder: dirname(path!),
  access: machineAccess('bench'),
  now: Date.now,
}
const start = performance.now()
let counts: unknown
const input = { path, refusedPath: `${path}.refused.${uuidv7()}.csv` }
for await (const line of answerStream(loadImport, input, context)) {
  counts = (line as { counts: unknown }).counts
}
const ms = performance.now() - start
await ledger.close()
await store.close()
const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(`${JSON.stringify({ ms, peakMiB, counts })}\n`)

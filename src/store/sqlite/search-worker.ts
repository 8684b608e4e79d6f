import { setImmediate, setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { Kysely, SqliteDialect } from 'kysely'
import { DamagedIndexError } from '../search/column.ts'
import { feedIndex, type Feeding } from '../search/feed-index.ts'
import { gatherMs } from '../search/search-index.ts'
import type { Tables } from '../tables.ts'
import { openReader, type Connection } from './connection.ts'
import { isDamaged } from '../unreachable.ts'
import { openSearchFile, removeSearchFile } from './search-file.ts'

/** What the worker that feeds the search index is asked to do. */
export type FeedRequest =
  /** Something was recorded. */
  | 'wake'
  /** Feed everything, now. */
  | 'catch up'
  /** Begin the file anew, empty. */
  | 'renew'
  | 'close'
/** Said when what was asked for is done, or when the file was found damaged. */
export type FeedReply = Exclude<FeedRequest, 'wake'> | 'damaged'

const { path, searchPath } = workerData as { path: string; searchPath: string }
const retryMs = 250
/**
 * Feeding slows the recording beside it, and much at once is fed at less cost: while recording goes
 * on without a pause, the feeding waits until there is so much to do, or for so long.
 */
const unitsGathered = 32_768
const gatherMostMs = 3000

const reader = openReader(path)
// Read in passing: what is mapped would count as memory of the process.
reader.pragma('mmap_size = 0')
let writer = openSearchFile(searchPath)
let feeding = feedingOf(writer)
const requests: FeedRequest[] = []
let isRunning = false

function feedingOf(connection: Connection): Feeding {
  const open = (database: Connection) => ({
    engine: 'sqlite' as const,
    db: new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }),
  })
  return { company: open(reader), index: open(connection) }
}

const reply = (said: FeedReply) => parentPort!.postMessage(said)

/** One step in a transaction of its own; whether there is more to do. */
async function step(): Promise<boolean> {
  writer.exec('begin immediate')
  try {
    const isMore = await feedIndex(feeding)
    writer.exec('commit')
    return isMore
  } catch (error) {
    if (writer.inTransaction) writer.exec('rollback')
    throw error
  }
}

/** Feeds until nothing is left, or until something else is asked for. */
async function feed(): Promise<void> {
  try {
    while (!requests.includes('close') && !requests.includes('renew') && (await step())) {
      await setImmediate()
    }
  } catch (error) {
    if (isDamaged(error) || error instanceof DamagedIndexError) reply('damaged')
    else if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) {
      await setTimeout(retryMs)
      requests.push('wake')
    } else throw error
  }
}

function renew(): void {
  writer.close()
  removeSearchFile(searchPath)
  writer = openSearchFile(searchPath)
  feeding = feedingOf(writer)
}

function close(): void {
  writer.close()
  reader.close()
  parentPort!.close()
}

const recorded = reader.prepare<[], number>('select next_unit + next_event from company').pluck()

/** Waits until what is recorded can be fed together. */
async function gather(): Promise<void> {
  const enough = recorded.get()! + unitsGathered
  const until = performance.now() + gatherMostMs
  do await setTimeout(gatherMs)
  while (dropWakes() && performance.now() < until && recorded.get()! < enough)
}

/** Takes back what only says that something was recorded; whether there was any. */
function dropWakes(): boolean {
  const waiting = requests.length
  while (requests[0] === 'wake') requests.shift()
  return requests.length < waiting
}

async function run(): Promise<void> {
  for (let request = requests.shift(); request !== undefined; request = requests.shift()) {
    if (request === 'wake') {
      await gather()
      await feed()
      continue
    }
    if (request === 'catch up') await feed()
    if (request === 'renew') renew()
    if (request === 'close') close()
    reply(request)
  }
  isRunning = false
}

parentPort!.on('message', (request: FeedRequest) => {
  requests.push(request)
  if (isRunning) return
  isRunning = true
  void run()
})

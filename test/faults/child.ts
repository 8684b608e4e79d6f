import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Command } from '../../src/domain/command.ts'
import { openLedger, type Ledger } from '../../src/ledger/ledger.ts'
import { openStore, type StoreAddress } from '../../src/store/open.ts'
import { StoreFailedError, type Store } from '../../src/store/store.ts'
import { seededRandom } from './random.ts'
import { openWorkload, setupCommands, type Known } from './workload.ts'

/** What a child is to do. */
export interface Orders {
  readonly address: StoreAddress
  readonly seed: number
  /** Sets its commands apart from those of other rounds on the same store. */
  readonly round: number
  /** Commands that were sent before, answered or not, to be sent again. */
  readonly repeats: readonly Command[]
  /** How long to wait after each answer, in milliseconds; not at all when absent. */
  readonly pauseMs?: number
}

/** What a child says, a line of JSON each. */
export type Report =
  | 'ready'
  | { readonly sent: Command }
  | { readonly id: string; readonly answer: Answer }
  | { readonly id: string; readonly error: string }

const commandsInFlight = 48

/** A pipe of its own, because Node may write to standard output later than it is told to. */
const reports = 3

/** It is in the pipe when this returns: the parent has it, whatever happens to us. */
const report = (what: Report): void => void writeSync(reports, `${JSON.stringify(what)}\n`)

async function send(ledger: Ledger, command: Command): Promise<Answer | undefined> {
  report({ sent: command })
  try {
    const answer = await ledger.record(command)
    report({ id: command.id, answer })
    return answer
  } catch (error) {
    const name = error instanceof StoreFailedError ? 'StoreFailedError' : String(error)
    report({ id: command.id, error: name })
    await sleep(10)
    return undefined
  }
}

async function readKnown({ read }: Store): Promise<Known> {
  const { next_event: next } = await read
    .selectFrom('company')
    .selectAll()
    .executeTakeFirstOrThrow()
  const latest = read.selectFrom('units').select(['id', 'kind']).orderBy('id', 'desc').limit(1000)
  const units = (await latest.execute()).toReversed()
  const ofKind = (kind: number) => units.filter((unit) => unit.kind === kind).map(({ id }) => id)
  const first = Math.max(1, next - 200)
  return {
    discrete: ofKind(0),
    portions: ofKind(1),
    containers: ofKind(2),
    events: Array.from({ length: next - first }, (_, index) => first + index),
  }
}

/**
 * A Seriatim under load, to be killed: opens its store, keeps many commands in flight, and reports
 * what it sends and each answer the moment it has it.
 */
async function run({ address, seed, round, repeats, pauseMs }: Orders): Promise<void> {
  const store = await openStore(address)
  orders.once('line', () => void close(store))
  const ledger = openLedger(store, Date.now)
  await Promise.all(setupCommands().map((command) => send(ledger, command)))
  const random = seededRandom(seed)
  const workload = openWorkload(random, round, await readKnown(store))
  const again = [...repeats]
  const recent: Command[] = []
  const choose = (): Command => {
    if (again.length > 0 && random.chance(0.5)) return again.pop()!
    // Some of these are still in flight: two of the same at once.
    if (recent.length > 0 && random.chance(0.05)) return random.pick(recent)
    const command = workload.next()
    recent.push(command)
    if (recent.length > 200) recent.splice(0, 100)
    return command
  }
  const keepSending = async (): Promise<never> => {
    for (;;) {
      const command = choose()
      const answer = await send(ledger, command)
      if (answer) workload.learn(command, answer)
      if (pauseMs !== undefined) await sleep(pauseMs)
    }
  }
  await Promise.all(Array.from({ length: commandsInFlight }, keepSending))
}

/** Ends in order: without a complaint, and within the time that closing takes. */
async function close(store: Store): Promise<void> {
  await store.close()
  process.exit(0)
}

flushCompileCache()
report('ready')
const orders = createInterface(process.stdin)
// Nobody is left to kill us.
orders.on('close', () => process.exit(1))
orders.once('line', (line) => void run(JSON.parse(line) as Orders))

import { setImmediate } from 'node:timers/promises'
import type { Answer, Command } from '../domain/command.ts'
import type { EventRecord } from '../domain/event.ts'
import { StoreFailedError, type Store } from '../store/store.ts'
import { writeBatch, type BatchResult, type CheckedCommand, type Remembered } from './batch.ts'
import { checkCommand, refused } from './check-command.ts'

/** What a ledger has done. */
export interface Figures {
  readonly batches: number
  readonly commands: number
  readonly events: number
  readonly waiting: number
}

/** The only writer of a company's inventory. */
export interface Ledger {
  /**
   * Records a command, or says why not. Resolves when the answer is durable. The same command
   * again gets the same answer and changes nothing.
   */
  record(command: Command): Promise<Answer>
  /** Calls back with the events of each batch once they are durable, in order. */
  onRecorded(listener: (events: readonly EventRecord[]) => void): void
  /** How much was done since the ledger was opened, and how many commands wait. */
  readonly figures: Figures
  /** Waits for what is under way and takes no more. */
  close(): Promise<void>
}

/** Most commands of one batch; what arrives meanwhile forms the next. */
const commandsPerBatchMax = 2000

interface Waiting {
  readonly checked: CheckedCommand
  resolve(answer: Answer): void
  reject(error: unknown): void
}

/**
 * Opens the ledger of a company.
 *
 * @param now the clock, in milliseconds UTC
 */
export function openLedger(store: Store, now: () => number): Ledger {
  const write = batchWriter(store, now)
  const queue: Waiting[] = []
  const listeners: ((events: readonly EventRecord[]) => void)[] = []
  let draining: Promise<void> | undefined
  let closed = false
  const done = { batches: 0, commands: 0, events: 0 }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const { answers, events } = await write(batch.map(({ checked }) => checked))
      batch.forEach(({ resolve }, index) => resolve(answers[index]!))
      done.batches += 1
      done.commands += batch.length
      done.events += events.length
      if (events.length > 0) for (const listener of listeners) listener(events)
    } catch (error) {
      if (batch.length === 1 || error instanceof StoreFailedError) {
        for (const { reject } of batch) reject(error)
        return
      }
      // One command broke the batch: each goes alone, so that it concerns no other.
      for (const waiting of batch) await settle([waiting])
    }
  }

  async function drain(): Promise<void> {
    // A turn of the event loop lets what has arrived meanwhile join the batch.
    for (await setImmediate(); queue.length > 0; await setImmediate()) {
      await settle(queue.splice(0, commandsPerBatchMax))
    }
    draining = undefined
  }

  return {
    async record(command) {
      if (closed) throw new Error('The ledger is closed.')
      const checked = checkCommand(command, now())
      if ('ok' in checked) return checked
      return new Promise((resolve, reject) => {
        queue.push({ checked, resolve, reject })
        draining ??= drain()
      })
    },
    onRecorded(listener) {
      listeners.push(listener)
    },
    get figures() {
      return { ...done, waiting: queue.length }
    },
    async close() {
      closed = true
      await draining
    },
  }
}

/** Gives what writes one batch after the other, and remembers from one to the next. */
function batchWriter(store: Store, now: () => number) {
  let remembered: Remembered | undefined
  return async (commands: readonly CheckedCommand[]): Promise<BatchResult> => {
    try {
      const earlier = remembered
      // What a failed batch learnt may never have been written.
      remembered = undefined
      const result = await store.transact((transaction) =>
        writeBatch(transaction, commands, now(), earlier),
      )
      remembered = result.remembered
      return result
    } catch (error) {
      if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return busy(commands)
      throw error
    }
  }
}

function busy(commands: readonly CheckedCommand[]): BatchResult {
  return {
    answers: commands.map(() => refused('store_busy', {})),
    events: [],
    remembered: {
      subjects: new Map(),
      subjectIds: new Map(),
      retiredIds: new Map(),
      actors: new Map(),
      nextEvent: -1,
    },
  }
}

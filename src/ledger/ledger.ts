import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Answer, Command } from '../domain/command.ts'
import type { EventRecord } from '../domain/event.ts'
import { eventKinds } from '../domain/event-kinds/index.ts'
import { refusal, type RefusalCode, type RefusalFacts } from '../domain/refusal.ts'
import { StoreFailedError, type Store } from '../store/store.ts'
import { writeBatch, type BatchResult, type CheckedCommand, type Remembered } from './batch.ts'

/** The only writer of a company's inventory. */
export interface Ledger {
  /**
   * Records a command, or says why not. Resolves when the answer is durable. The same command
   * again gets the same answer and changes nothing.
   */
  record(command: Command): Promise<Answer>
  /** Calls back with the events of each batch once they are durable, in order. */
  onRecorded(listener: (events: readonly EventRecord[]) => void): void
  /** Waits for what is under way and takes no more. */
  close(): Promise<void>
}

/** Most commands of one batch; what arrives meanwhile forms the next. */
const commandsPerBatchMax = 2000
/** Clocks of devices may run ahead by this much, in milliseconds. */
const clockAheadMaxMs = 24 * 60 * 60 * 1000

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
  const queue: Waiting[] = []
  const listeners: ((events: readonly EventRecord[]) => void)[] = []
  let remembered: Remembered | undefined
  let draining: Promise<void> | undefined

  async function write(commands: readonly CheckedCommand[]): Promise<BatchResult> {
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

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const { answers, events } = await write(batch.map(({ checked }) => checked))
      batch.forEach(({ resolve }, index) => resolve(answers[index]!))
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
      const checked = check(command, now())
      if ('ok' in checked) return checked
      return new Promise((resolve, reject) => {
        queue.push({ checked, resolve, reject })
        draining ??= drain()
      })
    },
    onRecorded(listener) {
      listeners.push(listener)
    },
    async close() {
      await draining
    },
  }
}

const refused = (code: RefusalCode, facts: RefusalFacts): Answer => ({
  ok: false,
  refusal: refusal(code, facts),
})

function busy(commands: readonly CheckedCommand[]): BatchResult {
  return {
    answers: commands.map(() => refused('store_busy', {})),
    events: [],
    remembered: { subjects: new Map(), subjectIds: new Map(), actors: new Map(), nextEvent: -1 },
  }
}

const commandId = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Checks the shape of a command; needs no store, so a repeat gets the same refusal. */
function check(command: Command, now: number): CheckedCommand | Answer {
  const kind = eventKinds.get(command.kind)
  if (!kind) {
    const kinds = [...eventKinds.keys()].join(', ')
    return refused('kind_unknown', { kind: command.kind, kinds })
  }
  if (!commandId.test(command.id)) {
    return refused('input_invalid', { field: 'id', problem: 'must be a UUID in lower case' })
  }
  const { time } = command
  if (time !== undefined) {
    if (!Number.isSafeInteger(time) || Math.abs(time) > 8.64e15) {
      return refused('input_invalid', { field: 'time', problem: 'must be milliseconds UTC' })
    }
    if (time > now + clockAheadMaxMs) {
      return refused('time_in_future', { time: new Date(time).toISOString() })
    }
  }
  const parsed = kind.schema.safeParse(command.input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const field = issue?.path.map(String).join('.') || 'input'
    return refused('input_invalid', { field, problem: issue?.message ?? 'is not as described' })
  }
  return { command, kind, input: parsed.data, hash: fingerprint(command, parsed.data) }
}

function fingerprint({ kind, time, actor, reason, batch }: Command, input: unknown): string {
  const said = JSON.stringify([kind, input, time ?? null, actor, reason ?? null, batch ?? null])
  return createHash('sha256').update(said).digest('base64url')
}

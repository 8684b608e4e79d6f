import { existsSync } from 'node:fs'
import type { ImportRun } from '../../contract/imports.ts'
import { failWith, ProblemError, problemOfType } from '../../contract/problem.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Context } from '../context.ts'
import { findSetting, listSettings, saveSetting, type SettingsPage } from '../settings.ts'
import { noCounts } from './count-rows.ts'
import type { LoadLine } from './load.ts'
import { refusedRowsPath } from './uploads.ts'

/** How often the progress of an import is written down, in milliseconds. */
const savedEveryMs = 2000

/** An import that has not been heard of for so many milliseconds was interrupted. */
const silentMs = 30_000

/** An import under way in this process. */
interface Running {
  readonly stop: AbortController
  record: StoredRun
  line: LoadLine | undefined
  /** Resolves with the next line, or when it has ended. */
  moved: PromiseWithResolvers<void>
  error: unknown
  hasEnded: boolean
}

/** What is kept of an import; what changes with time is worked out when it is asked for. */
type StoredRun = Omit<ImportRun, 'hasRefusedRows'> & {
  /** When it was heard of last, in milliseconds UTC. */
  readonly heard: number
}

/** The imports under way, by the ledger that they write to. */
const runs = new WeakMap<Ledger, Map<string, Running>>()

const runsOf = (ledger: Ledger): Map<string, Running> => {
  const known = runs.get(ledger) ?? new Map<string, Running>()
  runs.set(ledger, known)
  return known
}

/**
 * Runs an import, and goes on with it when nobody listens any longer. Gives its lines, each as it
 * stands when the listener is ready for it.
 */
export async function* followRun(
  run: string,
  file: string,
  lines: AsyncIterable<LoadLine>,
  context: Context,
): AsyncIterable<LoadLine & { run: string }> {
  const running = beginRun(run, file, context)
  const work = drive(running, lines, context)
  work.catch(() => {})
  for (let told: LoadLine | undefined; ;) {
    const { line, moved, hasEnded } = running
    if (line !== undefined && line !== told) {
      told = line
      yield { ...line, run }
      continue
    }
    if (hasEnded) break
    await moved.promise
  }
  await work
}

function beginRun(run: string, file: string, { ledger, access, now }: Context): Running {
  const running: Running = {
    stop: new AbortController(),
    line: undefined,
    moved: Promise.withResolvers(),
    error: undefined,
    hasEnded: false,
    record: {
      run,
      file,
      actor: access.actor,
      batch: null,
      state: 'running',
      started: new Date(now()).toISOString(),
      ended: null,
      progress: { rows: 0, bytesRead: 0, bytesTotal: null },
      counts: noCounts(),
      refusals: [],
      warnings: [],
      problem: null,
      heard: now(),
    },
  }
  runsOf(ledger).set(run, running)
  return running
}

/** Drives an import to its end, and writes down how it stands. */
async function drive(
  running: Running,
  lines: AsyncIterable<LoadLine>,
  context: Context,
): Promise<void> {
  const { now, ledger } = context
  const change = (more: Partial<StoredRun>) => {
    running.record = { ...running.record, ...more, heard: now() }
  }
  const save = () => saveSetting(context, 'import', running.record.run, running.record)
  try {
    await save()
    for await (const line of lines) {
      const { batch, progress, counts, result } = line
      const isDue = now() - running.record.heard >= savedEveryMs
      if (isDue || result) change({ batch, progress, counts: { ...counts } })
      if (result) change({ refusals: result.refusals, warnings: result.warnings, state: 'done' })
      else if (isDue) await save()
      running.record = { ...running.record, batch, progress, counts: { ...counts } }
      tell(running, line)
      if (running.stop.signal.aborted && !result) {
        change({ state: 'cancelled' })
        break
      }
    }
  } catch (error) {
    const problem =
      error instanceof ProblemError ? error.problem : problemOfType('server_failed.import')
    change({ state: 'failed', problem: problem.detail, problemSaid: problem.said })
    throw error
  } finally {
    change({ ended: new Date(now()).toISOString() })
    // The store may be what failed; then the import is found interrupted later.
    await save().catch(() => {})
    runsOf(ledger).delete(running.record.run)
    running.hasEnded = true
    running.moved.resolve()
  }
}

function tell(running: Running, line: LoadLine): void {
  const { moved } = running
  running.line = { ...line, counts: { ...line.counts } }
  running.moved = Promise.withResolvers()
  moved.resolve()
}

/** How an import stands; ends with a problem when there is none of that number. */
export async function showRun(run: string, context: Context): Promise<ImportRun> {
  const running = runsOf(context.ledger).get(run)
  const stored = running?.record ?? (await findSetting(context, 'import', run))
  return viewRun(stored as StoredRun, running !== undefined, context)
}

/** The imports that were begun, the latest first. */
export async function listRuns(asked: SettingsPage, context: Context) {
  const { settings, cursor } = await listSettings(context, 'import', { ...asked, order: 'desc' })
  const running = runsOf(context.ledger)
  const imports = settings.map(({ name, data }) =>
    viewRun(running.get(name)?.record ?? (data as StoredRun), running.has(name), context),
  )
  return { imports, cursor }
}

function viewRun(
  { heard, ...stored }: StoredRun,
  isHere: boolean,
  { folder, now }: Context,
): ImportRun {
  const isSilent = stored.state === 'running' && !isHere && now() - heard > silentMs
  return {
    ...stored,
    state: isSilent ? 'interrupted' : stored.state,
    hasRefusedRows: stored.state !== 'running' && existsSync(refusedRowsPath(folder, stored.run)),
  }
}

/** Stops an import after what it is at; one that has ended stays as it is. */
export async function cancelRun(run: string, context: Context): Promise<ImportRun> {
  const running = runsOf(context.ledger).get(run)
  if (!running) {
    const known = await showRun(run, context)
    if (known.state !== 'running') return known
    return failWith('not_found.run_elsewhere', {}, 'run')
  }
  running.stop.abort()
  while (!running.hasEnded) await running.moved.promise
  return showRun(run, context)
}

/** Notes that the import of a batch was taken back. */
export async function markUndone(batch: string, context: Context): Promise<void> {
  const { settings } = await listSettings(context, 'import', { limit: 10_000, order: 'desc' })
  const found = settings.find(({ data }) => (data as StoredRun).batch === batch)
  if (!found) return
  const record: StoredRun = { ...(found.data as StoredRun), state: 'undone' }
  await saveSetting(context, 'import', found.name, record)
}

import { uuidv7 } from 'uuidv7'
import type { Printer } from '../../../contract/label-jobs.ts'
import {
  failWith,
  ProblemError,
  problemOfType,
  problemThatSays,
} from '../../../contract/problem.ts'
import { parseRuns } from '../../../domain/event.ts'
import { isRefused, type Template } from '../../../label/index.ts'
import type { Context } from '../../context.ts'
import { findLabelSubjects } from '../label-subjects.ts'
import { renderLabels } from '../output/render-labels.ts'
import { renderInPool } from '../output/render-pool.ts'
import { findTemplate, refuseLabel } from '../templates.ts'
import { printByIpp } from './ipp.ts'
import { changeJob, claimJob, leaveJob, type Job } from './jobs.ts'
import { findPrinter } from './printers.ts'
import { connectZebra } from './zebra.ts'
import { refusalSaid } from '../../../domain/refusal.ts'
import { listOf, type Clause } from '../../../i18n/clause.ts'

/** Labels that are on their way at once: so many at most are in doubt when something breaks off. */
const labelsPerSending = 10

/** Labels that one command records at most. */
const labelsPerDocument = 2000

/** Something that prints labels and says when they came out. */
interface Output {
  /** Ends with a problem while nothing can be printed. */
  ready(): Promise<void>
  print(labels: readonly Uint8Array[]): Promise<void>
  close(): void
}

/**
 * Prints a job that waits. Which labels are on their way is written down before they leave, so that
 * after a failure at any moment none is printed again without somebody saying so.
 */
export async function sendJob(
  context: Context,
  id: string,
  onProgress: (job: Job) => void,
): Promise<void> {
  const job = await claimJob(context, id)
  try {
    onProgress(await sendAll(context, job, onProgress))
  } catch (error) {
    await breakOff(context, id, error)
    throw error
  } finally {
    leaveJob(id)
  }
}

async function sendAll(context: Context, job: Job, onProgress: (job: Job) => void): Promise<Job> {
  const printer = await findPrinter(context, job.printer)
  const { template } = await findTemplate(context, job.template)
  const output = printer.kind === 'zpl' ? await zebraOutput(printer) : ippOutput(printer, job)
  try {
    let current = job
    for await (const labels of batches(context, job, template, printer)) {
      await output.ready()
      current = await announce(context, current, labels.count)
      await output.print(labels.bytes)
      await recordPrinted(context, current, current.sending!.to)
      current = await confirm(context, current)
      onProgress(current)
    }
    return await changeJob(context, job.id, (one) => ({ ...one, state: 'printed', sender: null }))
  } finally {
    output.close()
  }
}

interface Batch {
  /** Labels in it. */
  readonly count: number
  readonly bytes: readonly Uint8Array[]
}

/** What is left of a job, as the printer takes it. */
async function* batches(
  context: Context,
  job: Job,
  template: Template,
  { kind, dpi, darkness }: Printer,
): AsyncIterable<Batch> {
  const { units, locations, copies } = job
  const subject = locations === null ? { units } : { locations }
  const { data } = await findLabelSubjects(context, { copies, ...subject })
  const format = kind === 'zpl' ? ('zpl' as const) : ('pdf' as const)
  async function* left() {
    let skip = job.printed
    for await (const some of data()) {
      yield some.slice(skip)
      skip = Math.max(0, skip - some.length)
    }
  }
  const document: Uint8Array[] = []
  // What is left of a job that broke off begins on a sheet of its own.
  const startAt = job.printed === 0 ? (job.startAt ?? 1) : 1
  const run = { template, dpi, format, darkness, startAt, labels: left() }
  for await (const { bytes, findings } of renderLabels(run, renderInPool)) {
    const errors = findings.filter(({ level }) => level === 'error')
    if (isRefused(findings)) refuseLabel(job.printed + errors[0]!.label, errors)
    if (format === 'pdf') document.push(...bytes)
    else yield* inParts(bytes)
  }
  if (format === 'pdf') yield { count: job.total - job.printed, bytes: document }
}

function* inParts(labels: readonly Uint8Array[]): Iterable<Batch> {
  for (let at = 0; at < labels.length; at += labelsPerSending) {
    const bytes = labels.slice(at, at + labelsPerSending)
    yield { count: bytes.length, bytes }
  }
}

async function zebraOutput(printer: Printer): Promise<Output> {
  const zebra = await connectZebra(printer)
  const refuse = (problems: readonly Clause[]) =>
    failWith('printer_not_ready', { printer: printer.name, problems: listOf('sentence', problems) })
  return {
    async ready() {
      const { problems } = await zebra.status()
      if (problems.length > 0) refuse(problems)
    },
    async print(labels) {
      for (const label of labels) await zebra.send(label)
      // What it has taken is printed only when nothing of it is left.
      for (;;) {
        const { problems, left } = await zebra.status()
        if (problems.length > 0) refuse(problems)
        if (left === 0) return
        await new Promise((resolve) => setTimeout(resolve, pollMs))
      }
    },
    close: () => zebra.close(),
  }
}

/** How often a printer is asked whether it has done. */
const pollMs = 100

const ippOutput = (printer: Printer, { id }: Job): Output => ({
  ready: async () => {},
  print: (bytes) => printByIpp(printer, Buffer.concat(bytes), 'application/pdf', `Labels ${id}`),
  close: () => {},
})

/** Writes down which labels leave now, and how they will be recorded, before they leave. */
const announce = (context: Context, job: Job, count: number): Promise<Job> =>
  changeJob(context, job.id, (one) => ({
    ...one,
    heartbeat: context.now(),
    sending: {
      from: one.printed + 1,
      to: one.printed + count,
      commands: Array.from({ length: roundsOf(one, one.printed, one.printed + count).length }, () =>
        uuidv7(),
      ),
    },
  }))

const confirm = (context: Context, job: Job): Promise<Job> =>
  changeJob(context, job.id, (one) => ({ ...one, printed: job.sending!.to, sending: null }))

/**
 * Units of labels, in lists without a unit twice: each list is one command. `from` and `to` count
 * labels from 0.
 */
function roundsOf({ units, copies }: Job, from: number, to: number): number[][] {
  if (units === '') return []
  const ids = parseRuns(units)
  const rounds: number[][] = []
  const counts = new Map<number, number>()
  for (let label = from; label < to; label += 1) {
    const unit = ids[Math.floor(label / copies)]!
    const round = counts.get(unit) ?? 0
    counts.set(unit, round + 1)
    const list = rounds[round] ?? []
    list.push(unit)
    rounds[round] = list
  }
  return rounds.flatMap((list) =>
    Array.from({ length: Math.ceil(list.length / labelsPerDocument) }, (_, index) =>
      list.slice(index * labelsPerDocument, (index + 1) * labelsPerDocument),
    ),
  )
}

/** Records the labels of a sending up to one of them; repeated, it changes nothing. */
export async function recordPrinted(context: Context, job: Job, to: number): Promise<void> {
  const { sending, template, printer, id } = job
  if (!sending || to < sending.from) return
  const rounds = roundsOf(job, sending.from - 1, to)
  const isWhole = to === sending.to
  for (const [index, units] of rounds.entries()) {
    const answer = await context.ledger.record({
      // The part that came out of a sending is not what was announced.
      id: isWhole ? sending.commands[index]! : uuidv7(),
      actor: context.access.actor,
      kind: 'print_label',
      input: { units, template, printer, job: id, partial: true },
    })
    if (!answer.ok)
      throw new ProblemError(problemThatSays('server_failed', refusalSaid(answer.refusal)))
  }
}

/** Whether the labels of a sending were recorded before it broke off. */
export async function wasRecorded({ store }: Context, { sending }: Job): Promise<boolean> {
  const [first] = sending?.commands ?? []
  if (first === undefined) return false
  const row = await store.read
    .selectFrom('commands')
    .select('id')
    .where('id', '=', first)
    .executeTakeFirst()
  return row !== undefined
}

/** Leaves a job as it stands after a failure: in doubt, if labels were on their way. */
async function breakOff(context: Context, id: string, error: unknown): Promise<void> {
  const { detail: problem, said: problemSaid } =
    error instanceof ProblemError ? error.problem : problemOfType('server_failed.printing')
  await changeJob(context, id, (job) => ({
    ...job,
    state: job.sending ? 'unsure' : 'waiting',
    sender: null,
    problem,
    problemSaid,
  }))
}

import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { labelJob, labelJobStates } from '../../../contract/label-jobs.ts'
import { failWith } from '../../../contract/problem.ts'
import { parseRuns } from '../../../domain/event.ts'
import type { Store } from '../../../store/store.ts'
import type { StatedUnit } from '../../../store/stated-unit.ts'
import type { Context } from '../../context.ts'
import type { Clause } from '../../../i18n/clause.ts'

export type JobState = (typeof labelJobStates)[number]

/** A print job as it is kept: a setting of the company under its id. */
export interface Job {
  readonly id: string
  readonly template: string
  readonly printer: string
  /** Ids of the units as runs; empty for labels of locations. */
  readonly units: string
  readonly locations: string | null
  readonly copies: number
  /** Place of the first label on its sheet; jobs of older releases begin at 1. */
  readonly startAt?: number
  readonly total: number
  readonly state: JobState
  /** Labels that surely came out. */
  readonly printed: number
  /** Labels that are on their way, from 1, and the ids of the commands that will record them. */
  readonly sending: {
    readonly from: number
    readonly to: number
    readonly commands: readonly string[]
  } | null
  /** The process that sends it, and when it last said so, in milliseconds UTC. */
  readonly sender: string | null
  readonly heartbeat: number
  readonly problem: string | null
  readonly problemSaid?: Clause | undefined
  readonly actor: string
  readonly created: number
}

/** This process among all that may send jobs of a company. */
const instance = randomUUID()

/** Jobs that this process is sending, and how each is let go. */
const underWay = new Map<string, () => void>()

/** How long another process may be silent before its job counts as broken off. */
const silenceMs = 120_000

/** What the process that sends a job holds, where the store can tell when that process ends. */
const holdOf = (id: string): string => `label-job-${id}`

type Keeping = Pick<Context, 'store' | 'now'>

/** Whether somebody is still sending a job that says so. */
function isAlive({ id, sender, heartbeat }: Job, { store, now }: Keeping): boolean {
  if (sender === instance) return underWay.has(id)
  return store.holds?.isTaken(holdOf(id)) ?? now() - heartbeat < silenceMs
}

/** A job as it was kept, as it is: one that nobody sends any more, whatever it says, broke off. */
export function asItIs(job: Job, context: Keeping): Job {
  if (job.state !== 'sending' || isAlive(job, context)) return job
  return job.sending ? { ...job, state: 'unsure' } : { ...job, state: 'waiting' }
}

/** The job of an id. */
export async function findJob(context: Keeping, id: string): Promise<Job> {
  const row = await context.store.read
    .selectFrom('settings')
    .select('data')
    .where('kind', '=', 'label_job')
    .where('name', '=', id)
    .executeTakeFirst()
  return row
    ? asItIs(JSON.parse(row.data) as Job, context)
    : failWith('not_found.job', { job: id }, 'job')
}

/**
 * Changes a job with the company's lock held: of two that want to do so, one finds it changed. What
 * is written is durable before anything else happens.
 */
export async function changeJob(
  context: Keeping,
  id: string,
  change: (job: Job) => Job,
): Promise<Job> {
  const { store, now } = context
  const changed = await store.transact(async (transaction) => {
    const next = change(await findJob(context, id))
    await transaction.keepSetting('label_job', id, JSON.stringify(next), now())
    return next
  })
  if (changed.state !== 'sending' && !underWay.has(id)) store.holds?.forget(holdOf(id))
  return changed
}

/** Nothing keeps a job any longer. */
export const noProblem = { problem: null, problemSaid: undefined } as const

/** Takes a job that waits for this process to send it. */
export async function claimJob(context: Keeping, id: string): Promise<Job> {
  const { store, now } = context
  let letGo: () => void = () => {}
  try {
    const claimed = await changeJob(context, id, (job) => {
      refuseUnless(job, ['waiting'])
      letGo = store.holds?.take(holdOf(id)) ?? letGo
      return { ...job, state: 'sending', sender: instance, heartbeat: now(), ...noProblem }
    })
    underWay.set(id, letGo)
    return claimed
  } catch (error) {
    letGo()
    throw error
  }
}

/** Says that this process does not send a job any more. */
export function leaveJob(id: string): void {
  underWay.get(id)?.()
  underWay.delete(id)
}

/** Ends the work on a job that is not in a state for it. */
export function refuseUnless(job: Job, states: readonly JobState[]): void {
  if (states.includes(job.state)) return
  failWith(`job_moved_on.${job.state}`)
}

/** Ids of the units of a job whose labels came out. */
function printedUnits({ units, copies, printed }: Job): number[] {
  return parseRuns(units).slice(0, Math.floor(printed / copies))
}

/** Units that are read at once. */
const unitsPerRead = 1000

/** Units whose label came out and was not scanned since. */
export async function unseenUnits(store: Store, job: Job): Promise<StatedUnit[]> {
  const ids = printedUnits(job)
  const unseen: StatedUnit[] = []
  for (let at = 0; at < ids.length; at += unitsPerRead) {
    const units = await store.units(ids.slice(at, at + unitsPerRead))
    for (const unit of units) if (!isSeen(unit)) unseen.push(unit)
  }
  return unseen
}

/** Whether a unit was scanned after its label was printed. */
export function isSeen({ state }: StatedUnit): boolean {
  const seen = state.detail['time.seen']
  const labelled = state.detail['time.labelled']
  return typeof seen === 'number' && seen >= (typeof labelled === 'number' ? labelled : 0)
}

/** A job as it is shown. */
export async function viewJob(store: Store, job: Job): Promise<z.input<typeof labelJob>> {
  const { state, sending, printed } = job
  const hasUnits = job.units !== '' && printed > 0
  return {
    id: job.id,
    state,
    template: job.template,
    printer: job.printer,
    total: job.total,
    printed,
    unsure: state === 'unsure' && sending ? { from: sending.from, to: sending.to } : null,
    problem: job.problem,
    problemSaid: job.problemSaid,
    unseen: hasUnits ? (await unseenUnits(store, job)).length : null,
    units: job.units === '' ? 0 : parseRuns(job.units).length,
    actor: job.actor,
    created: new Date(job.created).toISOString(),
  }
}

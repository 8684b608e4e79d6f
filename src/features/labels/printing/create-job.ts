import type { z } from 'zod'
import type { createLabelJob } from '../../../contract/label-jobs.ts'
import { failWith, problemOf, ProblemError } from '../../../contract/problem.ts'
import { formatRuns } from '../../../domain/event.ts'
import type { Context } from '../../context.ts'
import { findLabelSubjects } from '../label-subjects.ts'
import { findTemplate, refuseStart } from '../templates.ts'
import { usualTemplate } from '../usual-template.ts'
import type { Job } from './jobs.ts'
import { findPrinter } from './printers.ts'

type Input = z.output<(typeof createLabelJob)['input']>

/** Puts labels into the queue; the same id twice is the same job. */
export async function createJob(context: Context, input: Input): Promise<Job> {
  const { store, now, access } = context
  const known = await store.read
    .selectFrom('settings')
    .select('data')
    .where('kind', '=', 'label_job')
    .where('name', '=', input.id)
    .executeTakeFirst()
  if (known) return JSON.parse(known.data) as Job
  const { kind } = await findPrinter(context, input.printer)
  const { startAt, printer } = input
  if (kind === 'zpl' && startAt > 1) {
    failWith('input_invalid.start_no_pages', { printer }, 'startAt')
  }
  if (input.template !== undefined) {
    refuseStart((await findTemplate(context, input.template)).template, startAt)
  }
  const asked = input.blanks ? { ...input, units: await announceBlanks(context, input) } : input
  const { total, units } = await findLabelSubjects(context, asked)
  const { template } = await findTemplate(
    context,
    input.template ?? (await usualTemplate(store, { units })),
  )
  refuseStart(template, startAt)
  const job: Job = {
    id: input.id,
    template: template.name,
    printer,
    units: formatRuns(units),
    locations: input.locations ?? null,
    copies: input.copies,
    startAt,
    total,
    state: 'waiting',
    printed: 0,
    sending: null,
    sender: null,
    heartbeat: 0,
    problem: null,
    actor: access.actor,
    created: now(),
  }
  const text = JSON.stringify(job)
  await store.transact((transaction) =>
    transaction.keepSetting('label_job', job.id, text, job.created),
  )
  return job
}

/** Announces units with new serials; whoever scans such a label later receives its unit. */
async function announceBlanks(context: Context, { id, blanks }: Input): Promise<string> {
  const answer = await context.ledger.record({
    id,
    actor: context.access.actor,
    kind: 'expect',
    input: blanks,
  })
  if (!answer.ok) throw new ProblemError(problemOf(answer.refusal))
  return answer.created
}

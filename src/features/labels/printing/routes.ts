import {
  cancelLabelJob,
  checkPrinter,
  createLabelJob,
  deletePrinter,
  listLabelJobs,
  listPrinters,
  printer,
  savePrinter,
  seeLabel,
  sendLabelJob,
  settleLabelJob,
  showLabelJob,
} from '../../../contract/label-jobs.ts'
import { failWith } from '../../../contract/problem.ts'
import { handle, handleStream, type Handler } from '../../context.ts'
import { deleteSetting, listSettings, saveSetting } from '../../settings.ts'
import { createJob } from './create-job.ts'
import { ippProblems } from './ipp.ts'
import {
  asItIs,
  changeJob,
  findJob,
  noProblem,
  refuseUnless,
  unseenUnits,
  viewJob,
  type Job,
} from './jobs.ts'
import { addressOf, findPrinter } from './printers.ts'
import { see } from './see-label.ts'
import { recordPrinted, sendJob, wasRecorded } from './send-job.ts'
import { connectZebra } from './zebra.ts'
import type { Clause } from '../../../i18n/clause.ts'
import { inEnglish } from '../../../i18n/english.ts'

/** Printers that are listed. */
const printersMax = 500

const readiness = (problems: readonly Clause[]) => ({
  isReady: problems.length === 0,
  problems: problems.map(inEnglish),
  said: [...problems],
})

const printerRoutes: readonly Handler[] = [
  handle(listPrinters, async (_, context) => {
    const { settings } = await listSettings(context, 'printer', { limit: printersMax })
    return { printers: settings.map(({ data }) => printer.parse(data)) }
  }),
  handle(savePrinter, async (wanted, context) => {
    await addressOf(wanted)
    return saveSetting(context, 'printer', wanted.name, wanted)
  }),
  handle(deletePrinter, ({ printer: name }, context) => deleteSetting(context, 'printer', name)),
  handle(checkPrinter, async ({ printer: name }, context) => {
    const found = await findPrinter(context, name)
    if (found.kind === 'ipp') {
      return readiness(await ippProblems(found))
    }
    const zebra = await connectZebra(found)
    try {
      const { problems } = await zebra.status()
      return readiness(problems)
    } finally {
      zebra.close()
    }
  }),
]

const jobRoutes: readonly Handler[] = [
  handle(createLabelJob, async (input, context) =>
    viewJob(context.store, await createJob(context, input)),
  ),
  handle(listLabelJobs, async ({ limit, cursor }, context) => {
    const page = { limit, cursor, order: 'desc' as const }
    const { settings, cursor: next } = await listSettings(context, 'label_job', page)
    const jobs = []
    for (const { data } of settings) {
      jobs.push(await viewJob(context.store, asItIs(data as Job, context)))
    }
    return { jobs, cursor: next }
  }),
  handle(showLabelJob, async ({ job: id, limit }, context) => {
    const job = await findJob(context, id)
    const unseen = await unseenUnits(context.store, job)
    return {
      job: await viewJob(context.store, job),
      unseen: unseen.slice(0, limit).map(({ id, state }) => ({ id, serial: state.serial })),
    }
  }),
  handleStream(sendLabelJob, async function* ({ job: id }, context) {
    yield* progressOf((onProgress) => sendJob(context, id, onProgress))
  }),
  handle(settleLabelJob, async ({ job: id, printed }, context) => {
    const job = await findJob(context, id)
    refuseUnless(job, ['unsure'])
    const { from, to } = job.sending!
    // What was recorded had come out: the printer itself said so.
    const came = (await wasRecorded(context, job)) ? to : printed
    if (came < from - 1 || came > to) {
      failWith('input_invalid.printed', { least: from - 1, most: to }, 'printed')
    }
    await recordPrinted(context, job, came)
    const settled = await changeJob(context, id, (one) => {
      refuseUnless(one, ['unsure'])
      const state = came === one.total ? 'printed' : 'waiting'
      return { ...one, state, printed: came, sending: null, sender: null, ...noProblem }
    })
    return viewJob(context.store, settled)
  }),
  handle(cancelLabelJob, async ({ job: id }, context) => {
    const cancelled = await changeJob(context, id, (job) => {
      refuseUnless(job, ['waiting'])
      return { ...job, state: 'cancelled' }
    })
    return viewJob(context.store, cancelled)
  }),
  handle(seeLabel, ({ job, scan }, context) => see(context, job, scan)),
]

export const printingRoutes: readonly Handler[] = [...printerRoutes, ...jobRoutes]

/**
 * How far a job is, as long as somebody listens; the printing goes on when nobody does any more, as
 * when a page is closed.
 */
async function* progressOf(
  send: (onProgress: (job: Job) => void) => Promise<void>,
): AsyncIterable<{ printed: number; total: number }> {
  const heard: { latest?: Job | undefined; isDone: boolean; wake: () => void } = {
    isDone: false,
    wake: () => {},
  }
  const sent = send((job) => {
    heard.latest = job
    heard.wake()
  }).finally(() => {
    heard.isDone = true
    heard.wake()
  })
  // Whoever stopped listening hears of no failure; the job says what it was.
  sent.catch(() => {})
  while (!heard.isDone) {
    await new Promise<void>((resolve) => {
      heard.wake = resolve
      if (heard.latest) resolve()
    })
    const { latest } = heard
    heard.latest = undefined
    if (latest) yield { printed: latest.printed, total: latest.total }
  }
  await sent
}

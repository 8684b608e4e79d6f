import type { Command } from 'commander'
import {
  cancelLabelJob,
  createLabelJob,
  listLabelJobs,
  seeLabel,
  sendLabelJob,
  settleLabelJob,
  showLabelJob,
} from '../../contract/label-jobs.ts'
import { withExamples } from '../examples.ts'
import { parseCount, parseFew, parseLimit, wordsOrLines } from '../inputs.ts'
import { addWantedLabels, wantedLabels, type WantedLabels } from '../label-options.ts'
import { startProgress } from '../progress.ts'
import { inSession, type Session } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'

interface PrintOptions extends WantedLabels {
  readonly printer: string
  readonly blanks?: string
  readonly count?: number
  readonly startAt?: number
}

/** Commands that print labels, and see to it that none is printed twice or left off. */
export function addPrintCommands(program: Command, world: World): void {
  const print = program
    .command('print')
    .summary('print labels, and see which stick where they belong')
  withExamples(
    print,
    'seriatim print labels --find "item:DRIVE" --printer Bench',
    'seriatim print jobs',
  )
  addLabels(print, world)
  addLists(print, world)
  addSteps(print, world)
  addSeen(print, world)
}

function addLabels(print: Command, world: World): void {
  const labels = print
    .command('labels')
    .summary('print labels of units or places; prints the id of the job')
    .requiredOption('--printer <name>', 'the printer; see seriatim printer list')
  addWantedLabels(labels)
    .option('--blanks <item>', 'new serials of an item; scanned later, each receives its unit')
    .option('--count <count>', 'how many blanks', parseCount)
    .option('--start-at <place>', 'first free place of a sheet that was used in part', parseFew)
    .action(({ printer, blanks, count = 1, startAt, ...wanted }: PrintOptions) =>
      inSession(world, labels, async (session) => {
        const job = await session.client.call(createLabelJob, {
          id: world.newId(),
          printer,
          ...(startAt && { startAt }),
          ...wantedLabels(wanted),
          ...(blanks !== undefined && { blanks: { item: blanks, count } }),
        })
        await send(session, job.id)
      }),
    )
  withExamples(
    labels,
    'seriatim print labels --find "item:DRIVE" --printer Bench',
    'seriatim print labels --blanks DRIVE --count 50 --printer Bench',
    'seriatim print labels --template avery-5160 --units 1-20 --printer Office --start-at 7',
    'seriatim print labels --locations A-01,A-02 --printer Bench',
  )
}

/** Sends a job to its end; what goes wrong is said with the way to go on. */
async function send({ client, world, print }: Session, job: string): Promise<void> {
  const bar = startProgress(world, 'Printed', 'labels')
  try {
    for await (const { printed, total } of client.stream(sendLabelJob, { job })) {
      bar.update(printed, total, printed)
    }
  } catch (error) {
    world.stderr.write(`Job ${clean(job)} did not come to its end.\n`)
    throw error
  } finally {
    bar.stop()
  }
  const shown = await client.call(showLabelJob, { job, limit: 0 })
  print(shown.job, () => `${clean(job)}: ${shown.job.printed} of ${shown.job.total} printed.`)
}

type Job = Awaited<ReturnType<typeof showJob>>['job']

const showJob = ({ client }: Session, job: string) => client.call(showLabelJob, { job })

const describe = (jobs: readonly Job[]): string =>
  table(
    ['job', 'state', 'printed', 'not seen', 'template', 'printer', 'made'],
    jobs.map(({ id, state, printed, total, unseen, template, printer, created }) => [
      id,
      state,
      `${printed} of ${total}`,
      unseen ?? '',
      template,
      printer,
      created.slice(0, 16).replace('T', ' '),
    ]),
  )

function addLists(print: Command, world: World): void {
  const jobs = print
    .command('jobs')
    .summary('list print jobs, newest first')
    .option('--limit <count>', 'at most so many', parseLimit, 50)
    .action(({ limit }: { limit: number }) =>
      inSession(world, jobs, async ({ client, print: write }) => {
        const listed = await client.call(listLabelJobs, { limit })
        write(listed.jobs, () =>
          listed.jobs.length === 0 ? 'Nothing was printed yet.' : describe(listed.jobs),
        )
      }),
    )
  const show = print
    .command('show')
    .summary('show a job, and whose labels were not seen yet')
    .argument('<job>', 'its id')
    .action((job: string) =>
      inSession(world, show, async (session) => {
        const shown = await showJob(session, job)
        session.print(shown, () => {
          const unseen = shown.unseen.map(({ id, serial }) => clean(serial ?? `#${id}`))
          return [
            describe([shown.job]),
            ...unseen,
            ...(shown.job.problem === null ? [] : [clean(shown.job.problem)]),
          ].join('\n')
        })
      }),
    )
}

function addSteps(print: Command, world: World): void {
  const resume = print
    .command('resume')
    .summary('print what is left of a job')
    .argument('<job>', 'its id')
    .action((job: string) => inSession(world, resume, (session) => send(session, job)))
  const settle = print
    .command('settle')
    .summary('say how many labels came out of a job that broke off')
    .argument('<job>', 'its id')
    .argument('<printed>', 'labels that came out so far', Number)
    .action((job: string, printed: number) =>
      inSession(world, settle, async ({ client, print: write }) => {
        const settled = await client.call(settleLabelJob, { job, printed })
        write(settled, () => describe([settled]))
      }),
    )
  const cancel = print
    .command('cancel')
    .summary('print no more of a job')
    .argument('<job>', 'its id')
    .action((job: string) =>
      inSession(world, cancel, async ({ client, print: write }) => {
        const cancelled = await client.call(cancelLabelJob, { job })
        write(cancelled, () => describe([cancelled]))
      }),
    )
}

function addSeen(print: Command, world: World): void {
  const seen = print
    .command('seen')
    .summary('scan labels back where they sit')
    .argument('<job>', 'its id')
    .argument('[codes...]', 'what was scanned; lines of standard input when absent')
    .action((job: string, codes: string[]) =>
      inSession(world, seen, async ({ client, print: write }) => {
        for (const scan of await wordsOrLines(world, codes)) {
          const answer = await client.call(seeLabel, { job, scan })
          write(answer, () => {
            const name = clean(answer.serial ?? `#${answer.unit}`)
            const left = answer.unseen === 0 ? 'the job is complete' : `${answer.unseen} to go`
            return `${name} ${answer.wasSeen ? 'was seen before' : 'seen'}; ${left}.`
          })
        }
      }),
    )
}

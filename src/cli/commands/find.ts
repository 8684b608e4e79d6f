import type { Command } from 'commander'
import type { z } from 'zod'
import type { Client } from '../../client/client.ts'
import { failInEnglish, ProblemError } from '../../contract/problem.ts'
import { pageSizeMax } from '../../contract/operation.ts'
import { deleteView, listViews, saveView } from '../../contract/saved-views.ts'
import { countUnits, searchUnits } from '../../contract/search.ts'
import { withExamples } from '../examples.ts'
import { parseLimit } from '../inputs.ts'
import { inSession, type Session } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'
import { describeUnits } from './look.ts'

type View = z.output<typeof listViews.output>['views'][number]

interface FindOptions {
  readonly count?: boolean
  readonly group?: string
  readonly limit: number
  readonly view?: string
  readonly save?: string
}

/** Minutes that the local clock is ahead of UTC: what `today` means to the person who asks. */
export const localOffset = (world: World): number => -new Date(world.now()).getTimezoneOffset()

/** Commands that search. */
export function addFindCommands(program: Command, world: World): void {
  const find = program
    .command('find')
    .summary('find units by number, item, place, status, trait, time …')
    .argument('[query...]', 'such as: status:in_stock loc:HQ received>2013-06')
    .option('--count', 'only say how many')
    .option('--group <keys>', 'count by these, such as status or model,month(received)')
    .option('--limit <count>', 'at most so many units', parseLimit, 50)
    .option('--view <name>', 'use a saved search')
    .option('--save <name>', 'save this search under a name')
    .action((words: string[], options: FindOptions) =>
      inSession(world, find, (session) => runFind(session, words.join(' '), options)),
    )
  withExamples(
    find,
    'seriatim find Z300GQ',
    "seriatim find 'model:ST3000DM001 failed:*' --count",
    "seriatim find 'status:in_stock received>2013-06' --group model",
    "seriatim find 'loc:HQ hold:*' --save 'on hold in HQ'",
    "seriatim find --view 'on hold in HQ'",
  )
  addViewCommands(program, world)
}

function addViewCommands(program: Command, world: World): void {
  const views = program.command('views').summary('list the saved searches')
  views.action(() =>
    inSession(world, views, async ({ client, print }) => {
      const found = (await client.call(listViews, { limit: pageSizeMax })).views
      print(found, () =>
        found.length === 0
          ? 'No saved searches yet. Save one with: seriatim find QUERY --save NAME'
          : table(
              ['name', 'search', 'counted by'],
              found.map(({ name, query, group }) => [name, query, group.join(', ')]),
            ),
      )
    }),
  )
  withExamples(views, 'seriatim views', 'seriatim views --json')
  const forget = program
    .command('delete-view')
    .summary('delete a saved search')
    .argument('<name>', 'its name')
    .action((name: string) =>
      inSession(world, forget, async ({ client, print }) => {
        await client.call(deleteView, { name })
        print({ name }, () => `Deleted the search ${clean(name)}.`)
      }),
    )
  withExamples(forget, "seriatim delete-view 'on hold in HQ'")
}

async function runFind(session: Session, words: string, options: FindOptions): Promise<void> {
  const { client, world, print } = session
  const view = options.view === undefined ? undefined : await findView(client, options.view)
  const query = [view?.query ?? '', words].join(' ').trim()
  const group = options.group ?? (view?.group.join(',') || undefined)
  const asked = { query, timeZoneOffsetMinutes: localOffset(world) }
  await pointAt(query, world, async () => {
    if (options.save !== undefined) {
      const groups = group === undefined ? [] : group.split(',')
      await client.call(saveView, { name: options.save, query, group: groups })
    }
    if (options.count === true || group !== undefined) {
      const counted = await client.call(countUnits, { ...asked, ...(group && { group }) })
      print(counted, () => describeCounts(counted))
      explain(session, counted.served)
      return
    }
    const found = await client.call(searchUnits, { ...asked, limit: options.limit })
    print(found, () => describeUnits(found.units))
    explain(session, found.served)
    for (const hint of found.hints) if (!session.json) world.stderr.write(`${clean(hint)}\n`)
    if (found.cursor !== null && !session.json) {
      world.stderr.write(`There are more; --limit shows more of them, --count says how many.\n`)
    }
  })
}

async function findView(client: Client, name: string): Promise<View> {
  const { views } = await client.call(listViews, { limit: pageSizeMax })
  const found = views.find((view) => view.name === name)
  return (
    found ?? failInEnglish('not_found', `There is no saved search ${name}. See: seriatim views`)
  )
}

/** Says why a search was slow, where it had to look at units one by one. */
function explain(
  { world, json }: Session,
  served: z.output<typeof searchUnits.output>['served'],
): void {
  if (served.by === 'scan' && !json) world.stderr.write(`Looked one by one: ${served.because}.\n`)
}

function describeCounts({ total, keys, groups }: z.output<typeof countUnits.output>): string {
  if (keys.length === 0) return String(total)
  const rows = groups.map(({ labels, count }) => [
    ...labels.map((label) => (label === null ? '(none)' : String(label.name ?? label.value))),
    count,
  ])
  return table([...keys, 'units'], [...rows, ...(rows.length > 1 ? [totalRow(keys, total)] : [])])
}

const totalRow = (keys: readonly string[], total: number): (string | number)[] => [
  'total',
  ...keys.slice(1).map(() => ''),
  total,
]

/** Runs a search; of one that is not understood, points at the character that is wrong. */
export async function pointAt(
  query: string,
  world: World,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof ProblemError && error.problem.position !== undefined) {
      const { position, suggestion } = error.problem
      world.stderr.write(`${clean(query)}\n${' '.repeat(position)}^\n`)
      if (suggestion !== undefined) world.stderr.write(`Did you mean ${clean(suggestion)} ?\n`)
    }
    throw error
  }
}

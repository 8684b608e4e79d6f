import { Argument, type Command } from 'commander'
import {
  leaseSerials,
  listLeases,
  reportLease,
  showLease,
  type LeaseView,
} from '../../contract/pools.ts'
import { leaseStates, reportedStates, type ReportedState } from '../../domain/leases.ts'
import { withExamples } from '../examples.ts'
import { parseCount, parseLimit, parseTime, wordsOrLines } from '../inputs.ts'
import { inSession, type Session } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'

/** Commands about serials that are handed out before there are units for them. */
export function addPoolCommands(program: Command, world: World): void {
  const pool = program.command('pool').summary('hand out blocks of serials, and account for them')
  withExamples(pool, 'seriatim pool lease DRIVE 500 --holder "Line 2"', 'seriatim pool list')
  addLease(pool, world)
  addReport(pool, world)
  addReturn(pool, world)
  addLists(pool, world)
}

function addLease(pool: Command, world: World): void {
  const lease = pool
    .command('lease')
    .summary('hand out a block of serials; prints one a line')
    .argument('<item>', 'the item whose scheme makes them')
    .argument('<count>', 'how many', parseCount)
    .requiredOption('--holder <name>', 'who gets them: a line, a printer, a station')
    .option('--location <code>', 'where the units will be made, for {site}')
    .option('--order <code>', 'the order, for {order}')
    .option('--lot <code>', 'the lot, for {lot}')
    .option('--until <time>', 'when they shall be accounted for', parseTime)
    .action((item: string, count: number, options: { holder: string }) =>
      inSession(world, lease, async ({ client, print, json }) => {
        const input = { id: world.newId(), item, count, ...options }
        const made = await client.call(leaseSerials, input)
        if (!json) world.stderr.write(`Lease ${made.lease.code} of ${made.lease.count} serials.\n`)
        print(made, () => made.serials.map(({ serial }) => clean(serial)).join('\n'))
      }),
    )
  withExamples(
    lease,
    'seriatim pool lease DRIVE 500 --holder "Line 2" > serials.txt',
    'seriatim pool lease DRIVE 500 --holder PRINTER-1 --location HQ --until 2026-12-01 --json',
  )
}

function addReport(pool: Command, world: World): void {
  const report = pool
    .command('report')
    .summary('say what became of leased serials')
    .argument('<lease>', 'the code of the lease')
    .addArgument(new Argument('<state>', reportedStates.join(', ')).choices(reportedStates))
    .argument('[serials...]', 'all that can become so when absent; - reads lines')
    .action((lease: string, state: ReportedState, words: string[]) =>
      inSession(world, report, (session) => send(session, lease, state, words)),
    )
  withExamples(
    report,
    'seriatim pool report L0-17 encoded',
    'seriatim pool report L0-17 scrapped DRIVE-2631-00007',
    'cat spoilt.txt | seriatim pool report L0-17 scrapped -',
  )
}

function addReturn(pool: Command, world: World): void {
  const giveBack = pool
    .command('return')
    .summary('give back leased serials that are not needed; nobody gets them again')
    .argument('<lease>', 'the code of the lease')
    .argument('[serials...]', 'all that were not printed when absent; - reads lines')
    .action((lease: string, words: string[]) =>
      inSession(world, giveBack, (session) => send(session, lease, 'returned', words)),
    )
  withExamples(giveBack, 'seriatim pool return L0-17')
}

async function send(
  { client, print, world }: Session,
  lease: string,
  state: ReportedState,
  words: string[],
): Promise<void> {
  const serials = words.length > 0 ? { serials: await wordsOrLines(world, words) } : {}
  const input = { id: world.newId(), lease, state, ...serials }
  const shown = await client.call(reportLease, input)
  print(shown, () => describe([shown.lease]))
}

function addLists(pool: Command, world: World): void {
  const list = pool
    .command('list')
    .summary('list the leases, newest first')
    .argument('[words...]', 'words that the code or holder contains')
    .option('--limit <count>', 'at most so many', parseLimit, 50)
    .action((words: string[], { limit }: { limit: number }) =>
      inSession(world, list, async ({ client, print }) => {
        const input = { limit, ...(words.length > 0 && { words: words.join(' ') }) }
        const { leases } = await client.call(listLeases, input)
        print(leases, () => (leases.length === 0 ? 'No serials are leased.' : describe(leases)))
      }),
    )
  withExamples(list, 'seriatim pool list', 'seriatim pool list line 2')
  const show = pool
    .command('show')
    .summary('show what became of every serial of a lease')
    .argument('<lease>', 'its code')
    .action((lease: string) =>
      inSession(world, show, async ({ client, print }) => {
        const shown = await client.call(showLease, { lease })
        print(shown, () =>
          [
            describe([shown.lease]),
            table(
              ['serial', 'state'],
              shown.serials.map(({ serial, state }) => [serial, state]),
            ),
          ].join('\n\n'),
        )
      }),
    )
  withExamples(show, 'seriatim pool show L0-17')
}

const describe = (leases: readonly LeaseView[]): string =>
  table(
    ['lease', 'item', 'holder', 'serials', ...leaseStates, 'until'],
    leases.map((lease) => [
      lease.code,
      lease.item?.code ?? '',
      lease.holder,
      lease.count,
      ...leaseStates.map((state) => lease.account[state]),
      [
        lease.until?.slice(0, 10) ?? '',
        lease.isOverdue ? '(overdue)' : '',
        lease.isBeforeRestore ? '(before the restore)' : '',
      ]
        .filter((text) => text !== '')
        .join(' '),
    ]),
  )

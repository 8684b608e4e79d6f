import { Option, type Command } from 'commander'
import { text as readText } from 'node:stream/consumers'
import { eventKinds } from '../../domain/event-kinds/index.ts'
import { withExamples } from '../examples.ts'
import { parseEvent, parseTime, wordsOrLines } from '../inputs.ts'
import { complain, inSession, type Session, type Wish } from '../session.ts'
import { unitRefsOf } from '../unit-refs.ts'
import type { World } from '../world.ts'

/** Options of every command that records something. */
export interface RecordOptions {
  readonly time?: number
  readonly reason?: string
  readonly [name: string]: unknown
}

/** Units that go into one command; more are sent as several. */
export const unitsPerCommand = 1000

/** Commands that record what happened. */
export function addRecordCommands(program: Command, world: World): void {
  withExamples(
    addUnitCommand(program, world, 'move', 'move units to a location', [
      new Option('--to <location>', 'where they go').makeOptionMandatory(),
    ]),
    'seriatim move Z300GQ9K --to BIN-4',
    'cat serials.txt | seriatim move --to BIN-4 --time 2026-03-02T08:15Z',
  )
  withExamples(
    addUnitCommand(program, world, 'ship', 'ship units, with their contents', [
      new Option('--to <location>', 'the carrier’s place'),
      new Option('--party <code>', 'who gets them'),
      new Option('--order <code>', 'under which order'),
    ]),
    'seriatim ship Z300GQ9K Z300GQ9L --party ACME --order SO-1007',
  )
  withExamples(
    addUnitCommand(program, world, 'hold', 'hold units: they may not be used or shipped', [
      new Option('--hold <why>', 'why they are held').makeOptionMandatory(),
    ]),
    'seriatim hold Z300GQ9K --hold "Clicks when it starts"',
  )
  addReceive(program, world)
  addCorrect(program, world)
  addRecord(program, world)
}

/** Adds the options of every command that records something. */
export const withTime = (command: Command): Command =>
  command
    .option('--time <time>', 'when it happened, if not now', parseTime)
    .option('--reason <words>', 'why')

function addUnitCommand(
  program: Command,
  world: World,
  kind: string,
  summary: string,
  options: readonly Option[],
): Command {
  const command = withTime(program.command(kind))
    .summary(summary)
    .argument('[units...]', 'numbers of the units; lines of standard input when there are none')
  for (const option of options) command.addOption(option)
  return command.action((words: string[], { time, reason, ...input }: RecordOptions) =>
    inSession(world, command, async (session) => {
      const units = await unitRefsOf(session, await wordsOrLines(world, words))
      await recordInParts(session, units, (some) => ({
        kind,
        time,
        reason,
        input: { ...input, units: some, partial: true },
      }))
    }),
  )
}

function addReceive(program: Command, world: World): void {
  const receive = withTime(program.command('receive'))
    .summary('take units into stock')
    .argument('[serials...]', 'serials; lines of standard input when there are none')
    .requiredOption('--location <code>', 'where they are put')
    .option('--item <code>', 'what they are, when they arrive for the first time')
    .option('--codes', 'these are makers’ codes: item, serial, lot and expiry are read from them')
    .option('--lot <code>', 'their lot')
    .option('--order <code>', 'the order that they were expected under')
    .option('--party <code>', 'the supplier')
    .action((words: string[], { time, reason, codes, ...rest }: RecordOptions) =>
      inSession(world, receive, async (session) => {
        const serials = await wordsOrLines(world, words)
        const isCode = codes === true
        const isNew = isCode || rest['item'] !== undefined
        const arrivals: readonly unknown[] = isNew
          ? serials.map((text) => (isCode ? { scan: text } : { serial: text }))
          : await unitRefsOf(session, serials)
        await recordInParts(session, arrivals, (some) => ({
          kind: 'receive',
          time,
          reason,
          input: { ...rest, partial: true, [isNew ? 'entries' : 'units']: some },
        }))
      }),
    )
  withExamples(
    receive,
    'seriatim receive Z300GQ9K Z300GQ9L --item DRIVE --location HQ --party ACME',
    'cat serials.txt | seriatim receive --item DRIVE --location HQ --time 2013-04-26',
    'seriatim receive --codes "(01)09506000134352(21)A1(10)L7" --location HQ',
    'seriatim receive Z300GQ9K --location HQ      # it was expected, or in transit',
  )
}

function addCorrect(program: Command, world: World): void {
  const correct = withTime(program.command('correct'))
    .summary('take an event back')
    .argument('<event>', 'its number, as the history shows it', parseEvent)
    .action((event: number, { time, reason }: RecordOptions) =>
      inSession(world, correct, async (session) => {
        const answers = await session.record([{ kind: 'correct', time, reason, input: { event } }])
        const [answer] = answers
        if (answer?.ok) {
          session.print(answer, () => `Event ${event} is taken back (event ${answer.event}).`)
        }
        complain(session, answers)
      }),
    )
  withExamples(correct, 'seriatim correct 1664 --reason "Scanned the wrong bin"')
}

function addRecord(program: Command, world: World): void {
  const kinds = [...eventKinds.values()].map(
    ({ name, summary }) => `  ${name.padEnd(16)} ${summary}`,
  )
  const record = withTime(program.command('record'))
    .summary('record a command of any kind')
    .argument('<kind>', 'what happened; see the list below')
    .argument('[input]', 'what it says, as JSON; standard input when absent')
    .addHelpText('after', `\nKinds:\n${kinds.join('\n')}`)
    .action((kind: string, json: string | undefined, { time, reason }: RecordOptions) =>
      inSession(world, record, async (session) => {
        const input = parseJson(record, json ?? (await readText(world.stdin)))
        const answers = await session.record([{ kind, time, reason, input }])
        if (answers[0]?.ok) session.print(answers[0], () => JSON.stringify(answers[0], null, 2))
        complain(session, answers)
      }),
    )
  withExamples(
    record,
    `seriatim record observe '{"units":["Z300GQ9K"],"outcome":"failed","hold":"Failed"}'`,
    `seriatim record put '{"units":["Z300GQ9K"],"container":"PALLET-7"}'`,
  )
}

function parseJson(command: Command, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return command.error(`error: the input is not JSON: ${(error as Error).message}`)
  }
}

/** Records a list in commands of a bearable size, and says how much of it was done. */
async function recordInParts<T>(
  session: Session,
  list: readonly T[],
  wishFor: (some: readonly T[]) => Wish,
): Promise<void> {
  if (list.length === 0) session.world.stderr.write('No units were named.\n')
  const parts: T[][] = []
  for (let at = 0; at < list.length; at += unitsPerCommand) {
    parts.push(list.slice(at, at + unitsPerCommand))
  }
  const answers = await session.record(parts.map(wishFor))
  const events = answers.flatMap((answer) => (answer.ok && answer.event ? [answer.event] : []))
  const done = answers.reduce(
    (sum, answer, index) => sum + (answer.ok ? parts[index]!.length - answer.refused.length : 0),
    0,
  )
  const where = events.length > 0 ? ` (event ${events.join(', ')})` : ''
  session.print({ done, events, answers }, () => `${done} of ${list.length} done${where}.`)
  complain(session, answers)
}

import { Option, type Command } from 'commander'
import { text as readText } from 'node:stream/consumers'
import { showUnit } from '../../contract/units.ts'
import { parseRuns } from '../../domain/event.ts'
import { eventKinds } from '../../domain/event-kinds/index.ts'
import { subjectKinds } from '../../domain/subject.ts'
import type { Answer } from '../../domain/command.ts'
import { collectSetting, parseTime, parseWhole, unitRefOf, wordsOrLines } from '../inputs.ts'
import { inSession, refusalsOf, type Session, type Wish } from '../session.ts'
import { clean } from '../table.ts'
import type { World } from '../world.ts'

/** Options of every command that records something. */
interface RecordOptions {
  readonly time?: number
  readonly reason?: string
  readonly [name: string]: unknown
}

const unitsPerCommand = 1000

/** Commands that record what happened. */
export function addRecordCommands(program: Command, world: World): void {
  addUnitCommand(program, world, 'move', 'move units to a location', [
    new Option('--to <location>', 'where they go').makeOptionMandatory(),
  ])
  addUnitCommand(program, world, 'ship', 'ship units, with their contents', [
    new Option('--to <location>', 'the carrier’s place'),
    new Option('--party <code>', 'who gets them'),
    new Option('--order <code>', 'under which order'),
  ])
  addUnitCommand(program, world, 'hold', 'hold units: they may not be used or shipped', [
    new Option('--hold <why>', 'why they are held').makeOptionMandatory(),
  ])
  addReceive(program, world)
  addGenerate(program, world)
  addCorrect(program, world)
  addCreate(program, world)
  addRecord(program, world)
}

const withTime = (command: Command): Command =>
  command
    .option('--time <time>', 'when it happened, if not now', parseTime)
    .option('--reason <words>', 'why')

function addUnitCommand(
  program: Command,
  world: World,
  kind: string,
  summary: string,
  options: readonly Option[],
): void {
  const command = withTime(program.command(kind))
    .summary(summary)
    .argument('[units...]', 'numbers of the units; lines of standard input when there are none')
  for (const option of options) command.addOption(option)
  command.action((words: string[], { time, reason, ...input }: RecordOptions) =>
    inSession(world, command, async (session) => {
      const units = (await wordsOrLines(world, words)).map(unitRefOf)
      const wishes = chunks(units).map((some) => ({
        kind,
        time,
        reason,
        input: { ...input, units: some, partial: true },
      }))
      await recordAndTell(session, wishes, units.length)
    }),
  )
}

function addReceive(program: Command, world: World): void {
  const receive = withTime(program.command('receive'))
    .summary('take units into stock')
    .argument('[serials...]', 'serials; lines of standard input when there are none')
    .requiredOption('--location <code>', 'where they are put')
    .option('--item <code>', 'what they are, when they arrive for the first time')
    .option('--lot <code>', 'their lot')
    .option('--order <code>', 'the order that they were expected under')
    .option('--party <code>', 'the supplier')
    .action((words: string[], { time, reason, ...rest }: RecordOptions) =>
      inSession(world, receive, async (session) => {
        const serials = await wordsOrLines(world, words)
        const wishes = chunks(serials).map((some) => ({
          kind: 'receive',
          time,
          reason,
          input: {
            ...rest,
            partial: true,
            ...(rest['item'] === undefined
              ? { units: some.map(unitRefOf) }
              : { entries: some.map((serial) => ({ serial })) }),
          },
        }))
        await recordAndTell(session, wishes, serials.length)
      }),
    )
}

function addGenerate(program: Command, world: World): void {
  const generate = withTime(program.command('generate'))
    .summary('make units with serials by the item’s scheme, and print the serials')
    .argument('<item>', 'code of the item')
    .argument('<count>', 'how many', parseWhole)
    .option('--location <code>', 'where they are')
    .option('--order <code>', 'the order that they are made under')
    .option('--lot <code>', 'their lot')
    .action((item: string, count: number, { time, reason, ...rest }: RecordOptions) =>
      inSession(world, generate, async (session) => {
        const wishes: Wish[] = []
        for (let left = count; left > 0; left -= unitsPerCommand) {
          const input = { item, count: Math.min(left, unitsPerCommand), ...rest }
          wishes.push({ kind: 'commission', time, reason, input })
        }
        const answers = await session.record(wishes)
        await printSerials(session, answers)
      }),
    )
}

/** One serial a line, so that the output can go straight to a printer or another command. */
async function printSerials(session: Session, answers: readonly Answer[]): Promise<void> {
  for (const answer of answers) {
    for (const id of answer.ok ? parseRuns(answer.created) : []) {
      const unit = await session.client.call(showUnit, { unit: `#${id}` })
      session.print({ id, serial: unit.serial }, () => clean(unit.serial ?? `#${id}`))
    }
  }
  complain(session, answers)
}

function addCorrect(program: Command, world: World): void {
  const correct = withTime(program.command('correct'))
    .summary('take an event back')
    .argument('<event>', 'its number, as the history shows it', parseWhole)
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
}

function addCreate(program: Command, world: World): void {
  const create = program
    .command('create')
    .summary('create an item, location, party, order or lot')
    .argument('<kind>', subjectKinds.join(', '))
    .argument('<code>', 'the code that people will use')
    .option('--set <name=value>', 'a property, such as name=Bolt or kind=bin', collectSetting)
    .action((kind: string, code: string, { set }: { set?: Record<string, unknown> }) =>
      inSession(world, create, async (session) => {
        const answers = await session.record([{ kind: `create_${kind}`, input: { code, ...set } }])
        if (answers[0]?.ok) session.print(answers[0], () => `Created the ${kind} ${clean(code)}.`)
        complain(session, answers)
      }),
    )
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
        const text = json ?? (await readText(world.stdin))
        const input = parseJson(record, text)
        const answers = await session.record([{ kind, time, reason, input }])
        if (answers[0]?.ok) session.print(answers[0], () => JSON.stringify(answers[0], null, 2))
        complain(session, answers)
      }),
    )
}

function parseJson(command: Command, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return command.error(`error: the input is not JSON: ${(error as Error).message}`)
  }
}

function chunks<T>(list: readonly T[]): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < list.length; at += unitsPerCommand) {
    parts.push(list.slice(at, at + unitsPerCommand))
  }
  return parts
}

async function recordAndTell(
  session: Session,
  wishes: readonly Wish[],
  count: number,
): Promise<void> {
  if (wishes.length === 0) session.world.stderr.write('No units were named.\n')
  const answers = await session.record(wishes)
  const events = answers.flatMap((answer) => (answer.ok && answer.event ? [answer.event] : []))
  const refused = refusalsOf(answers).length
  const lost = answers.filter((answer) => !answer.ok).length > 0
  const done = lost ? 0 : count - refused
  const where = events.length > 0 ? ` (event ${events.join(', ')})` : ''
  session.print({ done, events, answers }, () => `${done} of ${count} done${where}.`)
  complain(session, answers)
}

function complain(session: Session, answers: readonly Answer[]): void {
  for (const sentence of refusalsOf(answers)) session.world.stderr.write(`${clean(sentence)}\n`)
}

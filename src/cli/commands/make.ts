import { Argument, type Command } from 'commander'
import type { z } from 'zod'
import { listSerials } from '../../contract/units.ts'
import type { Answer } from '../../domain/command.ts'
import { eventKinds } from '../../domain/event-kinds/index.ts'
import { subjectData, subjectKinds, type SubjectKind } from '../../domain/subject.ts'
import { withExamples } from '../examples.ts'
import { collectSetting, jsonOr, parseCount } from '../inputs.ts'
import { complain, inSession, type Session, type Wish } from '../session.ts'
import { clean } from '../table.ts'
import { unitsPerCommand, withTime, type RecordOptions } from './record.ts'
import type { World } from '../world.ts'

/** Commands that make things: units with their serials, and all that units refer to. */
export function addMakeCommands(program: Command, world: World): void {
  addGenerate(program, world)
  addCreate(program, world)
}

function addGenerate(program: Command, world: World): void {
  const generate = withTime(program.command('generate'))
    .summary('make units with serials by the item’s scheme, and print the serials')
    .argument('<item>', 'code of the item')
    .argument('<count>', 'how many', parseCount)
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
        for (const answer of answers) await printSerials(session, answer)
        complain(session, answers)
      }),
    )
  withExamples(
    generate,
    'seriatim generate DRIVE 25 --location HQ > serials.txt',
    'seriatim generate DRIVE 1000 --order MO-77 --json',
  )
}

/** One serial a line, so that the output can go straight to a printer or another command. */
async function printSerials(session: Session, answer: Answer): Promise<void> {
  if (!answer.ok || answer.created === '') return
  const { serials } = await session.client.call(listSerials, { units: answer.created })
  for (const made of serials) session.print(made, () => clean(made.serial ?? `#${made.id}`))
}

function addCreate(program: Command, world: World): void {
  const kinds = subjectKinds.filter((kind) => eventKinds.has(`create_${kind}`))
  const properties = kinds.map(
    (kind) => `  ${kind.padEnd(9)} ${Object.keys(subjectData[kind].shape).join(', ')}`,
  )
  const create = program
    .command('create')
    .summary('create an item, location, party, order or lot, or define a trait')
    .addArgument(new Argument('<kind>', kinds.join(', ')).choices(kinds))
    .argument('<code>', 'the code that people will use')
    .option('--set <name=value>', 'a property, such as name=Bolt or kind=bin', collectSetting)
    .addHelpText('after', `\nProperties:\n${properties.join('\n')}`)
    .action((kind: SubjectKind, code: string, { set }: { set?: Record<string, string> }) =>
      inSession(world, create, async (session) => {
        const input = { code, ...propertiesOf(create, kind, set) }
        const answers = await session.record([{ kind: `create_${kind}`, input }])
        if (answers[0]?.ok) session.print(answers[0], () => `Created the ${kind} ${clean(code)}.`)
        complain(session, answers)
      }),
    )
  withExamples(
    create,
    'seriatim create location HQ --set kind=site --set name="Head office"',
    'seriatim create item DRIVE --set scheme="{item.code}-{YY}{WW}-{seq:5}"',
    `seriatim create party ACME --set 'roles=["supplier"]'`,
    `seriatim create trait frame_size --set type=choice --set 'choices=["S","M","L"]'`,
  )
}

/** Settings as the nouns have them: text where text will do, else what it says as JSON. */
function propertiesOf(
  command: Command,
  kind: SubjectKind,
  settings: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
  const shape: Readonly<Record<string, z.ZodType>> = subjectData[kind].shape
  const properties: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(settings)) {
    const known = shape[name]
    if (!known) return command.error(`error: ${kind} has no property ${clean(name)}`)
    properties[name] = [text, jsonOr(text)].find((one) => known.safeParse(one).success) ?? text
  }
  return properties
}

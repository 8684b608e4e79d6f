import { Argument, type Command } from 'commander'
import type { Client } from '../../client/client.ts'
import { listSubjects } from '../../contract/subjects.ts'
import { listContents, showHistory, showUnit } from '../../contract/units.ts'
import type { HistoryLineView, UnitView } from '../../contract/views.ts'
import { subjectKinds, type SubjectKind } from '../../domain/subject.ts'
import { whatFits } from '../../domain/trait-definition.ts'
import { withExamples } from '../examples.ts'
import { parseLimit } from '../inputs.ts'
import { inSession } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'
import { inEnglish } from '../../i18n/english.ts'

/** Commands that look and change nothing. */
export function addLookCommands(program: Command, world: World): void {
  const show = program
    .command('show')
    .summary('show what is true of a unit now')
    .argument('<unit>', 'any of its numbers, ITEM/SERIAL, or # and its id')
    .action((unit: string) =>
      inSession(world, show, async ({ client, print }) => {
        const view = await client.call(showUnit, { unit })
        print(view, () =>
          view.status === 'void'
            ? `What made ${clean(unit)} was taken back. See: seriatim history "${clean(unit)}"`
            : describeUnit(view),
        )
      }),
    )
  withExamples(
    show,
    'seriatim show Z300GQ9K',
    'seriatim show DRIVE/Z300GQ9K',
    'seriatim show "#17" --json',
  )
  const history = program
    .command('history')
    .summary('show everything that ever happened to a unit')
    .argument('<unit>', 'any of its numbers, ITEM/SERIAL, or # and its id')
    .option('--latest <count>', 'only so many of the latest lines', parseLimit)
    .action((unit: string, options: { latest?: number }) =>
      inSession(world, history, async ({ client, print }) => {
        const found = await client.call(showHistory, { unit, ...options })
        print(found, () => `${titleOf(found.unit)}\n\n${describeLines(found.lines)}`)
      }),
    )
  withExamples(history, 'seriatim history Z300GQ9K', 'seriatim history Z300GQ9K --latest 5')
  addAsOf(program, world)
  addList(program, world)
}

function addList(program: Command, world: World): void {
  const list = program
    .command('list')
    .summary('list items, locations, parties, orders, lots, batches or traits')
    .addArgument(new Argument('<kind>', subjectKinds.join(', ')).choices(subjectKinds))
    .argument('[words...]', 'words that the code or name contains')
    .option('--limit <count>', 'at most so many', parseLimit, 100)
    .action((kind: SubjectKind, words: string[], { limit }: { limit: number }) =>
      inSession(world, list, async ({ client, print }) => {
        const input = { kind, limit, ...(words.length > 0 && { words: words.join(' ') }) }
        const { subjects } = await client.call(listSubjects, input)
        print(subjects, () =>
          subjects.length === 0
            ? nothingListed(kind, words)
            : table(
                ['code', 'name', ...(kind === 'trait' ? ['takes'] : [])],
                subjects.map(({ code, data }) => [
                  code,
                  (data['name'] as string) ?? '',
                  ...(kind === 'trait' ? [inEnglish(whatFits(data))] : []),
                ]),
              ),
        )
      }),
    )
  withExamples(list, 'seriatim list item', 'seriatim list location aisle 3', 'seriatim list batch')
}

function addAsOf(program: Command, world: World): void {
  const asOf = program
    .command('as-of')
    .summary('show a unit, or the contents of a location, at a past moment')
    .argument('<time>', 'a day (its end) or a moment, such as 2013-07-01 or 2013-07-01T12:00Z')
    .argument('[unit]', 'any of its numbers')
    .option('--location <code>', 'show what stood in this location instead')
    .option('--limit <count>', 'at most so many units', parseLimit, 50)
    .action((at: string, unit: string | undefined, options: { location?: string; limit: number }) =>
      inSession(world, asOf, async ({ client, print }) => {
        const { location, limit } = options
        if (location !== undefined) {
          const units = await contentsAt(client, { location, at, limit })
          print(units, () => describeUnits(units))
          return
        }
        if (unit === undefined) asOf.error('error: name a unit, or a --location')
        const view = await client.call(showUnit, { unit: unit!, at })
        print(view, () =>
          view.status === 'void'
            ? `Nothing had happened to ${clean(unit!)} by ${clean(at)}.`
            : describeUnit(view),
        )
      }),
    )
  withExamples(
    asOf,
    'seriatim as-of 2013-07-01 Z300GQ9K',
    'seriatim as-of 2013-07-01T12:00Z --location HQ --limit 200',
  )
}

/** As many units as are wanted, over as many pages as it takes. */
async function contentsAt(
  client: Client,
  { limit, ...asked }: { location: string; at: string; limit: number },
): Promise<UnitView[]> {
  const units: UnitView[] = []
  for (let cursor: string | null | undefined; cursor !== null && units.length < limit;) {
    const left = limit - units.length
    const page = await client.call(listContents, {
      ...asked,
      limit: left,
      ...(cursor && { cursor }),
    })
    units.push(...page.units)
    cursor = page.cursor
  }
  return units
}

const nothingListed = (kind: SubjectKind, words: readonly string[]): string =>
  words.length === 0
    ? `No ${kind} yet. Make one with: seriatim create ${kind} CODE`
    : `No ${kind} has ${clean(words.join(' '))} in its code or name.`

const titleOf = (unit: UnitView): string =>
  clean(`${unit.serial ?? `#${unit.id}`}  ${unit.item?.name ?? unit.item?.code ?? ''}`.trim())

const words = (name: string): string => name.replaceAll('_', ' ')

/** Where a unit is, in one line. */
function placeText({ place }: UnitView): string {
  const inside = place.containers.map(({ id, serial }) => serial ?? `#${id}`)
  return [place.location?.code ?? 'unknown', ...inside].join(' > ')
}

/** Units as a table. */
export function describeUnits(units: readonly UnitView[]): string {
  if (units.length === 0) return 'No units.'
  return table(
    ['serial', 'item', 'status', 'place', 'lot', 'hold'],
    units.map((unit) => [
      unit.serial ?? `#${unit.id}`,
      unit.item?.code ?? '',
      words(unit.status),
      placeText(unit),
      unit.lot?.code ?? '',
      unit.holds.map(({ reason }) => reason).join('; '),
    ]),
  )
}

function describeUnit(unit: UnitView): string {
  const lines: [string, string][] = [
    ['status', words(unit.status)],
    ['place', placeText(unit)],
    ...unit.holds.map(({ event, reason }): [string, string] => ['on hold', `${reason} (${event})`]),
  ]
  if (unit.quantity) {
    lines.push(['content', `${unit.quantity.amount} ${unit.quantity.measure}`.trim()])
  }
  if (unit.meaning) lines.push(['serial says', unit.meaning.sentence])
  if (unit.lot) lines.push(['lot', unit.lot.code])
  if (unit.expiry !== null) lines.push(['expires', day(unit.expiry)])
  if (unit.order) lines.push(['order', unit.order.code])
  if (unit.party) lines.push(['party', unit.party.code])
  for (const { type, value } of unit.identifiers) lines.push([words(type), value])
  for (const [name, value] of Object.entries(unit.traits)) lines.push([name, String(value)])
  for (const [name, time] of Object.entries(unit.times)) lines.push([words(name), day(time)])
  const width = Math.max(...lines.map(([name]) => name.length))
  const body = lines.map(([name, value]) => `  ${name.padEnd(width)}  ${clean(value)}`)
  return [titleOf(unit), ...body].join('\n')
}

/** A time for people: the day alone where it is the day's start. */
const day = (time: string): string => time.replace(/T00:00:00\.000Z$/, '').replace(/\.\d{3}Z$/, 'Z')

const describeLines = (lines: readonly HistoryLineView[]): string =>
  table(
    ['event', 'time', 'what happened', 'by'],
    lines.map((line) => [line.event, day(line.time), sentenceOf(line), line.actor]),
  )

function sentenceOf(line: HistoryLineView): string {
  if (line.corrects !== null) return `Event ${line.corrects} taken back`
  if (line.correctedBy !== null) return `${line.sentence} (taken back by ${line.correctedBy})`
  return line.contested ? `${line.sentence} (contradicts what is known: for review)` : line.sentence
}

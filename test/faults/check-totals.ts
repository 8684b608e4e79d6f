import { isDeepStrictEqual } from 'node:util'
import type { Kysely } from 'kysely'
import type { Answer } from '../../src/domain/command.ts'
import { serialType } from '../../src/domain/identifier.ts'
import { unitOf } from '../../src/store/rows.ts'
import type { IdentifierTable, Tables } from '../../src/store/tables.ts'
import { numbersOf } from './read-units.ts'

/** What only the whole of a store can show: nothing is left over, nothing was given twice. */
export async function checkTotals(read: Kysely<Tables>): Promise<string[]> {
  const company = await read.selectFrom('company').selectAll().executeTakeFirstOrThrow()
  const units = (await read.selectFrom('units').selectAll().execute()).map(unitOf)
  const numbers = await read.selectFrom('identifiers').selectAll().execute()
  const active = numbers.filter((row) => row.active === 1)
  const named = units.flatMap(({ state }) => numbersOf(state))
  const totals = [
    ['events', await count(read, 'events'), company.next_event - 1],
    ['commands with an event', await countRecorded(read), company.next_event - 1],
    ['units', units.length, company.next_unit - 1],
    ['subjects', await count(read, 'subjects'), company.next_subject - 1],
    ['numbers in use', active.length, named.length],
    ['reviews', await count(read, 'reviews'), await countContested(read)],
  ] as const
  return [
    ...totals
      .filter(([, found, due]) => found !== due)
      .map(([what, found, due]) => `${found} ${what}, not ${due}`),
    ...(await checkCounters(read, numbers)),
  ]
}

async function count(read: Kysely<Tables>, table: 'events' | 'subjects' | 'reviews') {
  const rows = read.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('rows'))
  return (await rows.executeTakeFirstOrThrow()).rows
}

async function countRecorded(read: Kysely<Tables>): Promise<number> {
  const rows = await read.selectFrom('commands').select('answer').execute()
  const answers = rows.map(({ answer }) => JSON.parse(answer) as Answer)
  return answers.filter((answer) => answer.ok && answer.event !== null).length
}

async function countContested(read: Kysely<Tables>): Promise<number> {
  const rows = read
    .selectFrom('links')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('contested', '=', 1)
    .where('corrects', 'is', null)
  return (await rows.executeTakeFirstOrThrow()).rows
}

/** Every number from 1 to where a counter stands was given to a unit: none lost, none left out. */
async function checkCounters(read: Kysely<Tables>, numbers: readonly IdentifierTable[]) {
  const counters = await read.selectFrom('counters').selectAll().execute()
  const given = numbers.flatMap(({ type, value }) => {
    const [, letter, number] = /^([BDC])(\d{7})$/.exec(value) ?? []
    return type === serialType && letter ? [{ letter, number: Number(number) }] : []
  })
  const ofCounter = Map.groupBy(given, ({ letter }) => letter)
  const found = [...ofCounter.values()].map((serials) => new Set(serials.map((s) => s.number)))
  const gaps = found.filter((set) => Math.max(...set) !== set.size).length
  const lasts = found.map(({ size }) => size).sort((a, b) => a - b)
  const due = counters.map(({ last }) => last).sort((a, b) => a - b)
  const problems = isDeepStrictEqual(lasts, due)
    ? []
    : [`counters at ${due.join()} gave ${lasts.join()} serials`]
  return gaps === 0 ? problems : [...problems, `${gaps} counters have gaps`]
}

import { expect, it } from 'vitest'
import { countUnits, searchUnits } from '../../src/contract/search.ts'
import type { UnitView } from '../../src/contract/views.ts'
import { parseQuery, type SearchQuery } from '../../src/domain/search/index.ts'
import { machineAccess } from '../../src/features/access.ts'
import { answer } from '../../src/features/answer.ts'
import type { Context } from '../../src/features/context.ts'
import { runSeed, seededRandom, type Random } from '../faults/random.ts'
import { forEachStore } from '../support/stores.ts'
import { gatherFacts, type Facts } from './facts.ts'
import { groupsOf, isFound } from './oracle.ts'
import { makeCompany } from './random-company.ts'
import { queryMaker, type QueryMaker } from './random-queries.ts'

const searches = 30
const timeZoneOffsetMinutes = 90

forEachStore('searches', (open) => {
  it('find, order and count what a look at every unit finds', async () => {
    const seed = runSeed()
    const random = seededRandom(seed)
    const { store, ledger, folder } = await open()
    const context: Context = {
      store,
      ledger,
      folder,
      access: machineAccess('tester'),
      now: Date.now,
    }
    const company = await makeCompany(ledger, random)
    const check = async (before: number | null) => {
      const { next_unit } = await store.read
        .selectFrom('company')
        .select('next_unit')
        .executeTakeFirstOrThrow()
      const facts = await gatherFacts(context, next_unit - 1, company.batches, before)
      const maker = queryMaker(random, facts)
      for (let count = 0; count < searches; count += 1) {
        const text = randomSearch(maker, random, before)
        const { found, wanted } = await answersTo(text, context, facts, random)
        expect({ seed, text, found }).toEqual({ seed, text, found: wanted })
      }
    }
    await company.live(100)
    await check(null)
    await store.search.caughtUp()
    await check(null)
    // What comes now is found although the index does not know it yet.
    await company.live(50)
    await check(null)
    await check(Date.UTC(2024, 6, 1))
    await store.search.caughtUp()
    await check(Date.UTC(2025, 0, 1))
    await check(null)
  })
})

function randomSearch(maker: QueryMaker, random: Random, before: number | null): string {
  const at = before === null ? '' : `at:${new Date(before - 60_000).toISOString().slice(0, 16)}Z`
  const directive = random.pick([() => '', () => '', maker.sort, maker.group])()
  return [maker.where(), at, directive].filter(Boolean).join(' ')
}

/** What the system finds, and what a look at every unit does. */
async function answersTo(
  text: string,
  context: Context,
  facts: readonly Facts[],
  random: Random,
): Promise<{ found: unknown; wanted: unknown }> {
  const parsed = parseQuery(text, { now: Date.now(), timeZoneOffsetMinutes })
  // A value that was drawn can be one that the language refuses, such as a reversed range.
  if (!parsed.ok) return { found: 'refused', wanted: 'refused' }
  const { query } = parsed
  const expected = facts.filter((one) => isFound(query, one))
  if (query.group.length > 0) {
    return { found: await countedBy(context, text), wanted: groupsAmong(query, expected) }
  }
  const limit = random.chance(0.2) ? 5 + random.below(40) : 1000
  const found = await everyPage(context, text, limit)
  const wanted = expected.map(({ view }) => view.id)
  return query.sort.length === 0
    ? { found, wanted: wanted.reverse() }
    : { found: found.toSorted((a, b) => a - b), wanted }
}

async function everyPage(context: Context, query: string, limit: number): Promise<number[]> {
  const ids: number[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const asked = { query, limit, timeZoneOffsetMinutes, ...(cursor && { cursor }) }
    const page = (await answer(searchUnits, asked, context)) as {
      units: UnitView[]
      cursor: string | null
    }
    ids.push(...page.units.map(({ id }) => id))
    cursor = page.cursor
  }
  return ids
}

interface Counts {
  readonly total: number
  readonly groups: Readonly<Record<string, number>>
}

async function countedBy(context: Context, query: string): Promise<Counts> {
  const { total, groups } = (await answer(
    countUnits,
    { query, timeZoneOffsetMinutes },
    context,
  )) as { total: number; groups: { labels: ({ value: unknown } | null)[]; count: number }[] }
  const keyed = groups.map(({ labels, count }) => {
    const values = labels.map((one) => one?.value ?? null)
    return [JSON.stringify(values), count] as const
  })
  return { total, groups: Object.fromEntries(keyed) }
}

function groupsAmong(query: SearchQuery, expected: readonly Facts[]): Counts {
  const groups: Record<string, number> = {}
  for (const facts of expected) {
    const choices = query.group.map((key) => groupsOf(key, facts, timeZoneOffsetMinutes))
    const combinations = choices.reduce<unknown[][]>(
      (before, own) => before.flatMap((rest) => own.map((value) => [...rest, value])),
      [[]],
    )
    for (const values of combinations) {
      const key = JSON.stringify(values)
      groups[key] = (groups[key] ?? 0) + 1
    }
  }
  return { total: expected.length, groups }
}

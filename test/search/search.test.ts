import { expect, it } from 'vitest'
import { countUnits, searchUnits } from '../../src/contract/search.ts'
import type { UnitView } from '../../src/contract/views.ts'
import { parseQuery, type SearchQuery } from '../../src/domain/search/index.ts'
import { answer } from '../../src/features/answer.ts'
import type { Context } from '../../src/features/context.ts'
import { runSeed, seededRandom, type Random } from '../faults/random.ts'
import { forEachStore } from '../support/stores.ts'
import { gatherFacts, type Facts } from './facts.ts'
import { groupsOf, isFound } from './oracle.ts'
import { makeCompany } from './random-company.ts'
import { queryMaker, type QueryMaker } from './random-queries.ts'

const searches = 60
const timeZoneOffsetMinutes = 90

forEachStore('searches', (open) => {
  it('find, order and count what a look at every unit finds', async () => {
    const seed = runSeed()
    const random = seededRandom(seed)
    const { store, ledger } = await open()
    const context: Context = { store, ledger, actor: 'tester', now: Date.now }
    const company = await makeCompany(ledger, random)
    const check = async (before: number | null) => {
      const { next_unit } = await store.read
        .selectFrom('company')
        .select('next_unit')
        .executeTakeFirstOrThrow()
      const facts = await gatherFacts(context, next_unit - 1, company.batches, before)
      const asked: Asked = { context, facts, before, maker: queryMaker(random, facts), random }
      for (let count = 0; count < searches; count += 1) await compare(asked, seed)
    }
    await company.live(120)
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

interface Asked {
  readonly context: Context
  readonly facts: readonly Facts[]
  readonly before: number | null
  readonly maker: QueryMaker
  readonly random: Random
}

async function compare({ context, facts, before, maker, random }: Asked, seed: number) {
  const at = before === null ? '' : `at:${new Date(before - 60_000).toISOString().slice(0, 16)}Z`
  const kind = random.pick(['list', 'list', 'sort', 'group'])
  const where = maker.where()
  const directive = kind === 'sort' ? maker.sort() : kind === 'group' ? maker.group() : ''
  const text = [where, at, directive].filter(Boolean).join(' ')
  const parsed = parseQuery(text, { now: Date.now(), timeZoneOffsetMinutes })
  if (!parsed.ok) {
    // A value that was drawn can be one that the language refuses, such as a reversed range.
    expect(parsed.error.position, text).toBeGreaterThanOrEqual(0)
    return
  }
  const { query } = parsed
  const expected = facts.filter((one) => isFound(query, one))
  const note = `seed ${seed}: ${text}`
  if (kind === 'group') return compareGroups(context, query, text, expected, note)
  const found = await everyPage(context, text, 5 + random.below(40))
  const ids = found.map(({ id }) => id)
  if (kind === 'list') {
    expect(ids, note).toEqual(expected.map(({ view }) => view.id).reverse())
  } else {
    expect(
      ids.toSorted((a, b) => a - b),
      note,
    ).toEqual(expected.map(({ view }) => view.id))
  }
}

async function everyPage(context: Context, query: string, limit: number): Promise<UnitView[]> {
  const units: UnitView[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const asked = { query, limit, timeZoneOffsetMinutes, ...(cursor && { cursor }) }
    const page = (await answer(searchUnits, asked, context)) as {
      units: UnitView[]
      cursor: string | null
    }
    units.push(...page.units)
    cursor = page.cursor
  }
  return units
}

async function compareGroups(
  context: Context,
  query: SearchQuery,
  text: string,
  expected: readonly Facts[],
  note: string,
) {
  const counted = (await answer(countUnits, { query: text, timeZoneOffsetMinutes }, context)) as {
    total: number
    groups: { labels: ({ value: unknown } | null)[]; count: number }[]
  }
  const counts = new Map<string, number>()
  for (const facts of expected) {
    const choices = query.group.map((key) => groupsOf(key, facts, timeZoneOffsetMinutes))
    const combinations = choices.reduce<unknown[][]>(
      (before, own) => before.flatMap((rest) => own.map((value) => [...rest, value])),
      [[]],
    )
    for (const values of combinations) {
      const key = JSON.stringify(values)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const groups = counted.groups.map(
    ({ labels, count }) =>
      [JSON.stringify(labels.map((one) => one?.value ?? null)), count] as const,
  )
  expect(counted.total, note).toBe(expected.length)
  expect(Object.fromEntries(groups), note).toEqual(Object.fromEntries(counts))
}

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { countUnits, searchUnits } from '../../src/contract/search.ts'
import { machineAccess } from '../../src/features/access.ts'
import { answer } from '../../src/features/answer.ts'
import type { Context } from '../../src/features/context.ts'
import { accept, forEachStore, type OpenedStore } from '../support/stores.ts'

interface Answered {
  readonly units: readonly { readonly id: number; readonly serial: string }[]
  readonly cursor: string | null
  readonly served: { readonly by: string; readonly because?: string }
}

const contextOf = ({ store, ledger, folder }: OpenedStore): Context => ({
  store,
  ledger,
  folder,
  access: machineAccess('tester'),
  now: Date.now,
})

const find = async (opened: OpenedStore, query: string, more: object = {}): Promise<Answered> =>
  (await answer(searchUnits, { query, ...more }, contextOf(opened))) as Answered

const serials = async (opened: OpenedStore, query: string): Promise<string[]> =>
  (await find(opened, query)).units.map(({ serial }) => serial)

const count = async (opened: OpenedStore, query: string): Promise<unknown> =>
  answer(countUnits, { query }, contextOf(opened))

async function makeUnits(opened: OpenedStore, from: number, to: number): Promise<void> {
  const entries = Array.from({ length: to - from }, (_, index) => ({
    serial: `SN${String(from + index).padStart(6, '0')}`,
    traits: { colour: (from + index) % 3 === 0 ? 'red' : 'blue', n: from + index },
  }))
  await accept(opened.ledger, 'receive', { item: 'DRIVE', location: 'HQ', entries })
}

async function openCompany(open: () => Promise<OpenedStore>): Promise<OpenedStore> {
  const opened = await open()
  await accept(opened.ledger, 'create_location', { code: 'HQ' })
  await accept(opened.ledger, 'create_location', { code: 'A1', parent: 'HQ' })
  await accept(opened.ledger, 'create_item', { code: 'DRIVE', name: 'Hard drive' })
  return opened
}

forEachStore('the search index', (open, engine) => {
  it('finds a unit, and its new state, as soon as it is recorded', async () => {
    const opened = await openCompany(open)
    await makeUnits(opened, 0, 10)
    await opened.store.search.caughtUp()
    for (let n = 10; n < 40; n += 1) {
      await makeUnits(opened, n, n + 1)
      expect(await serials(opened, `0000${n}`)).toEqual([`SN0000${n}`])
      await accept(opened.ledger, 'move', { units: [`SN0000${n}`], to: 'A1' })
      expect(await serials(opened, `loc:A1 0000${n}`)).toEqual([`SN0000${n}`])
      expect(await serials(opened, `place:HQ 0000${n}`)).toEqual([])
    }
  })

  it('pages through many units, some in the index and some not yet, without a gap', async () => {
    const opened = await openCompany(open)
    await makeUnits(opened, 0, 9000)
    await opened.store.search.caughtUp()
    await makeUnits(opened, 9000, 9600)
    const changed = ['SN000003', 'SN004500', 'SN009000']
    await accept(opened.ledger, 'change', { units: changed, traits: { colour: 'green' } })
    const found: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await find(opened, 'colour:red', { limit: 700, ...(cursor && { cursor }) })
      found.push(...page.units.map(({ serial }) => serial))
      cursor = page.cursor
    }
    const red = Array.from({ length: 3200 }, (_, n) => `SN${String(9597 - 3 * n).padStart(6, '0')}`)
    expect(found).toEqual(red.filter((serial) => !changed.includes(serial)))
    expect(await serials(opened, 'colour:green')).toEqual(changed.toReversed())
    const fifteens = await find(opened, '15', { limit: 1000 })
    const numbers = Array.from({ length: 9600 }, (_, n) => String(n).padStart(6, '0'))
    expect(fifteens.units).toHaveLength(numbers.filter((one) => one.includes('15')).length)
    expect(fifteens.served.by).toBe('index')
    expect(await count(opened, 'n>=4000 n<9100 group:colour')).toMatchObject({
      total: 5100,
      groups: [
        { labels: [{ value: 'blue' }], count: 3400 },
        { labels: [{ value: 'red' }], count: 1698 },
        { labels: [{ value: 'green' }], count: 2 },
      ],
    })
    const sorted = await find(opened, 'colour:red,green sort:n', { limit: 3 })
    expect(sorted.units.map(({ serial }) => serial)).toEqual(['SN000000', 'SN000003', 'SN000006'])
    const next = await find(opened, 'colour:red,green sort:n', { limit: 2, cursor: sorted.cursor })
    expect(next.units.map(({ serial }) => serial)).toEqual(['SN000009', 'SN000012'])
  })

  it('says whether an index served the search, and which term none serves', async () => {
    const opened = await openCompany(open)
    await makeUnits(opened, 0, 50)
    expect((await find(opened, 'colour:red')).served).toEqual(
      expect.objectContaining({ by: 'scan', because: 'the search index is not complete yet' }),
    )
    await opened.store.search.caughtUp()
    expect((await find(opened, 'colour:red SN0000 -loc:A1')).served.by).toBe('index')
    const { served } = await find(opened, 'colour:red 7')
    expect(served.by).toBe('scan')
    expect(served).toMatchObject({
      because: 'no index serves 7: one character is too little to go by',
      said: {
        key: 'search.scanned.term',
        values: { term: '7', why: { key: 'search.scanned.oneCharacter' } },
      },
    })
  })

  it('knows neither item nor place of a unit that was not made, now or in the past', async () => {
    const opened = await openCompany(open)
    const arrival = { item: 'DRIVE', location: 'HQ', entries: [{ serial: 'SN1' }] }
    const arrive = (time: number) => accept(opened.ledger, 'receive', arrival, { time })
    const { event } = await arrive(Date.UTC(2024, 0, 10))
    await accept(opened.ledger, 'correct', { event })
    const unmade = 'status:void -item:DRIVE -loc:*'
    expect((await find(opened, unmade)).units).toHaveLength(1)
    await arrive(Date.UTC(2024, 2, 10))
    await opened.store.search.caughtUp()
    expect((await find(opened, `${unmade} at:2024-02`)).units).toHaveLength(1)
    expect(await serials(opened, 'status:void,in_stock item:DRIVE loc:*')).toEqual(['SN1'])
  })

  it('knows what a lot says that was taken back and came back by receiving', async () => {
    const opened = await openCompany(open)
    const lot = { code: 'L1', item: 'DRIVE', traits: { colour: 'green' } }
    const { event } = await accept(opened.ledger, 'create_lot', lot)
    await accept(opened.ledger, 'correct', { event })
    expect(await serials(opened, 'colour:green')).toEqual([])
    const arrival = { item: 'DRIVE', location: 'HQ', lot: 'L1', entries: [{ serial: 'SN1' }] }
    await accept(opened.ledger, 'receive', arrival)
    expect(await serials(opened, 'colour:green')).toEqual([])
    expect(await serials(opened, '-colour:*')).toEqual(['SN1'])
  })

  it('goes on with what a process had not indexed before it ended', async () => {
    const first = await openCompany(open)
    await makeUnits(first, 0, 20)
    await first.store.search.caughtUp()
    await makeUnits(first, 20, 30)
    await first.close()
    const second = await open({ address: first.address })
    expect(await serials(second, '00002*')).toHaveLength(0)
    expect(await serials(second, '00002')).toHaveLength(11)
    await second.store.search.caughtUp()
    expect(await serials(second, '00002')).toHaveLength(11)
    expect((await find(second, '00002')).served.by).toBe('index')
  })

  it('is fed once where two servers have the company open', async () => {
    const first = await openCompany(open)
    const second = await open({ address: first.address })
    for (let n = 0; n < 5; n += 1) {
      await makeUnits(n % 2 ? first : second, n * 10, n * 10 + 10)
      await Promise.all([first.store.search.caughtUp(), second.store.search.caughtUp()])
      expect(await count(first, 'n>=0')).toMatchObject({ total: n * 10 + 10 })
      expect(await count(second, 'n>=0')).toMatchObject({ total: n * 10 + 10 })
    }
  })

  if (engine === 'postgres') return

  const fileOf = ({ address }: OpenedStore): string =>
    (address as { path: string }).path.replace(/\.db$/, '.search.db')

  it('is made anew when its file is lost, broken or of another company', async () => {
    const opened = await openCompany(open)
    await makeUnits(opened, 0, 5000)
    await opened.store.search.caughtUp()
    await opened.close()
    const file = fileOf(opened)
    const whole = readFileSync(file)
    const ruins: readonly (() => void)[] = [
      () => rmSync(file),
      () => writeFileSync(file, 'not a database at all, but long enough to be taken for one'),
      () => writeFileSync(file, whole.subarray(0, 8192)),
      () => writeFileSync(file, whole.fill(0xa5, 8192)),
    ]
    for (const ruin of ruins) {
      ruin()
      for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
      const again = await open({ address: opened.address })
      expect(await serials(again, '004321')).toEqual(['SN004321'])
      expect(await count(again, 'colour:red')).toMatchObject({ total: 1667 })
      await again.store.search.caughtUp()
      expect((await find(again, 'SN004321')).served.by).toBe('index')
      expect(await count(again, 'colour:red')).toMatchObject({ total: 1667 })
      await again.close()
    }
  })

  it('is made anew beside a company that was restored to an earlier state', async () => {
    const opened = await openCompany(open)
    await makeUnits(opened, 0, 10)
    const { path } = opened.address as { path: string }
    const early = path.replace('.db', '.early')
    await opened.store.backup(early)
    await makeUnits(opened, 10, 30)
    await opened.store.search.caughtUp()
    await opened.close()
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
    writeFileSync(path, readFileSync(early))
    expect(existsSync(fileOf(opened))).toBe(true)
    const again = await open({ address: opened.address })
    await makeUnits(again, 100, 160)
    await again.store.search.caughtUp()
    expect(await count(again, '')).toMatchObject({ total: 70 })
    expect(await serials(again, 'SN000015')).toEqual([])
  })
})

import { basename, dirname } from 'node:path'
import { expect, it } from 'vitest'
import type { Client } from '../../src/client/client.ts'
import { checkStore } from '../../src/contract/store-care.ts'
import { listSubjects } from '../../src/contract/subjects.ts'
import { showHistory, showUnit } from '../../src/contract/units.ts'
import type { UnitView } from '../../src/contract/views.ts'
import type { StoreAddress } from '../../src/store/open.ts'
import { readOneLine, runSeriatim, type Surroundings } from '../cli/seriatim-process.ts'
import { clientOf, linesOf } from '../support/client.ts'
import { forEachStore } from '../support/stores.ts'
import { drivesFile, readDriveRows, type DriveRow } from './drive-rows.ts'
import { contentsOf, loadFile, newFolder, undoBatch } from './import-file.ts'

const rows = readDriveRows()
const nameOf = ({ model, serial }: DriveRow) => `${model}/${serial}`
const iso = (time: number) => new Date(time).toISOString()

/** What a unit says of itself, and what the file says of it up to a time. */
const told = ({ item, serial, status, place, holds, traits, times }: UnitView) => ({
  name: `${item!.code}/${serial}`,
  status,
  location: place.location!.code,
  holds: holds.map(({ reason }) => reason),
  capacity: traits['capacity_bytes'],
  times,
})
const expected = (row: DriveRow, until = Infinity) => ({
  name: nameOf(row),
  status: 'in_stock',
  location: 'MAIN',
  holds: row.failed !== undefined && row.failed <= until ? ['Failed'] : [],
  capacity: row.capacity,
  times: {
    received: iso(row.firstSeen),
    ...(row.lastSeen <= until && { seen: iso(row.lastSeen) }),
    ...(row.failed !== undefined && row.failed <= until && { failed: iso(row.failed) }),
  },
})
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)

async function checkNow(client: Client): Promise<void> {
  const units = (await contentsOf(client, 'MAIN')).map(told)
  expect(units.sort(byName)).toEqual(rows.map((row) => expected(row)).sort(byName))
  const failed = units.filter(
    ({ name, times }) => name.startsWith('ST3000DM001/') && times['failed'],
  )
  expect(failed).toHaveLength(254)
  const { subjects } = await client.call(listSubjects, { kind: 'item', limit: 1000 })
  expect(subjects).toHaveLength(40)
}

async function checkPast(client: Client): Promise<void> {
  const until = Date.parse('2013-07-01T23:59:59.999Z')
  const units = (await contentsOf(client, 'MAIN', '2013-07-01')).map(told)
  const there = rows.filter(({ firstSeen }) => firstSeen <= until)
  expect(there.length).toBeGreaterThan(10_000)
  expect(units.sort(byName)).toEqual(there.map((row) => expected(row, until)).sort(byName))
}

/** All drives that failed, and one in two hundred of the others: their stories have the file's dates. */
async function checkHistories(client: Client): Promise<void> {
  const some = rows.filter(({ failed }, index) => failed !== undefined || index % 200 === 0)
  const stories = some.map(async (row) => {
    const { lines } = await client.call(showHistory, { unit: nameOf(row) })
    const times = Object.fromEntries(lines.map(({ sentence, time }) => [wordOf(sentence), time]))
    return { row, times, count: lines.length }
  })
  for (const { row, times, count } of await Promise.all(stories)) {
    expect(times).toEqual(expected(row).times)
    expect(count).toBe(row.failed === undefined ? 2 : 3)
  }
}

const wordOf = (sentence: string): string => sentence.split(' ')[0]!.toLowerCase()

async function eventCount(client: Client): Promise<number> {
  const { lines } = await client.call(showHistory, { unit: nameOf(rows[0]!) })
  return lines.length
}

/** The environment in which a process works on the company at an address. */
function surroundingsOf(address: StoreAddress): Surroundings {
  if (address.engine === 'postgres') {
    const environment = { DATABASE_URL: address.url, SERIATIM_COMPANY: address.company }
    return { folder: newFolder(), environment }
  }
  const folder = dirname(address.path)
  const environment = { SERIATIM_DATA: folder, SERIATIM_COMPANY: basename(address.path, '.db') }
  return { folder, environment }
}

forEachStore('the drives of 2013', (open) => {
  it('import by the name of their file, keep their story, and can be taken back', async () => {
    const { address, close } = await open()
    await close()
    const surroundings = surroundingsOf(address)
    const loaded = await runSeriatim(['import', drivesFile], surroundings)
    expect(loaded).toMatchObject({ exitCode: 0, stderr: '' })
    expect(loaded.stdout).toContain('CSV file, as of Backblaze drives: 29072 rows of units.')
    expect(loaded.stdout).toContain('40 items created, 1 location created, 29072 units created.')
    const [, batch] = /seriatim undo-import (\S+)/.exec(loaded.stdout)!
    const past = ['--json', 'as-of', '2013-07-01', '--location', 'MAIN', '--limit', '1000']
    const head = await readOneLine(past, surroundings)
    expect(head).toMatchObject({ exitCode: 0, stderr: '' })

    const opened = await open({ address })
    const client = clientOf(opened)
    await checkNow(client)
    await checkPast(client)
    await checkHistories(client)

    const before = await eventCount(client)
    const again = await loadFile(client, { path: drivesFile })
    expect(again).toMatchObject({
      batch: null,
      refusedPath: null,
      counts: { newItems: 0, newUnits: 0, knownUnits: 29_072, refused: 0 },
    })
    expect(await eventCount(client)).toBe(before)

    const undone = await undoBatch(client, batch!)
    expect(undone).toMatchObject({ already: 0, refused: [] })
    expect(undone.undone).toBe(undone.events)
    expect((await client.call(listSubjects, { kind: 'item' })).subjects).toEqual([])
    await expect(contentsOf(client, 'MAIN')).rejects.toThrow('There is no location MAIN.')
    const gone = rows.find(({ failed }) => failed !== undefined)!
    expect(await client.call(showUnit, { unit: gone.serial })).toMatchObject({ status: 'void' })
    const { lines } = await client.call(showHistory, { unit: gone.serial })
    const story = lines.map(({ kind }) => kind).sort()
    expect(story.join(' ')).toBe('correct correct correct observe observe receive')
    const checks = await linesOf(client.stream(checkStore, {}))
    expect(checks.flatMap(({ faults }) => faults)).toEqual([])
    expect(checks.at(-1)).toMatchObject({ checked: 29_072 })
  })
})

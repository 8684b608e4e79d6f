import { join } from 'node:path'
import { expect, it } from 'vitest'
import { showHistory, showUnit } from '../../src/contract/units.ts'
import { clientOf } from '../support/client.ts'
import { accept, forEachStore } from '../support/stores.ts'
import { loadFile, newFile, planFile, undoBatch } from './import-file.ts'

const head = 'serial_number,model,capacity_bytes,first_seen,last_seen,failed_on\n'
const january = newLine('2014-01-31', '')
const february = newLine('2014-02-28', '2014-02-20')

function newLine(lastSeen: string, failedOn: string): string {
  return `${head}Z1,ST3000DM001,3000592982016,2013-05-01,${lastSeen},${failedOn}\n`
}

forEachStore('a file about units that are there', (open) => {
  it('adds what is new to their story, and that can be taken back alone', async () => {
    const client = clientOf(await open())
    await loadFile(client, { path: newFile('january.csv', january) })
    const path = newFile('february.csv', february)
    expect((await planFile(client, { path })).counts).toMatchObject({ newUnits: 0, knownUnits: 1 })
    const { batch, counts } = await loadFile(client, { path })
    expect(counts).toMatchObject({ newUnits: 0, knownUnits: 1, refused: 0 })
    const sentences = async () =>
      (await client.call(showHistory, { unit: 'Z1' })).lines.map(({ sentence, time }) => [
        time.slice(0, 10),
        sentence,
      ])
    expect(await sentences()).toEqual([
      ['2013-05-01', 'Received at MAIN'],
      ['2014-01-31', 'Seen at MAIN'],
      ['2014-02-20', 'Failed at MAIN; held: Failed'],
      ['2014-02-28', 'Seen at MAIN'],
    ])
    expect(await undoBatch(client, batch!)).toMatchObject({ undone: 2, refused: [] })
    expect(await client.call(showUnit, { unit: 'Z1' })).toMatchObject({
      status: 'in_stock',
      holds: [],
      times: { seen: '2014-01-31T00:00:00.000Z' },
    })
    const older = await loadFile(client, { path: newFile('january.csv', january) })
    expect(older.batch).toBeNull()
  })

  it('changes their traits, and receives those that were expected', async () => {
    const opened = await open()
    const client = clientOf(opened)
    const first = 'item,serial,status,colour\nLAMP,L1,On order,\nLAMP,L2,In stock,red\n'
    await loadFile(client, { path: newFile('first.csv', first) })
    expect(await client.call(showUnit, { unit: 'L1' })).toMatchObject({ status: 'expected' })
    const second = 'item,serial,status,colour\nLAMP,L1,In stock,blue\nLAMP,L2,In stock,green\n'
    const { counts } = await loadFile(client, { path: newFile('second.csv', second) })
    expect(counts).toMatchObject({ newUnits: 1, knownUnits: 1, refused: 0 })
    for (const [unit, colour] of [
      ['L1', 'blue'],
      ['L2', 'green'],
    ]) {
      expect(await client.call(showUnit, { unit: unit! })).toMatchObject({
        status: 'in_stock',
        traits: { colour },
      })
    }
    expect((await client.call(showUnit, { unit: 'L1' })).id).toBe(1)
  })

  it('says which of them stand elsewhere, and moves them when that is wanted', async () => {
    const client = clientOf(await open())
    const rows = (...places: readonly [string, string, string]) =>
      `item,serial,location,status\n${places.map((said, n) => `LAMP,L${n},${said}\n`).join('')}`
    const first = rows('A,In stock', 'A,In stock', 'A,Delivered')
    await loadFile(client, { path: newFile('first.csv', first) })
    const standing = async () => {
      const units = ['L0', 'L1', 'L2'].map((unit) => client.call(showUnit, { unit }))
      return (await Promise.all(units)).map(({ status, place }) => [status, place.location?.code])
    }
    const before = await standing()
    const path = newFile('second.csv', rows('a,In stock', 'B,Delivered', 'B,In stock'))
    const { warnings } = await planFile(client, { path })
    expect(warnings).toMatchObject([{ code: 'unit_elsewhere', count: 2, lines: [3, 4] }])
    expect(warnings[0]!.message).toContain('L1 is in stock at A, and the row says delivered')
    const left = await loadFile(client, { path })
    expect(left.counts).toMatchObject({ newLocations: 1, knownUnits: 3, refused: 0 })
    expect(await standing()).toEqual(before)

    const moved = await loadFile(client, { path, moveKnown: true })
    expect(moved.warnings).toMatchObject([{ code: 'unit_moved', count: 2 }])
    expect(await standing()).toEqual([
      ['in_stock', 'A'],
      ['delivered', 'ELSEWHERE'],
      ['returned', 'B'],
    ])
    await undoBatch(client, moved.batch!)
    expect(await standing()).toEqual(before)
  })

  it('is not counted twice where its stock has no numbers', async () => {
    const client = clientOf(await open())
    const path = join(import.meta.dirname, '../data/templates/inventree.csv')
    const { mapping } = await planFile(client, { path })
    const { batch, counts: first } = await loadFile(client, { path, mapping })
    const { counts, refusals } = await planFile(client, { path })
    expect(counts).toMatchObject({ newUnits: 0, knownUnits: 3 })
    expect(refusals).toMatchObject([{ code: 'stock_again', count: counts.refused }])
    expect(refusals[0]!.message).toContain(batch!)
    const again = await loadFile(client, { path })
    expect(again).toMatchObject({ batch: null, counts })
    const more = await loadFile(client, { path, again: true })
    expect(more.counts).toMatchObject({ newUnits: first.newUnits - 3, refused: 0 })
    for (const done of [more.batch, batch]) {
      expect((await undoBatch(client, done!)).refused).toEqual([])
    }
    expect((await loadFile(client, { path })).counts).toMatchObject({ refused: 0 })
  })

  it('may be about a place that is known under another spelling', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await accept(opened.ledger, 'create_location', { code: 'Hall 1' })
    const path = newFile('more.csv', 'item,serial,location\nLAMP,L1,HALL 1\nlamp,L2,hall 1\n')
    const { counts } = await loadFile(client, { path })
    expect(counts).toMatchObject({ newItems: 1, newLocations: 0, newUnits: 2 })
    expect(await client.call(showUnit, { unit: 'L2' })).toMatchObject({
      item: { code: 'LAMP' },
      place: { location: { code: 'Hall 1' } },
    })
  })
})

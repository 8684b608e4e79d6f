import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { showHistory, showUnit } from '../../src/contract/units.ts'
import { showSubject } from '../../src/contract/subjects.ts'
import { clientOf } from '../support/client.ts'
import { accept, forEachStore } from '../support/stores.ts'
import { drivesFile, readDriveRows } from './drive-rows.ts'
import { contentsOf, loadFile, newFile, undoBatch } from './import-file.ts'

/** The first lines of the drives, as a file of their own. */
const fewDrives = (count: number) =>
  newFile(
    'drives.csv',
    readFileSync(drivesFile, 'utf8')
      .split('\n')
      .slice(0, count + 1)
      .join('\n'),
  )

forEachStore('an import that is taken back', (open) => {
  it('stays where something later needs it, event by event, and says what', async () => {
    const opened = await open()
    const client = clientOf(opened)
    const { batch } = await loadFile(client, { path: fewDrives(300) })
    const [first] = readDriveRows()
    const unit = first!.serial
    await accept(opened.ledger, 'create_location', { code: 'BENCH' })
    const { event: moved } = await accept(opened.ledger, 'move', { units: [unit], to: 'BENCH' })
    const undone = await undoBatch(client, batch!)
    const event = undone.refused[0]!.event
    expect(undone.refused.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        `Event ${event} cannot be undone alone: the later event ${moved} of unit ${unit}`,
      ),
      expect.stringMatching(/^The item .* is still needed by the unit/),
      expect.stringContaining('The location MAIN is still needed by the unit'),
    ])
    expect(undone.undone).toBe(undone.events - 3)
    const { lines } = await client.call(showHistory, { unit })
    expect(lines.find((line) => line.event === event)).toMatchObject({ correctedBy: null })
    expect(await client.call(showUnit, { unit })).toMatchObject({
      status: 'in_stock',
      place: { location: { code: 'BENCH' } },
    })

    await accept(opened.ledger, 'correct', { event: moved })
    const rest = await undoBatch(client, batch!)
    expect(rest).toMatchObject({ undone: 3, already: undone.undone, refused: [] })
    await expect(contentsOf(client, 'MAIN')).rejects.toThrow('There is no location MAIN.')
  })

  it('can be imported again: the same units come back to life', async () => {
    const client = clientOf(await open())
    const path = fewDrives(300)
    const { batch } = await loadFile(client, { path })
    const before = await contentsOf(client, 'MAIN')
    await undoBatch(client, batch!)
    const again = await loadFile(client, { path })
    expect(again.counts).toMatchObject({ newUnits: 300, refused: 0 })
    const after = await contentsOf(client, 'MAIN')
    const told = ({ id, serial, item, times, holds }: (typeof after)[number]) => ({
      id,
      serial,
      item,
      times,
      holds: holds.length,
    })
    expect(after.map(told)).toEqual(before.map(told))
    const { lines } = await client.call(showHistory, { unit: before[0]!.serial! })
    expect(lines.map(({ kind }) => kind).join(' ')).toBe(
      'receive observe correct correct receive observe',
    )
  })

  it('gives items that it changed their data back, and takes back those it created', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await accept(opened.ledger, 'create_item', { code: 'BOLT-8', name: 'Bolt' })
    const path = newFile(
      'items.csv',
      'SKU,Name,Category\nBOLT-8,Bolt M8,Bolts\nNUT-8,Nut M8,Nuts\n',
    )
    const { batch, counts } = await loadFile(client, { path })
    expect(counts).toMatchObject({ newItems: 1, changedItems: 1 })
    expect(await undoBatch(client, batch!)).toMatchObject({ undone: 2, refused: [] })
    const bolt = await client.call(showSubject, { kind: 'item', code: 'BOLT-8' })
    expect(bolt.subject.data).toEqual({ name: 'Bolt' })
    const nut = client.call(showSubject, { kind: 'item', code: 'NUT-8' })
    await expect(nut).rejects.toMatchObject({ problem: { type: 'not_found' } })
    expect(await undoBatch(client, batch!)).toMatchObject({ undone: 0, already: 2 })
  })

  it('is not there under another name', async () => {
    const client = clientOf(await open())
    await expect(undoBatch(client, 'IMPORT-NONE')).rejects.toMatchObject({
      problem: { type: 'not_found', field: 'batch' },
    })
  })
})

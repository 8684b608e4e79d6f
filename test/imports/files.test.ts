import { buffer } from 'node:stream/consumers'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Client } from '../../src/client/client.ts'
import { loadImport } from '../../src/contract/imports.ts'
import type { ProblemError } from '../../src/contract/problem.ts'
import { listReviews } from '../../src/contract/changes.ts'
import { listSubjects } from '../../src/contract/subjects.ts'
import { showUnit } from '../../src/contract/units.ts'
import { xlsxWriter } from '../../src/files/write/xlsx-writer.ts'
import { clientOf, linesOf } from '../support/client.ts'
import { accept, forEachStore } from '../support/stores.ts'
import { contentsOf, loadFile, newFile, newFolder, planFile, undoBatch } from './import-file.ts'

const rows = [
  { SKU: 'LAMP', 'Serial Number': '0007', Warehouse: 'W1', Colour: 'red' },
  { SKU: 'LAMP', 'Serial Number': '0008', Warehouse: 'W2', Colour: 'blue' },
]
const headers = Object.keys(rows[0]!) as (keyof (typeof rows)[0])[]
const separated = (mark: string) =>
  [headers, ...rows.map((row) => headers.map((header) => row[header]))]
    .map((cells) => cells.join(mark))
    .join('\n')

async function workbook(): Promise<Buffer> {
  const columns = headers.map((key) => ({ key, header: key }))
  return buffer(
    xlsxWriter(
      columns,
      (async function* () {
        yield rows
      })(),
    ),
  )
}

const problemsOf = (groups: readonly { code: string; lines: readonly number[] }[]) =>
  Object.fromEntries(groups.map(({ code, lines }) => [code, lines]))

const problemFrom = (work: Promise<unknown>): Promise<ProblemError> =>
  work.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => error as ProblemError,
  )

const items = async (client: Client) =>
  (await client.call(listSubjects, { kind: 'item' })).subjects.map(({ code }) => code)

forEachStore('files', (open) => {
  it('of every format say the same', async () => {
    const client = clientOf(await open())
    const files: [format: string, content: string | Uint8Array][] = [
      ['csv', separated(';')],
      ['tsv', separated('\t')],
      ['xlsx', await workbook()],
      ['jsonl', rows.map((row) => JSON.stringify(row)).join('\n')],
      ['json', JSON.stringify(rows)],
      [
        'json',
        JSON.stringify({ count: 2, next: null, page: { size: 9 }, results: rows, more: [] }),
      ],
    ]
    for (const [format, content] of files) {
      const path = newFile(`lamps.${format}`, content)
      expect(await planFile(client, { path })).toMatchObject({ format })
      const { batch, counts } = await loadFile(client, { path })
      expect(counts).toMatchObject({ rows: 2, newUnits: 2, refused: 0 })
      expect(await client.call(showUnit, { unit: '0008' })).toMatchObject({
        serial: '0008',
        item: { code: 'LAMP' },
        place: { location: { code: 'W2' } },
        traits: { colour: 'blue' },
      })
      await undoBatch(client, batch!)
    }
  })

  it('with placeholders, repeats and look-alikes are loaded but for those', async () => {
    const client = clientOf(await open())
    const path = newFile(
      'serials.csv',
      'item,serial\nDRILL,A1O\nDRILL,N/A\nDRILL,A10\nDRILL,0000\nDRILL,a1o\nDRILL,\nDRILL,00001\n',
    )
    const plan = await planFile(client, { path, location: 'SHED' })
    expect(problemsOf(plan.refusals)).toEqual({
      serial_placeholder: [3, 5],
      serial_repeated: [6],
      serial_missing: [7],
    })
    expect(problemsOf(plan.warnings)).toEqual({ serial_look_alike: [4] })
    const loaded = await loadFile(client, { path, location: 'SHED' })
    expect(loaded.counts).toEqual(plan.counts)
    const serials = (await contentsOf(client, 'SHED')).map(({ serial }) => serial)
    expect(new Set(serials)).toEqual(new Set(['00001', 'A10', 'A1O']))
  })

  it('without a head are lists of serials, where they look like that', async () => {
    const client = clientOf(await open())
    const path = newFile('list.txt', 'S-1001\nS-1002\nS-1003\nS-1004\nS-1005\n')
    const { counts } = await loadFile(client, { path, item: 'DRILL', location: 'SHED' })
    expect(counts).toMatchObject({ newUnits: 5, refused: 0 })
    expect((await contentsOf(client, 'SHED')).map(({ serial }) => serial)).toContain('S-1001')
  })

  it('bring units to the status that they say, as of when they tell of them first', async () => {
    const client = clientOf(await open())
    const rows = [
      ['D1', 'In progress'],
      ['D2', 'Under repair'],
      ['D3', 'Used'],
      ['D4', 'Lost'],
      ['D5', 'Active'],
    ]
    const lines = rows.map((cells) => `DRILL,${cells.join(',')},2024-03-01`)
    const path = newFile('states.csv', `item,serial,status,last audit\n${lines.join('\n')}\n`)
    const { counts } = await loadFile(client, { path, location: 'SHED' })
    expect(counts).toMatchObject({ newUnits: 5, refused: 0 })
    const found = await Promise.all(rows.map(([unit]) => client.call(showUnit, { unit: unit! })))
    expect(found.map(({ status }) => status)).toEqual([
      'in_progress',
      'in_repair',
      'consumed',
      'lost',
      'in_stock',
    ])
    expect(found[4]).toMatchObject({ times: { received: '2024-03-01T00:00:00.000Z' } })
    expect((await client.call(listReviews, {})).changes).toEqual([])
    expect((await loadFile(client, { path, location: 'SHED' })).batch).toBeNull()
  })

  it('count their rows by record where they have no lines, and each row once', async () => {
    const client = clientOf(await open())
    const pen = { gtin: '4006381333931', name: 'Pen', received: '2024-02-01', 'last seen': '' }
    const bad = { received: '2024-02-30', 'last seen': '2024-02-31' }
    const rows = [pen, { ...pen, ...bad }, { ...pen, gtin: '' }, { ...pen, ...bad }]
    const { refusals, warnings } = await planFile(client, {
      path: newFile(
        'pens.json',
        JSON.stringify(rows.map((row, n) => ({ ...row, serial: `P${n}` }))),
      ),
    })
    expect(refusals).toMatchObject([{ code: 'date_impossible', count: 2, lines: [2, 4] }])
    expect(problemsOf(warnings)).toMatchObject({ item_by_name: [3] })
  })

  it('whose rows name no place take the one that is told, or the usual one', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await accept(opened.ledger, 'create_location', { code: 'HALL' })
    const path = newFile('some.csv', 'item,serial,location\nDRILL,D1,SHED\nDRILL,D2,\n')
    expect(problemsOf((await planFile(client, { path })).warnings)).toEqual({
      location_assumed: [3],
    })
    const told = await planFile(client, { path, location: 'YARD' })
    expect(told.warnings).toEqual([])
    await loadFile(client, { path, location: 'YARD' })
    const placeOf = async (unit: string) =>
      (await client.call(showUnit, { unit })).place.location!.code
    expect([await placeOf('D1'), await placeOf('D2')]).toEqual(['SHED', 'YARD'])
    const bare = newFile('bare.csv', 'serial\nD3\n')
    expect((await planFile(client, { path: bare })).missing).toHaveLength(1)
    expect((await planFile(client, { path: bare, item: 'DRILL' })).missing).toEqual([])
    await loadFile(client, { path: bare, item: 'DRILL', location: 'HALL' })
    expect(await placeOf('D3')).toBe('HALL')
  })

  it('with quantities make so many units, and refuse what cannot be counted', async () => {
    const client = clientOf(await open())
    const path = newFile(
      'stock.csv',
      'sku,serial number,quantity,warehouse\nNUT,,2500,W1\nNUT,,0.5,W1\nNUT,,90000,W1\nNUT,,-3,W1\n',
    )
    const mapping = {
      ...((await planFile(client, { path })).mapping as object),
      missingSerial: 'number',
    }
    const { counts, refusals } = await loadFile(client, { path, mapping })
    expect(counts).toMatchObject({ newUnits: 2500, refused: 3 })
    expect(problemsOf(refusals)).toEqual({
      quantity_not_whole: [3],
      quantity_too_large: [4],
      quantity_not_positive: [5],
    })
    expect(await contentsOf(client, 'W1')).toHaveLength(2500)
  })

  it('that break half way keep what came before, and say how to take it back', async () => {
    const client = clientOf(await open())
    const records = Array.from({ length: 1500 }, (_, index) =>
      JSON.stringify({ item: 'PIN', serial: `P-${index}` }),
    )
    const path = newFile('pins.json', `[${records.join(',')},{"item":"PI`)
    const refusedPath = join(newFolder(), 'refused.csv')
    const lines = client.stream(loadImport, { path, refusedPath })
    const { problem } = await problemFrom(linesOf(lines))
    expect(problem).toMatchObject({ type: 'json_truncated' })
    const [, batch] = /seriatim undo-import (\S+)$/.exec(problem.detail)!
    const before = await contentsOf(client, 'MAIN')
    expect(before.length).toBeGreaterThan(0)
    expect(existsSync(refusedPath)).toBe(false)
    expect(await undoBatch(client, batch!)).toMatchObject({ refused: [] })
    await expect(contentsOf(client, 'MAIN')).rejects.toThrow('There is no location MAIN.')
  })

  it('that cannot be read, or mapped as told, change nothing', async () => {
    const client = clientOf(await open())
    const path = newFile('lamps.csv', separated(','))
    const column = (header: string, field: string) => ({
      version: 1,
      kind: 'units',
      columns: [{ header, field }],
    })
    const wrong: [input: object, type: string, detail: RegExp][] = [
      [{ path: '/nowhere/x.csv' }, 'file_unreadable', /cannot be read \(ENOENT/],
      [{ path: newFolder() }, 'file_unreadable', /EISDIR/],
      [{ path: newFile('empty.csv', '') }, 'file_empty', /no rows/],
      [{ path: newFile('x.xlsx', await workbook()), sheet: 'March' }, 'sheet_unknown', /no sheet/],
      [{ path, mapping: column('Cereal', 'serial') }, 'file_invalid', /no column Cereal/],
      [
        { path, mapping: column('SKU', 'cereal') },
        'file_invalid',
        /columns\.0\.field: is no field/,
      ],
      [{ path, mapping: 'SKU' }, 'file_invalid', /mapping is wrong/],
      [{ path, savedMapping: 'none' }, 'not_found', /no mapping none/],
      [{ path: 'a\u0000b' }, 'input_invalid', /control character/],
    ]
    for (const [input, type, detail] of wrong) {
      const problem = { type, detail: expect.stringMatching(detail) as string }
      await expect(loadFile(client, input as { path: string })).rejects.toMatchObject({ problem })
      await expect(planFile(client, input as { path: string })).rejects.toMatchObject({ problem })
    }
    expect(await items(client)).toEqual([])
  })
})

forEachStore('refused rows', (open) => {
  it('go to a new file only, with every reason, and never over one that is there', async () => {
    const client = clientOf(await open())
    const path = newFile('bad.csv', 'item,serial,quantity\nDRILL,N/A,-1\nDRILL,=D2,1\n')
    const refusedPath = join(newFolder(), 'refused.csv')
    const { counts } = await loadFile(client, { path }, refusedPath)
    expect(counts).toMatchObject({ newUnits: 1, refused: 1 })
    const text = readFileSync(refusedPath, 'utf8')
    expect(text).toMatch(/^item,serial,quantity,reason\r\nDRILL,N\/A,'?-1,/)
    expect(text).toContain('stands for a missing serial')
    expect(text).toContain('is not above zero')

    writeFileSync(refusedPath, 'being repaired')
    await expect(loadFile(client, { path }, refusedPath)).rejects.toMatchObject({
      problem: { type: 'input_invalid', field: 'refusedPath' },
    })
    expect(readFileSync(refusedPath, 'utf8')).toBe('being repaired')
    await expect(loadFile(client, { path }, '/nowhere/refused.csv')).rejects.toMatchObject({
      problem: { field: 'refusedPath' },
    })
  })

  it('are refused for what the ledger says, too', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await accept(opened.ledger, 'create_location', { code: 'W1' })
    await accept(opened.ledger, 'create_item', { code: 'LAMP', serialScope: 'everywhere' })
    await accept(opened.ledger, 'create_item', { code: 'BULB', serialScope: 'everywhere' })
    const entries = [{ serial: 'S1' }]
    await accept(opened.ledger, 'receive', { item: 'LAMP', location: 'W1', entries })
    const path = newFile('more.csv', 'item,serial,location\nBULB,S1,W1\nBULB,S2,W1\n')
    const { counts, refusals, refusedPath } = await loadFile(client, { path })
    expect(counts).toMatchObject({ newUnits: 1, refused: 1 })
    expect(problemsOf(refusals)).toEqual({ serial_taken: [2] })
    expect(readFileSync(refusedPath!, 'utf8')).toContain('The serial S1 belongs to unit')
  })
})

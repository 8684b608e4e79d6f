import { buffer, text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { csvWriter } from './csv-writer.ts'
import { jsonLinesWriter } from './json-lines-writer.ts'
import { refusedRowsWriter } from './refused-rows.ts'
import { CellTooLongError, xlsxWriter } from './xlsx-writer.ts'
import type { ExportColumn, ExportRow } from './export-columns.ts'

const columns: ExportColumn[] = [
  { key: 'serial', header: 'serial' },
  { key: 'size', header: 'size, bytes', type: 'number' },
  { key: 'day', header: 'received', type: 'date' },
  { key: 'isNew', header: 'new', type: 'boolean' },
]

async function* batchesOf(...rows: ExportRow[]): AsyncGenerator<ExportRow[]> {
  for (const row of rows) yield [row]
}

const plain: ExportRow = { serial: '00042', size: 4000787030016, day: '2013-10-15', isNew: true }
const bare: ExportRow = { serial: 'A"1,\n2', size: null, day: '', isNew: undefined }
const large: ExportRow = {
  serial: 'L',
  size: 12345678901234567890n,
  day: '1899-12-31',
  isNew: false,
}

/** Texts that a spreadsheet would run, by themselves or behind what it skips. */
const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  "'=1",
]

describe('CSV', () => {
  it('has names, a line a row, and quotes where they are needed', async () => {
    expect(await text(csvWriter(columns, batchesOf(plain, bare, large)))).toBe(
      [
        'serial,"size, bytes",received,new',
        '00042,4000787030016,2013-10-15,true',
        '"A""1,\n2",,,',
        'L,12345678901234567890,1899-12-31,false',
        '',
      ].join('\r\n'),
    )
  })

  it('runs no formula, and leaves negative numbers alone', async () => {
    const values = [...formulas, '-12.5', '-3', "it's"]
    const rows = values.map((serial) => ({ serial }))
    const written = await text(csvWriter([{ key: 'serial', header: '=h' }], batchesOf(...rows)))
    const cells = parse(written).map(([cell]) => cell)
    expect(cells).toEqual(["'=h", ...formulas.map((one) => `'${one}`), '-12.5', '-3', "it's"])
  })

  it('takes another delimiter, and the mark by which Excel knows UTF-8', async () => {
    const written = await text(
      csvWriter(columns, batchesOf(plain), { delimiter: '\t', byteOrderMark: true }),
    )
    expect(written).toContain('00042\t4000787030016\t')
    expect(
      (await buffer(csvWriter(columns, batchesOf(), { byteOrderMark: true }))).subarray(0, 3),
    ).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  })
})

describe('JSON lines', () => {
  it('has an object a row, with every digit and without blanks', async () => {
    expect(await text(jsonLinesWriter(columns, batchesOf(plain, bare, large)))).toBe(
      [
        '{"serial":"00042","size, bytes":4000787030016,"received":"2013-10-15","new":true}',
        '{"serial":"A\\"1,\\n2"}',
        '{"serial":"L","size, bytes":12345678901234567890,"received":"1899-12-31","new":false}',
        '',
      ].join('\n'),
    )
  })
})

describe('XLSX', () => {
  const read = async (...rows: ExportRow[]) => {
    const { sheets } = await readXlsx(await buffer(xlsxWriter(columns, batchesOf(...rows))))
    return sheets[0]!.rows
  }

  it('has real numbers and days where nothing is lost by it, and texts else', async () => {
    expect(await read(plain, bare, large)).toEqual([
      ['serial', 'size, bytes', 'received', 'new'],
      ['00042', 4000787030016, new Date('2013-10-15'), true],
      ['A"1,\n2', null, null, null],
      ['L', '12345678901234567890', '1899-12-31', false],
    ])
  })

  it('runs no formula', async () => {
    const rows = await read(...formulas.map((serial) => ({ serial })))
    expect(rows.slice(1).map(([cell]) => cell)).toEqual(formulas.map((one) => `'${one}`))
  })

  it('fails where a text does not fit into a cell', async () => {
    await expect(read({ serial: 'x'.repeat(32_768) })).rejects.toThrow(CellTooLongError)
  })
})

it('refused rows come back as they were, with every reason beside them', async () => {
  async function* refused() {
    yield [
      { values: ['0000', '=X'], reasons: ['A placeholder.', 'No item.'] },
      { values: ['A1', 'Bolt', ' long'], reasons: ['Too many cells.'] },
    ]
  }
  const written = await text(refusedRowsWriter(['serial', 'sku'], refused()))
  expect(parse(written, { relax_column_count: true })).toEqual([
    ['serial', 'sku', 'reason'],
    ['0000', "'=X", 'A placeholder. No item.'],
    ['A1', 'Bolt', 'Too many cells.', ' long'],
  ])
})

it.each([
  ['CSV', csvWriter],
  ['XLSX', xlsxWriter],
  ['JSON lines', jsonLinesWriter],
])(
  '%s asks for rows only as fast as they are taken, and stops when nobody takes them',
  async (_, writer) => {
    let asked = 0
    let isStopped = false
    async function* endless(): AsyncGenerator<ExportRow[]> {
      try {
        for (;;) {
          asked++
          yield Array.from({ length: 100 }, (_unused, i) => ({
            serial: `${asked}-${Math.sin(asked * 100 + i)}`,
          }))
        }
      } finally {
        isStopped = true
      }
    }
    const stream = writer(columns, endless())
    const chunks = stream[Symbol.asyncIterator]()
    for (let taken = 0; taken < 3; taken++) await chunks.next()
    await chunks.return?.()
    const askedUntilThen = asked
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(asked - askedUntilThen).toBeLessThan(100)
    await expect.poll(() => isStopped).toBe(true)
  },
)

/** What was exported can be imported, and is then exactly what it was. */
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvWriter } from '../src/files/write/csv-writer.ts'
import { jsonLinesWriter } from '../src/files/write/json-lines-writer.ts'
import { refusedRowsWriter } from '../src/files/write/refused-rows.ts'
import { xlsxWriter } from '../src/files/write/xlsx-writer.ts'
import { openTable } from '../src/files/read/open-table.ts'
import { guessMapping } from '../src/features/imports/columns/guess-mapping.ts'
import type { Readable } from 'node:stream'
import type { ExportRow } from '../src/files/write/export-columns.ts'

const columns = ['key', 'a', 'b'].map((key) => ({ key, header: key }))

async function readBack(stream: Readable): Promise<string[][]> {
  const table = await openTable(stream.pipe(new PassThrough()))
  const values: string[][] = []
  for await (const batch of table.rows()) values.push(...batch.map((row) => [...row.values]))
  return values
}

// What formulas, guards, delimiters, quotes, XML and its escapes are made of.
const pieces = [
  "'",
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '"',
  ',',
  ';',
  '<',
  '&',
  '_x0041_',
  '_',
  'x',
  '0',
  '5',
  '.',
  'é',
  '＝',
  '😀',
  ' ',
  '\ufeff',
]
const value = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 8 })

it.each([
  ['CSV', csvWriter],
  ['XLSX', xlsxWriter],
  ['JSON lines', jsonLinesWriter],
])('%s', async (_, writer) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ a: value, b: value }), { minLength: 1 }),
      async (list) => {
        const rows: ExportRow[] = list.map((one) => ({ key: 'k', ...one }))
        const first: ExportRow = { key: 'k', a: 'first', b: 'first' }
        const batches = (async function* () {
          yield [first, ...rows]
        })()
        const found = await readBack(writer(columns, batches))
        expect(found.slice(1)).toEqual(list.map(({ a, b }) => ['k', a, b]))
      },
    ),
    { numRuns: 200 },
  )
})

it('a file of refused rows can be imported as it is, without its reasons', async () => {
  const batches = (async function* () {
    yield [{ values: ['0000', '=X'], reasons: ['It is a placeholder.'] }]
  })()
  const table = await openTable(
    refusedRowsWriter(['serial', 'sku'], batches).pipe(new PassThrough()),
  )
  const rows = []
  for await (const batch of table.rows()) rows.push(...batch)
  expect(rows[0]?.values.slice(0, 2)).toEqual(['0000', '=X'])
  const { columns: guessed } = guessMapping(table.headers, rows)
  expect(guessed.map(({ field }) => field)).toEqual(['serial', 'sku', 'ignore'])
})

import { Readable } from 'node:stream'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { workbookFile } from '../../../test/support/zip.ts'
import { openTable } from './open-table.ts'
import type { TableOptions } from './open-table.ts'
import type { SourceRow } from './table.ts'

async function read(file: Uint8Array, options?: TableOptions) {
  const table = await openTable(Readable.from([Buffer.from(file)]), options)
  const rows: SourceRow[] = []
  for await (const batch of table.rows()) rows.push(...batch)
  return { table, headers: table.headers, rows, values: rows.map((row) => row.values) }
}

const cell = (place: string, value: string, style = 0) =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`
const text = (place: string, value: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`

/** Values of a column of numbers in one style. */
async function numbers(format: string | number, values: readonly string[], is1904 = false) {
  const rows = values.map((value, i) => `<row r="${i + 2}">${cell(`A${i + 2}`, value)}</row>`)
  const header = `<row r="1">${text('A1', 'n')}</row>`
  const file = workbookFile({ rows: header + rows.join(''), formats: [format], is1904 })
  return (await read(file)).values.map((row) => row[0])
}

describe('a workbook', () => {
  it('is read by sheet, with the rows as people count them', async () => {
    const rows = `<row r="3">${text('B3', 'serial')}${text('C3', 'sku')}</row>
      <row r="4"/><row r="6">${text('C6', 'X &amp; Y')}${cell('B6', '42')}</row>`
    const file = workbookFile({ rows, sheetNames: ['Stock', 'Old &quot;stock&quot;'] })
    const first = await read(file)
    expect(first.table).toMatchObject({
      format: 'xlsx',
      sheets: ['Stock', 'Old "stock"'],
      sheet: 'Stock',
    })
    expect(first.headers).toEqual(['column 1', 'serial', 'sku'])
    expect(first.rows).toEqual([{ line: 6, values: ['', '42', 'X & Y'] }])
    expect((await read(file, { sheet: 'Old "stock"' })).values).toEqual(first.values)
    await expect(read(file, { sheet: 'New' })).rejects.toMatchObject({
      problem: { code: 'sheet_unknown' },
    })
  })

  it('is read from the first sheet that holds a table', async () => {
    const sheet = (name: string, rows: string[][]) => ({ name, rows })
    const table = [['serial'], ['A1']]
    const sheets = [sheet('Cover', [['Stock list']]), sheet('Empty', []), sheet('Stock', table)]
    const { table: read1, values } = await read(await writeXlsx({ sheets }))
    expect(read1.sheet).toBe('Stock')
    expect(values).toEqual([['A1']])
  })

  it('keeps leading zeros of texts, and those that a number format shows', async () => {
    const rows = `<row r="1">${text('A1', 'n')}</row><row r="2">${text('A2', '00042')}</row>`
    expect((await read(workbookFile({ rows }))).values).toEqual([['00042']])
    expect(await numbers('000000', ['42', '1234567'])).toEqual(['000042', '1234567'])
  })

  it('gives numbers with the digits that people see', async () => {
    const stored = ['3.000592982016E12', '3000592982016', '12.300000000000001', '0.1', '-5', '1E-7']
    expect(await numbers(0, stored)).toEqual([
      '3000592982016',
      '3000592982016',
      '12.3',
      '0.1',
      '-5',
      '0.0000001',
    ])
  })

  it('leaves a number whose last digits are lost in its notation', async () => {
    expect(await numbers(0, ['1.2345678901234568E19'])).toEqual(['1.2345678901234567E+19'])
  })

  it('gives dates in ISO 8601, in both calendars', async () => {
    expect(await numbers(14, ['41562', '59', '61', '1'])).toEqual([
      '2013-10-15',
      '1900-02-28',
      '1900-03-01',
      '1900-01-01',
    ])
    expect(await numbers('dd/mm/yyyy hh:mm', ['41562.75'])).toEqual(['2013-10-15T18:00:00'])
    expect(await numbers('[h]:mm', ['0.25'])).toEqual(['06:00:00'])
    expect(await numbers('[Red]0.00" days"', ['41562'])).toEqual(['41562'])
    expect(await numbers(14, ['40100'], true)).toEqual(['2013-10-15'])
  })

  it('reads shared and rich texts but not how they are spoken, yes and no, results', async () => {
    const texts = `<si><t xml:space="preserve"> A_x0009_1 </t></si>
      <si><r><t>B</t></r><r><t>2</t></r><rPh><t>bee</t></rPh></si>`
    const results = ['a', 'b', 'c', 'd'].map((name) => `<c t="str"><v>${name}</v></c>`).join('')
    const rows = `<row>${results}</row>
      <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c>
      <c t="b"><v>1</v></c><c t="str"><f>A1&amp;"x"</f><v>Ax</v></c></row>`
    expect((await read(workbookFile({ rows, texts }))).values).toEqual([
      [' A\t1 ', 'B2', 'true', 'Ax'],
    ])
  })

  it('takes prefixed names, comments and character data as XML has them', async () => {
    const rows =
      '<x:row><x:c t="str"><x:v>a > b</x:v></x:c></x:row><!-- <row> --><row><c t="str"><v><![CDATA[<1>]]>&#x263A;</v></c></row>'
    expect(await read(workbookFile({ rows }))).toMatchObject({
      headers: ['a > b'],
      values: [['<1>☺']],
    })
  })

  it('reads what another program has written', async () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', '0', ' ', '&', '<', '"', '\n', 'é', '漢', '😀'),
    })
    const value = fc.oneof(
      texts,
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.boolean(),
      fc.date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true }),
    )
    const asText = (one: string | number | boolean | Date): string =>
      one instanceof Date ? one.toISOString().slice(0, 10) : String(one)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1 }), async (pairs) => {
        const days = pairs.map((pair) =>
          pair.map((one) => (one instanceof Date ? new Date(one.setUTCHours(0, 0, 0, 0)) : one)),
        )
        const rows = [['k', 'a', 'b'], ...days.map((pair) => ['#', ...pair])]
        const { values } = await read(await writeXlsx({ sheets: [{ name: 'S', rows }] }))
        expect(values).toEqual(days.map((pair) => ['#', ...pair.map(asText)]))
      }),
      { numRuns: 50 },
    )
  })

  it('tells its progress in packed bytes of the sheet', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `<row>${text(`A${i + 1}`, `N${i}`)}</row>`)
    const { table } = await read(workbookFile({ rows: rows.join('') }))
    const { bytesRead, bytesTotal } = table.progress()
    expect(bytesRead).toBe(bytesTotal)
    expect(bytesRead).toBeGreaterThan(0)
  })
})

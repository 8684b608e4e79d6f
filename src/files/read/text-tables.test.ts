import { Readable } from 'node:stream'
import fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { batchRows } from './limits.ts'
import { openTable } from './open-table.ts'
import type { TableOptions } from './open-table.ts'
import type { SourceRow } from './table.ts'

const bytesOf = (content: string | Buffer): Readable => Readable.from([Buffer.from(content)])

async function read(content: string | Buffer | Readable, options?: TableOptions) {
  const input = content instanceof Readable ? content : bytesOf(content)
  const table = await openTable(input, options)
  const rows: SourceRow[] = []
  for await (const batch of table.rows()) rows.push(...batch)
  return { table, headers: table.headers, rows, values: rows.map((row) => row.values) }
}

describe('delimited text', () => {
  it('is read with quotes, any line ending and blank lines, in lines as people count', async () => {
    const text = 'serial,note\r\nA1,"two\r\nlines, ""quoted"""\r\n\r\nB2,5" disk\r\n'
    const { rows, table } = await read(text)
    expect(rows).toEqual([
      { line: 2, values: ['A1', 'two\r\nlines, "quoted"'] },
      { line: 5, values: ['B2', '5" disk'] },
    ])
    expect(table.format).toBe('csv')
    expect((await read(text.replaceAll('\r\n', '\r'))).rows.map(({ line }) => line)).toEqual([2, 5])
  })

  it.each([
    [',', 'csv'],
    [';', 'csv'],
    ['\t', 'tsv'],
    ['|', 'csv'],
  ])('finds the delimiter %j', async (delimiter, format) => {
    const lines = [
      ['serial', 'name', 'price'],
      ['A1', 'Drive; 4 TB', '1,5'],
      ['A2', 'Drive, 6 TB', '2,5'],
    ]
    const { table, headers, values } = await read(stringify(lines, { delimiter }))
    expect(table.delimiter).toBe(delimiter)
    expect(table.format).toBe(format)
    expect([headers, ...values]).toEqual(lines)
  })

  it('obeys a first line that names the delimiter', async () => {
    const { headers, rows } = await read('sep=;\nserial;a,b\nX1;1,2\n')
    expect(headers).toEqual(['serial', 'a,b'])
    expect(rows).toEqual([{ line: 3, values: ['X1', '1,2'] }])
  })

  it('takes a list of serials as one column, with or without a name', async () => {
    expect(await read('serial\nA1\nA2')).toMatchObject({
      headers: ['serial'],
      values: [['A1'], ['A2']],
    })
    const bare = await read('A1\nA2', { headers: 'none' })
    expect(bare.headers).toEqual(['column 1'])
    expect(bare.rows.map(({ line }) => line)).toEqual([1, 2])
  })

  it('finds the column names below a title, or on the line that is given', async () => {
    const text = 'Stock of 2024\n\nserial,sku,place\nA1,X,Y\n'
    expect(await read(text)).toMatchObject({ headers: ['serial', 'sku', 'place'] })
    expect((await read(text)).rows).toEqual([{ line: 4, values: ['A1', 'X', 'Y'] }])
    const given = await read('old,names\nserial,sku\nA1,X\n', { headers: 2 })
    expect(given.headers).toEqual(['serial', 'sku'])
  })

  it('names blank and repeated columns apart', async () => {
    const { headers } = await read('serial,,Size,Size,\u200bSize\nA1,1,2,3,4\n')
    expect(headers).toEqual(['serial', 'column 2', 'Size', 'Size (2)', 'Size (3)'])
  })

  it('keeps leading zeros, also those that a spreadsheet was made to keep', async () => {
    const { values } = await read('serial,n\n00042,"=""007"""\n00043,="008"\n')
    expect(values).toEqual([
      ['00042', '007'],
      ['00043', '008'],
    ])
  })

  it('fills short rows and refuses those that would put values into wrong columns', async () => {
    const { rows } = await read('serial,sku,name\nA1\nA2,X,Bolt, long\nA3,X,Nut,,\n')
    expect(rows[0]).toEqual({ line: 2, values: ['A1', '', ''] })
    expect(rows[1]?.problems).toMatchObject([{ code: 'row_cells_extra', line: 3 }])
    expect(rows[2]).toEqual({ line: 4, values: ['A3', 'X', 'Nut'] })
  })

  it('hands on batches, and reads only as far as it is asked', async () => {
    let asked = 0
    const endless = Readable.from(
      (function* () {
        yield Buffer.from('serial\n')
        for (;;) yield Buffer.from(`SN${++asked}\n`.repeat(batchRows))
      })(),
    )
    const table = await openTable(endless)
    const sizes: number[] = []
    for await (const batch of table.rows()) if (sizes.push(batch.length) === 3) break
    expect(Math.max(...sizes)).toBeLessThanOrEqual(batchRows)
    expect(asked).toBeLessThan(40)
  })

  it('tells its progress in bytes', async () => {
    const { table } = await read('serial\nA1\n')
    expect(table.progress()).toEqual({ bytesRead: 10, bytesTotal: 10 })
  })

  it('gives back any cells that were written, in any piece that the bytes arrive', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '0', '"', ',', '\n', ' ', 'é', '漢', '😀'),
    })
    const grid = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
    const sizes = fc.integer({ min: 1, max: 50 })
    await fc.assert(
      fc.asyncProperty(grid, sizes, fc.boolean(), async (cells, size, quoted) => {
        const rows = cells.map((row) => ['#', ...row])
        const bytes = Buffer.from(stringify([['k', 'a', 'b', 'c'], ...rows], { quoted }))
        const pieces: Buffer[] = []
        for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
        const { values } = await read(Readable.from(pieces), { delimiter: ',' })
        expect(values).toEqual(rows)
      }),
      { numRuns: 200 },
    )
  })

  it('goes on in the same lines where the first quotation mark stands far down', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => [`SN${index}`, 'ä', ''])
    const rows = [...many, ['A1', 'two\nlines', ''], ['A2', '', 'end']]
    const text = stringify([['serial', 'note', 'more'], ...rows])
    const whole = await read(text)
    expect(whole.values).toEqual(rows)
    expect(whole.rows.slice(-2).map(({ line }) => line)).toEqual([20_002, 20_004])
  })
})

describe('encodings', () => {
  const text = 'serial,place\nA1,Zürich\n'
  const utf16be = (content: string) => Buffer.from(content, 'utf16le').swap16()

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', utf16be(`\ufeff${text}`)],
    ['utf-16be', utf16be(text)],
    ['windows-1252', Buffer.from(text, 'latin1')],
    ['windows-1252', Buffer.from('serial,place\nA1,Caf\xe9', 'latin1')],
  ])('knows %s by its bytes', async (encoding, bytes) => {
    const { table, headers, values } = await read(bytes)
    expect(table.encoding()).toBe(encoding)
    expect(headers).toEqual(['serial', 'place'])
    expect(values[0]?.[1]).toMatch(/^(?:Zürich|Café)$/)
  })

  it('decides at the first byte that is not ASCII, however late it comes', async () => {
    const rows = `${'A1,Bern\n'.repeat(20_000)}A2,Z\xfcrich\n`
    const { table, values } = await read(Buffer.from(`serial,place\n${rows}`, 'latin1'))
    expect(table.encoding()).toBe('windows-1252')
    expect(values.at(-1)).toEqual(['A2', 'Zürich'])
  })

  it('is told an encoding that bytes do not show, and refuses one that there is not', async () => {
    const bytes = Buffer.from([0x73, 0x0a, 0x93, 0xfa, 0x96, 0x7b, 0x0a])
    expect((await read(bytes, { encoding: 'shift_jis' })).values).toEqual([['日本']])
    await expect(read('s\nA', { encoding: 'klingon' })).rejects.toMatchObject({
      problem: { code: 'encoding_unknown' },
    })
  })
})

describe('JSON', () => {
  const records =
    '[\n{"sku":"A","size":{"w":1,"h":2.50},"tags":["x","y"]},\n{"sku":"B","new":true}]'

  it('reads a list of objects: nested names dotted, lists as JSON text', async () => {
    const { table, headers, rows } = await read(records)
    expect(table.format).toBe('json')
    expect(headers).toEqual(['sku', 'size.w', 'size.h', 'tags', 'new'])
    expect(rows).toEqual([
      { line: 2, values: ['A', '1', '2.5', '["x","y"]', ''] },
      { line: 3, values: ['B', '', '', '', 'true'] },
    ])
  })

  it('reads an object a line, where a broken line does not harm the others', async () => {
    const { table, rows } = await read('{"sku":"A"}\n{"sku":"B"\n[1]\n\n{"sku":"C"}')
    expect(table.format).toBe('jsonl')
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 5])
    expect(rows.map(({ problems }) => problems?.[0]?.code)).toEqual([
      undefined,
      'json_invalid',
      'json_not_object',
      undefined,
    ])
  })

  it('goes on after a broken record of a list', async () => {
    const { rows } = await read('[{"sku":"A"}, {"sku":B}, 3, {"sku":"C"}]')
    expect(rows.map(({ values, problems }) => problems?.[0]?.code ?? values[0])).toEqual([
      'A',
      'json_invalid',
      'json_not_object',
      'C',
    ])
  })

  it('keeps every digit of a number', async () => {
    const { values } = await read('[{"a":12345678901234567890,"b":1e21,"c":0.1,"d":-3.5e-7}]')
    expect(values).toEqual([
      ['12345678901234567890', '1000000000000000000000', '0.1', '-0.00000035'],
    ])
  })

  it('hands on fields that the first records did not have', async () => {
    const many = Array.from({ length: 9000 }, (_, index) => ({ sku: `S${index}` }))
    const text = JSON.stringify([...many, { sku: 'last', colour: 'red' }])
    const { rows } = await read(
      Readable.from(text.match(/.{1,4000}/g)!.map((one) => Buffer.from(one))),
    )
    expect(rows.at(-1)).toMatchObject({ values: ['last'], extra: { colour: 'red' } })
  })

  it('gives back any records that were written, in any piece that the bytes arrive', async () => {
    const record = fc.record({
      k: fc.constant('#'),
      a: fc.string(),
      b: fc.string({ unit: 'grapheme' }),
    })
    const lists = fc.array(record, { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        lists,
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        async (list, size, nice) => {
          const clean = list.map((one) => ({ ...one, a: JSON.stringify(one.a) }))
          const bytes = Buffer.from(JSON.stringify(clean, null, nice ? 2 : 0))
          const pieces: Buffer[] = []
          for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
          const { values } = await read(Readable.from(pieces))
          expect(values).toEqual(clean.map(({ k, a, b }) => [k, a, b]))
        },
      ),
      { numRuns: 100 },
    )
  })
})

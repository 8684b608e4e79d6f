import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { workbookFile, workbookParts, zipArchive } from '../../../test/support/zip.ts'
import { openTable } from './open-table.ts'
import { FileError } from './problem.ts'
import type { FileProblemCode, Problem } from './problem.ts'
import type { SourceRow } from './table.ts'
import { inEnglish } from '../../i18n/english.ts'

const mebibyte = 2 ** 20

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seriatim-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function readAll(input: string | Readable): Promise<SourceRow[]> {
  const rows: SourceRow[] = []
  for await (const batch of (await openTable(input)).rows()) rows.push(...batch)
  return rows
}

/** Why a file is refused, be it at once or while it is read. */
async function refusal(content: string | Buffer | Readable): Promise<Problem> {
  const input = content instanceof Readable ? content : Readable.from([Buffer.from(content)])
  try {
    await readAll(input)
  } catch (error) {
    if (error instanceof FileError) return error.problem
    throw error
  }
  throw new Error('The file was read to its end.')
}

async function expectRefusal(content: string | Buffer | Readable, code: FileProblemCode) {
  const problem = await refusal(content)
  expect(problem.code).toBe(code)
  expect(inEnglish(problem.said)).not.toMatch(/\{\w+\}|undefined/)
  return problem
}

describe('what is no table', () => {
  it.each<[string, FileProblemCode, string | Buffer]>([
    ['nothing', 'file_empty', ''],
    ['blank lines', 'file_empty', '\n \n'],
    ['a PDF', 'file_binary', '%PDF-1.7\n%âãÏÓ'],
    ['a picture', 'file_binary', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['a compressed file', 'file_binary', gzipSync('serial\nA1')],
    ['a database', 'file_binary', 'SQLite format 3\u0000'],
    ['a web page that calls itself a spreadsheet', 'file_binary', '<html><table>'],
    [
      'random bytes',
      'file_binary',
      Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 251)),
    ],
    ['an old workbook', 'workbook_encrypted', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['an archive of other things', 'file_binary', zipArchive([{ name: 'a.txt', content: 'a' }])],
    ['a list of lists', 'json_not_list', '[["a","b"],["c","d"]]'],
    ['a list of numbers', 'file_empty', '[]'],
  ])('%s is refused', async (_, code, content) => {
    await expectRefusal(content, code)
  })

  it('a path without a file, and a folder, are refused', async () => {
    for (const path of [join(folder, 'none.csv'), folder]) {
      await expect(openTable(path)).rejects.toMatchObject({ problem: { code: 'file_unreadable' } })
    }
  })
})

describe('broken text', () => {
  it('a quotation mark that is never closed is named by its line', async () => {
    expect(
      await expectRefusal('serial,note\nA1,x\nA2,"y\nA3,z\n', 'quote_not_closed'),
    ).toMatchObject({
      line: 3,
    })
  })

  it('a quotation mark that draws lines together is a problem of that row', async () => {
    const rows = await readAll(Readable.from([Buffer.from('a,b,c\n1,2,"x\n2,z",w\n3,x,y\n')]))
    expect(rows.map(({ problems }) => problems?.[0]?.code)).toContain('row_cells_shifted')
  })

  it.each([
    ['with quotes', 'serial,note\n"'],
    ['without quotes', 'serial,note\n'],
    ['in a JSON record', '[{"serial":"'],
    ['in a line of JSON', '{"serial":"A"}\n{"serial":"'],
  ])('a line without end %s is cut short by the limit', async (_, start) => {
    let pieces = 0
    const endless = (function* () {
      yield Buffer.from(start)
      for (; pieces < 1600; pieces++) yield Buffer.alloc(64 * 1024, 'x')
    })()
    await expectRefusal(Readable.from(endless), 'row_too_long')
    expect(pieces).toBeLessThan(100)
  })

  it('JSON that ends too early or too late is named by its line', async () => {
    const start = '[\n{"serial":"A"},\n'
    expect(await expectRefusal(`${start}{"ser`, 'json_truncated')).toMatchObject({ line: 3 })
    expect(await expectRefusal(start, 'json_truncated')).toMatchObject({ line: 3 })
    expect(await expectRefusal(`${start}] more`, 'json_text_after')).toMatchObject({ line: 3 })
  })

  it('JSON nested without end does no harm', async () => {
    const deep = `[{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}]`
    expect((await refusal(deep)).code).toBe('json_not_list')
    await expectRefusal(`[{"a":${'{"b":'.repeat(400_000)}`, 'row_too_long')
  })

  it('too many columns, and a name too long, are refused', async () => {
    await expectRefusal(`${'a,'.repeat(1001)}\n1\n`, 'columns_too_many')
    await expectRefusal(`a,b\n${'1,'.repeat(1001)}\n`, 'columns_too_many')
    await expectRefusal(`${'x'.repeat(201)},b\n1,2\n`, 'header_too_long')
    const wide = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`k${i}`, i]))
    await expectRefusal(JSON.stringify([wide]), 'columns_too_many')
  })
})

describe('bad cells', () => {
  const cases: [string, string, string | Buffer, string][] = [
    ['a zero byte', 'cell_control_character', 'A\u00002', 'U+0000 at position 2'],
    ['a control character', 'cell_control_character', 'A\u0007', 'U+0007 at position 2'],
    ['a control character of Latin 1', 'cell_control_character', '\u0085', 'U+0085 at position 1'],
    ['a huge text', 'cell_too_long', 'x'.repeat(40_000), '32767'],
    ['a byte that is no character', 'cell_undecodable', Buffer.from([0x41, 0xff]), 'position 2'],
  ]
  it.each(cases)('%s is a problem of its row alone', async (_, code, cell, hint) => {
    const before = Buffer.from('sérial,näme\nA1,one\nA2,')
    const content = Buffer.concat([before, Buffer.from(cell), Buffer.from('\nA3,three\n')])
    const rows = await readAll(Readable.from([content]))
    expect(rows.map(({ problems }) => problems?.length ?? 0)).toEqual([0, 1, 0])
    const [problem] = rows[1]!.problems!
    expect(problem).toMatchObject({ code, line: 3, column: 'näme' })
    expect(inEnglish(problem!.said)).toContain(hint)
  })

  it('half a character of a JSON text is a problem of its row', async () => {
    const rows = await readAll(Readable.from(['[{"serial":"\\ud800"},{"serial":"A"}]']))
    expect(rows.map(({ problems }) => problems?.[0]?.code)).toEqual(['cell_undecodable', undefined])
  })
})

describe('broken and hostile workbooks', () => {
  const rows = '<row><c t="str"><v>serial</v></c></row><row><c t="str"><v>A1</v></c></row>'

  it('one that was cut short, or changed by a bit, is refused and never read wrongly', async () => {
    const list = Array.from({ length: 300 }, (_, i) => [`SN${i}`, i])
    const whole = Buffer.from(
      await writeXlsx({ sheets: [{ name: 'S', rows: [['s', 'n'], ...list] }] }),
    )
    const expected = await readAll(Readable.from([whole]))
    await expectRefusal(whole.subarray(0, whole.length / 2), 'workbook_broken')
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(whole)
        changed[at] = changed[at]! ^ (1 << bit)
        const found = await readAll(Readable.from([changed])).catch((error: unknown) => error)
        expect(found instanceof FileError ? expected : found).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it.each<[string, string]>([
    ['an open tag', '<row><c><v>1</c></row>'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><row/>'],
    ['tags without end', '<row>'.repeat(100)],
    ['no XML', 'serial < A1'],
  ])('a sheet with %s is refused', async (_, broken) => {
    await expectRefusal(workbookFile({ rows: broken }), 'workbook_broken')
  })

  it('a cell far to the right is refused before a row is made for it', async () => {
    await expectRefusal(
      workbookFile({ rows: '<row><c r="XFD1"><v>1</v></c></row>' }),
      'columns_too_many',
    )
  })

  it('a password is named', async () => {
    const parts = workbookParts({ rows }).map((part) => ({ ...part, claim: { flags: 1 } }))
    await expectRefusal(zipArchive(parts), 'workbook_encrypted')
  })

  it('a bomb is refused unopened, and takes no memory', async () => {
    const bomb = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(128 * mebibyte) }
    const parts = workbookParts({ rows }).filter(({ name }) => name !== bomb.name)
    const file = zipArchive([...parts, bomb])
    expect(file.length).toBeLessThan(mebibyte)
    const path = join(folder, 'bomb.xlsx')
    await writeFile(path, file)
    const before = process.memoryUsage.rss()
    await expect(openTable(path)).rejects.toMatchObject({ problem: { code: 'workbook_bomb' } })
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * mebibyte)
  })

  it('a bomb that hides its size is stopped where it grows beyond what it said', async () => {
    const name = 'xl/worksheets/sheet1.xml'
    const content = Buffer.alloc(64 * mebibyte, ' ')
    const parts = workbookParts({ rows }).filter((part) => part.name !== name)
    const file = zipArchive([...parts, { name, content, claim: { unpackedBytes: 1000 } }])
    const before = process.memoryUsage.rss()
    await expectRefusal(file, 'workbook_broken')
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * mebibyte)
  })

  it('too many parts, or too many bytes in all, are refused', async () => {
    const many = Array.from({ length: 2001 }, (_, i) => ({ name: `p${i}`, content: '' }))
    await expectRefusal(
      zipArchive([...workbookParts({ rows }), ...many]),
      'workbook_too_many_parts',
    )
    const claim = { unpackedBytes: 15 * mebibyte }
    const large = Array.from({ length: 70 }, (_, i) => ({ name: `p${i}`, content: '', claim }))
    await expectRefusal(zipArchive([...workbookParts({ rows }), ...large]), 'workbook_too_large')
    await expectRefusal(zipArchive([...many.slice(0, 1), ...many.slice(0, 1)]), 'workbook_broken')
  })

  it('leaves no file behind, whether it is read, refused or given up', async () => {
    const own = await mkdtemp(join(folder, 'temporary-'))
    const { TMPDIR: shared } = process.env
    process.env['TMPDIR'] = own
    onTestFinished(() => {
      if (shared === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = shared
    })
    await readAll(Readable.from([workbookFile({ rows })]))
    await refusal(Readable.from([zipArchive([{ name: 'a', content: 'b' }])]))
    const given = await openTable(Readable.from([workbookFile({ rows })]))
    await given.close()
    expect(await readdir(own)).toEqual([])
    const path = join(folder, 'book.xlsx')
    await writeFile(path, workbookFile({ rows }))
    await readAll(path)
    const handle = await open(path)
    await handle.close()
  })
})

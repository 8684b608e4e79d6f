/** docs/errors.md lists every code of the program, and no other. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { problemTypes } from '../src/contract/problem.ts'
import { refusals } from '../src/domain/refusal.ts'
import type { SchemeErrorCode } from '../src/domain/schemes/scheme.ts'
import { searchErrors } from '../src/domain/search/search-error.ts'
import { limitsTold } from '../src/files/read/problem.ts'
import { sentences } from '../src/gs1/say.ts'
import filesTexts from '../src/i18n/en/files.json' with { type: 'json' }
import sentencesOfRefusals from '../src/i18n/en/refusals.json' with { type: 'json' }
import rowsTexts from '../src/i18n/en/rows.json' with { type: 'json' }

const page = readFileSync(join(import.meta.dirname, '../docs/errors.md'), 'utf8')

/** The rows of a section's table, as their cells, without its head. */
function rowsOf(section: string): string[][] {
  const [, text = ''] = new RegExp(`\\n## ${section}\\n(.*?)(?=\\n## |$)`, 's').exec(page) ?? []
  const lines = text.split('\n').filter((line) => line.startsWith('| '))
  return lines.slice(2).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replace(/\\([|<*_])/g, '$1')),
  )
}

const code = (name: string) => `\`${name}\``

/** A text with its places as the page writes them. */
const withPlaces = (text: string): string => text.replace(/\{\{(\w+).*?\}\}/g, '{$1}')

/** Texts with the limits that they name, and their places as the page writes them. */
const filled = (texts: Record<string, string>, limits: Record<string, number> = {}) =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      withPlaces(text.replace('{{most}}', String(limits[name] ?? '{most}'))),
    ]),
  )

/** Rows with the first cells of each; what the page says beyond them is its own. */
const firstCells = (section: string, count: number) =>
  rowsOf(section).map((row) => row.slice(0, count))

it('lists every refusal of a command with its status, its sentence and what to do', () => {
  expect(firstCells('Commands', 3)).toEqual(
    Object.entries(refusals).map(([name, status]) => [
      code(name),
      String(status),
      withPlaces(sentencesOfRefusals[name as keyof typeof refusals]),
    ]),
  )
})

it('lists every problem of an operation with its status', () => {
  expect(firstCells('Operations', 2)).toEqual(
    Object.entries(problemTypes).map(([name, status]) => [code(name), String(status)]),
  )
})

it.each([
  ['Files', filled(filesTexts.problem, limitsTold)],
  ['Values', filled(rowsTexts.problem)],
  ['GS1 codes', sentences],
])('%s: lists every code with its sentence', (section, list: Record<string, string>) => {
  const expected = Object.entries(list).map(([name, sentence]) => [code(name), sentence])
  expect(rowsOf(section)).toEqual(expected)
})

it('lists every error of a search with what was expected', () => {
  expect(rowsOf('Searches')).toEqual(
    Object.entries(searchErrors).map(([name, { expected, sentence }]) => [
      code(name),
      withPlaces(expected),
      withPlaces(sentence),
    ]),
  )
})

it('lists every error of a serial scheme', () => {
  // The compiler sees to it that no code is missing here.
  const codes: Record<SchemeErrorCode, true> = {
    'scheme.pattern': true,
    'scheme.value': true,
    'scheme.number': true,
    'scheme.number_skipped': true,
    'scheme.key': true,
    'scheme.no_match': true,
    'scheme.ambiguous': true,
    'scheme.date': true,
  }
  expect(firstCells('Serial schemes', 1)).toEqual(Object.keys(codes).map((name) => [code(name)]))
})

it('says in each row what to do', () => {
  const rows = ['Commands', 'Operations', 'Serial schemes'].flatMap((section) => rowsOf(section))
  expect(rows.filter((row) => !row.at(-1)!.endsWith('.'))).toEqual([])
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { statuses } from '../status.ts'
import { inEnglish } from '../../i18n/english.ts'
import { meaningOf, parseQuery, searchFields, searchLimits } from './index.ts'

const guide = readFileSync(new URL('../../../docs/search.md', import.meta.url), 'utf8')

const codesIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!)

const blocks = [...guide.matchAll(/```search\n([^`]+)```/g)].flatMap(([, lines]) =>
  lines!.trim().split('\n'),
)
const firstCells = [...guide.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) => codesIn(cell!))
const conditions = codesIn(guide).filter((code) => /[\p{L}\d](?:[:=<>]|!=)/u.test(code))
const examples = [...new Set([...blocks, ...firstCells, ...conditions])]

test('the guide has examples', () => {
  expect(blocks.length).toBeGreaterThan(0)
  expect(examples.length).toBeGreaterThan(100)
})

test.each(examples)('%s', (example) => {
  expect(parseQuery(example, { now: 0 })).toMatchObject({ ok: true })
})

test.each(Object.entries(searchFields))('the guide tells all about %s', (name, definition) => {
  const { aliases, examples: shown } = definition
  const meaning = inEnglish(meaningOf(name))
  const list = (texts: readonly string[]): string => texts.map((text) => `\`${text}\``).join(' ')
  expect(guide).toContain(`| \`${name}\` | ${list(aliases)} | ${meaning} | ${list(shown)} |`)
})

test('the guide tells every status', () => {
  expect(codesIn(guide)).toEqual(expect.arrayContaining([...statuses]))
})

test('the guide tells the limits', () => {
  const [, paragraph = ''] = guide.split('## Limits')
  const told = (paragraph.split('##')[0] ?? '').replaceAll(',', '').match(/\d+/g)
  expect(told?.map(Number)).toEqual(Object.values(searchLimits))
})

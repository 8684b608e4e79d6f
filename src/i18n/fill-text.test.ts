import { expect, it } from 'vitest'
import { listOf, type ClauseList, type Said } from './clause.ts'
import { englishText, inEnglish } from './english.ts'
import { fillText, inWords, type TextOf } from './fill-text.ts'

it('fills each place with its value, and leaves empty what is not known', () => {
  const values = { a: 'x{{b}}', b: 0, c: null, d: true }
  expect(fillText('{{a}} {{b}} [{{c}}{{gone}}] {{d}}', values, () => undefined)).toBe(
    'x{{b}} 0 [] true',
  )
})

it.each([
  ['Got {{type, identifier, lower}}', { type: 'maker_serial' }, 'Got maker’s serial'],
  ['Got {{type, identifier, lower}}', { type: 'mac' }, 'Got MAC address'],
  ['Got {{type, identifier, lower}}', { type: 'Frame_No' }, 'Got Frame_No'],
  ['{{type, identifier}}', { type: 'asset_tag' }, 'Asset tag'],
  ['{{type, identifier}}', { type: 'constructor' }, 'constructor'],
  ['{{one, nowhere}}', { one: 'imei' }, 'imei'],
  ['{{all, status, lower}}', { all: 'in_stock, lost' }, 'in stock, lost'],
])('%s with %o says %s', (text, values, said) => {
  expect(fillText(text, values, englishText)).toBe(said)
})

/** A small language, to say things in. */
const texts: Readonly<Record<string, string>> = {
  'a.moved': 'Moved {{what}} to {{place}}',
  'a.units_one': '{{count}} unit',
  'a.units_few': '{{count}} units (few)',
  'a.units_other': '{{count}} units',
  'a.named': '{{type, identifier}}',
  'common.identifier.imei': 'IMEI',
  'a.quoted': 'He said: {{what, lower}}',
  'common.list.comma': '{{before}}, {{next}}',
  'common.list.or': '{{before}} or {{next}}',
}
const textOf: TextOf = (path, count) =>
  texts[count === undefined ? path : `${path}_${new Intl.PluralRules('pl').select(count)}`]

it('says a clause within another, in the plural form that the language has for the count', () => {
  const units = (count: number) => ({ key: 'a.units', values: { count } })
  const moved = (count: number) => ({
    key: 'a.moved',
    values: { what: units(count), place: '{{a}}' },
  })
  expect(inWords(moved(1), textOf)).toBe('Moved 1 unit to {{a}}')
  expect(inWords(moved(3), textOf)).toBe('Moved 3 units (few) to {{a}}')
  expect(inWords({ key: 'a.quoted', values: { what: moved(1) } }, textOf)).toBe(
    'He said: moved 1 unit to {{a}}',
  )
})

it('sets data apart from the words where the language asks for it, and words never', () => {
  const marked = (said: Said) => inWords(said, textOf, (data) => `<${data}>`)
  expect(marked({ key: 'a.moved', values: { what: 'A 1', place: 'B' } })).toBe('Moved <A 1> to <B>')
  expect(marked({ key: 'a.quoted', values: { what: listOf('or', ['a', 'b']) } })).toBe(
    'He said: <a> or <b>',
  )
  const named = { key: 'a.named', values: { type: 'imei, frame_no' } }
  expect(marked(named)).toBe('IMEI, <frame_no>')
})

it('says nothing where the language lacks a part', () => {
  const part = { key: 'a.gone', values: {} }
  expect(inWords(part, textOf)).toBeUndefined()
  expect(inWords(listOf('or', ['one', part]), textOf)).toBeUndefined()
  expect(inWords({ key: 'a.moved', values: { what: part, place: 'A' } }, textOf)).toBeUndefined()
})

it.each<[ClauseList['join'], readonly string[], string]>([
  ['and', [], ''],
  ['and', ['a'], 'a'],
  ['and', ['a', 'b'], 'a and b'],
  ['or', ['a', 'b', 'c'], 'a, b or c'],
  ['then', ['a', 'b', 'c'], 'a, b then c'],
  ['comma', ['a', 'b', 'c'], 'a, b, c'],
  ['semicolon', ['a', 'b', 'c'], 'a; b; c'],
  ['sentence', ['A.', 'B.', 'C.'], 'A. B. C.'],
])('a list joined by %s', (join, parts, words) => {
  expect(inEnglish(listOf(join, parts))).toBe(words)
})

import { expect, test } from 'vitest'
import { mended, parseQuery, searchErrors } from './index.ts'
import type { SearchErrorCode } from './index.ts'

const now = Date.UTC(2013, 5, 15, 10)
const knownTraits = [
  { name: 'capacity', type: 'number', unit: 'GB' },
  { name: 'tested', type: 'flag' },
] as const

/** Search, code, the text that is pointed at (in brackets), and what is suggested instead. */
const wrong: readonly (readonly [string, SearchErrorCode, suggestion?: string])[] = [
  [`${'b'.repeat(2000)}[b]`, 'too_long'],
  [`${'a '.repeat(64)}[b]`, 'too_many_terms'],
  [`${'('.repeat(8)}[(]a`, 'too_deep'],
  [`[lot:${Array.from({ length: 257 }, () => 'a').join(',')}]`, 'too_many_values'],
  ['lot:[*a*b*c*d*]', 'too_many_wildcards'],
  ['[group:status,item,lot,stage]', 'too_many_keys'],
  ['a[\u200e]b', 'invisible_character'],
  ['a[\u0000]', 'invisible_character'],
  ['a[\ud800]', 'invisible_character'],
  ['a ["b c]', 'quote_unclosed'],
  ['loc:["Aisle 3]', 'quote_unclosed'],
  ['"a"[b]', 'text_after_quote'],
  ['a [(]b OR c', 'parenthesis_unclosed'],
  ['a[)] b', 'parenthesis_unopened'],
  ['a OR[]', 'term_missing'],
  ['[OR] a', 'term_missing'],
  ['a OR [OR] b', 'term_missing'],
  ['a AND[]', 'term_missing'],
  ['[AND] a', 'term_missing'],
  ['a -[]', 'term_missing'],
  ['([)]', 'term_missing'],
  ['[""]', 'term_missing'],
  ['"a" [>=]5', 'field_missing'],
  ['[:]a', 'field_missing'],
  ['[staus]:in_stock', 'field_unknown', 'status'],
  ['[recieved]>2013', 'field_unknown', 'received'],
  ['[capcity]:4', 'field_unknown', 'capacity'],
  ['[gruop]:status', 'field_unknown', 'group'],
  ['trait.[""]:a', 'name_invalid'],
  ['id.[1x]:a', 'name_invalid'],
  ['status:[]', 'value_missing'],
  ['status:[] in_stock', 'value_missing'],
  ['status:in_stock,[]', 'value_missing'],
  ['lot:[""]', 'value_missing'],
  ['status:[(]in_stock OR packed)', 'value_grouped'],
  ['status:[in_stok]', 'value_unknown', 'in_stock'],
  ['status:packed,[xyz]', 'value_unknown'],
  ['status:[shipped]', 'value_unknown', 'in_transit,delivered'],
  ['status:[In-Stok]', 'value_unknown', 'in_stock'],
  ['received:[2013-02-30]', 'date_invalid'],
  ['received>[2013-6]', 'date_invalid', '2013-06'],
  ['received:2013..[15.06.2013]', 'date_invalid', '2013-06-15'],
  ['received:[03/04/2013]', 'date_invalid'],
  ['expiry:[2h]', 'date_invalid'],
  ['quantity>[many]', 'number_invalid'],
  ['capacity:[4kg]', 'number_invalid'],
  ['tested:[maybe]', 'flag_invalid'],
  ['[status>packed]', 'order_missing'],
  ['[name:a..b]', 'order_missing'],
  ['lot:[..]', 'range_missing_end'],
  ['quantity:[20..10]', 'range_reversed', '10..20'],
  ['received:[2013-09..2013-06]', 'range_reversed', '2013-06..2013-09'],
  ['lot:["B 1"..A]', 'range_reversed', 'A.."B 1"'],
  ['received>[2013..2014]', 'range_forbidden'],
  ['quantity>[1],2', 'range_forbidden'],
  ['at:[2013..2014]', 'range_forbidden'],
  ['received:[2013-*]', 'wildcard_forbidden'],
  ['serial:[A*]..B', 'wildcard_forbidden'],
  ['serial>[*]', 'wildcard_forbidden'],
  ['[*]', 'wildcard_alone'],
  ['(a [sort:serial])', 'directive_misplaced'],
  ['-[at:2013]', 'directive_misplaced'],
  ['sort:serial [sort:lot]', 'directive_repeated'],
  ['[sort=serial]', 'directive_operator'],
  ['sort:[id]', 'key_invalid'],
  ['group:[serial]', 'key_invalid'],
  ['group:[received]', 'key_invalid', 'month(received)'],
  ['group:[month]', 'key_invalid', 'month(received)'],
  ['group:[month(status)]', 'key_invalid'],
  ['sort:serial,[sn]', 'key_repeated'],
  ['group:[fortnight](received)', 'period_unknown'],
]

test.each([...wrong.entries()])('%i is refused where it is wrong', (_, row) => {
  const [marked, code, suggestion] = row
  const position = marked.indexOf('[')
  const length = marked.indexOf(']') - position - 1
  const text = marked.replace('[', '').replace(']', '')
  const result = parseQuery(text, { now, knownTraits })
  if (result.ok) throw new Error('It was understood.')
  const { error } = result
  expect(error).toMatchObject({ code, position, length })
  expect(error.suggestion).toBe(suggestion)
  expect(error.expected).not.toMatch(/[{}]|^$/)
  expect(error.sentence).toMatch(/^[^{}]+[.?]$/)
  if (suggestion === undefined) return
  expect(parseQuery(mended(text, error)!, { now, knownTraits }).ok).toBe(true)
})

test('every error of the list can happen', () => {
  const seen = new Set(wrong.map(([, code]) => code))
  expect([...seen].sort()).toEqual(Object.keys(searchErrors).sort())
})

test('an unknown status is told which there are', () => {
  const result = parseQuery('status:gone', { now })
  expect(result.ok ? '' : result.error.sentence).toContain('void, expected, in_stock, in_progress')
})

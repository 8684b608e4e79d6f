import { expect, test } from 'vitest'
import { completions, type SearchVocabulary } from './index.ts'

const vocabulary: SearchVocabulary = {
  knownTraits: [
    { name: 'model', type: 'text' },
    { name: 'Colour code', type: 'text' },
    { name: 'tested', type: 'flag' },
    { name: 'size', type: 'text', choices: ['S', 'Extra large'] },
  ],
  values: { loc: ['Aisle 3', 'Dock 1'], model: ['ST3000DM001', 'WD40EFRX'] },
}

/** What the text becomes with each suggestion; `|` is the cursor. */
function complete(marked: string): string[] {
  const cursor = marked.indexOf('|')
  const text = marked.replace('|', '')
  return completions(text, cursor, vocabulary).map(
    ({ from, to, insert }) => text.slice(0, from) + insert + text.slice(to),
  )
}

test('fields and traits by the beginning of their names, then by what is in them', () => {
  expect(complete('a sta|')).toEqual(['a status:', 'a stage:'])
  expect(complete('a -(mod|')).toEqual(['a -(changed:', 'a -(model:'])
  expect(complete('colour|')).toEqual(['trait."Colour code":'])
  expect(complete('location|')).toContain('loc:')
})

test('an empty box offers fields, and the rest of a name under the cursor is replaced', () => {
  expect(complete('|')).toContain('item:')
  expect(complete('failed:* |').slice(0, 2)).toEqual(['failed:* item:', 'failed:* sku:'])
  expect(complete('stat|us:lost')).toEqual(['status:lost'])
})

test('nothing within a quoted phrase', () => {
  expect(complete('"cordless |')).toEqual([])
  expect(complete('"sta|')).toEqual([])
})

test('values of the field, quoted where they need it', () => {
  expect(complete('status:in_|')).toEqual([
    'status:in_stock',
    'status:in_progress',
    'status:in_transit',
    'status:in_repair',
  ])
  expect(complete('status:lost,pac| b')).toEqual(['status:lost,packed b'])
  expect(complete('loc:ai|')).toEqual(['loc:"Aisle 3"'])
  expect(complete('loc:"Aisle|"')).toEqual(['loc:"Aisle 3"'])
  expect(complete('trait.model:40|')).toEqual(['trait.model:WD40EFRX'])
  expect(complete('tested:|')).toEqual(['tested:yes', 'tested:no', 'tested:*'])
  expect(complete('size:|')).toEqual(['size:S', 'size:"Extra large"', 'size:*'])
  expect(complete('received>=to|')).toEqual(['received>=today'])
  expect(complete('received:2013..this|')).toEqual([
    'received:2013..this-week',
    'received:2013..this-month',
    'received:2013..this-year',
  ])
})

test('fields for sort and group, dates for at', () => {
  expect(complete('sort:-rec|')).toEqual(['sort:-received'])
  expect(complete('sort:status,colour|')).toEqual(['sort:status,"trait.Colour code"'])
  expect(complete('group:week(rec|')).toEqual(['group:week(received)'])
  expect(complete('at:yes|')).toEqual(['at:yesterday'])
})

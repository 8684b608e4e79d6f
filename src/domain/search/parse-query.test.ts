import { describe, expect, test } from 'vitest'
import { parseQuery, searchLimits } from './index.ts'
import type { Expression, FieldReference, Match, ParseOptions, SearchQuery, Term } from './index.ts'

const now = Date.UTC(2013, 5, 15, 10)

function queryOf(text: string, options: Partial<ParseOptions> = {}): SearchQuery {
  const result = parseQuery(text, { now, ...options })
  if (!result.ok) throw new Error(`${text}: ${result.error.sentence}`)
  return result.query
}

const whereOf = (text: string, options?: Partial<ParseOptions>): Expression | null =>
  queryOf(text, options).where

function matchesOf(text: string, options?: Partial<ParseOptions>): readonly Match[] {
  const where = whereOf(text, options)
  if (where?.kind !== 'term') throw new Error(`${text} is not one term`)
  return where.matches
}

function fieldOf(text: string, options?: Partial<ParseOptions>): FieldReference {
  return (whereOf(text, options) as Term).field
}

const free = (text: string): Expression => ({ kind: 'free', match: { kind: 'words', text } })

describe('conditions', () => {
  test('the search of the issue is six terms that must all hold', () => {
    const where = whereOf(
      'item:DRIVE-4TB status:in_stock loc:"Aisle 3" model:ST3000DM001 received>2013-06 failed:*',
    )
    expect(where?.kind).toBe('and')
    const terms = (where as Extract<Expression, { kind: 'and' }>).parts as readonly Term[]
    expect(terms.map(({ field, matches }) => [field.kind, field.name, matches[0]])).toEqual([
      ['field', 'item', { kind: 'text', text: 'DRIVE-4TB', exact: false }],
      ['field', 'status', { kind: 'code', code: 'in_stock' }],
      ['field', 'loc', { kind: 'text', text: 'Aisle 3', exact: false }],
      ['trait', 'model', expect.objectContaining({ kind: 'readings' })],
      ['field', 'received', expect.objectContaining({ from: Date.UTC(2013, 6, 1), to: null })],
      ['field', 'failed', { kind: 'any' }],
    ])
  })

  test('OR binds less than standing beside each other, - and NOT more', () => {
    const [a, b, c] = [free('a'), free('b'), free('c')]
    expect(whereOf('a b OR c')).toEqual({
      kind: 'or',
      parts: [{ kind: 'and', parts: [a, b] }, c],
    })
    expect(whereOf('a (b OR c)')).toEqual({
      kind: 'and',
      parts: [a, { kind: 'or', parts: [b, c] }],
    })
    expect(whereOf('-a b')).toEqual({ kind: 'and', parts: [{ kind: 'not', part: a }, b] })
    expect(whereOf('NOT (a AND b)')).toEqual({ kind: 'not', part: { kind: 'and', parts: [a, b] } })
    expect(whereOf('NOT -a')).toEqual(a)
    expect(whereOf('((a) (b c))')).toEqual({ kind: 'and', parts: [a, b, c] })
  })

  test('an empty search is every unit', () => {
    expect(queryOf('  ')).toEqual({
      where: null,
      sort: [],
      group: [],
      at: null,
      timeZoneOffsetMinutes: 0,
    })
  })

  test('words in lower case are no operators', () => {
    expect(whereOf('or not and')).toEqual({
      kind: 'and',
      parts: [free('or'), free('not'), free('and')],
    })
  })

  test('!= is the exclusion of :', () => {
    expect(whereOf('status!=lost,void')).toEqual(whereOf('-status:lost,void'))
  })

  test('pasted addresses and numbers with colons are words', () => {
    expect(whereOf('ab:cd:ef:00:11:22')).toEqual(free('ab:cd:ef:00:11:22'))
    expect(whereOf('urn:epc:id:sgtin:0614141.8.1')).toEqual(free('urn:epc:id:sgtin:0614141.8.1'))
    expect(whereOf('https://id.gs1.org/01/0')).toEqual(free('https://id.gs1.org/01/0'))
    expect(whereOf('10:30')).toEqual(free('10:30'))
  })
})

describe('words', () => {
  test('quotes, also curly ones, hold a phrase together; in words they need no escape', () => {
    expect(whereOf('"cordless drill"')).toEqual(free('cordless drill'))
    expect(whereOf('“cordless drill”')).toEqual(free('cordless drill'))
    expect(whereOf('3.5"')).toEqual(free('3.5"'))
    expect(whereOf(String.raw`"3.5\" \\ a\b"`)).toEqual(free(String.raw`3.5" \ a\b`))
  })

  test('wildcards stand at any place, and are themselves in quotes', () => {
    const pattern = (...segments: string[]) => ({
      kind: 'free',
      match: { kind: 'pattern', segments, exact: false },
    })
    expect(whereOf('ST3000*')).toEqual(pattern('ST3000', ''))
    expect(whereOf('*DM001')).toEqual(pattern('', 'DM001'))
    expect(whereOf('"WD 40"**A*')).toEqual(pattern('WD 40', 'A', ''))
    expect(whereOf('"A*"')).toEqual(free('A*'))
  })

  test('text is composed, so that both ways to write an accent are one', () => {
    expect(whereOf('Cafe\u0301')).toEqual(free('Caf\u00e9'))
  })
})

describe('fields', () => {
  test('names and aliases are read whatever the letter case, with _ or -', () => {
    for (const text of ['loc:A', 'LOCATION:A', 'in:A']) {
      expect(fieldOf(text)).toEqual({ kind: 'field', name: 'loc' })
    }
    expect(fieldOf('Best-Before<today')).toEqual({ kind: 'field', name: 'expiry' })
    expect(fieldOf('asset-tag:1')).toEqual({ kind: 'identifier', name: 'asset_tag' })
    expect(fieldOf('id.badge:1')).toEqual({ kind: 'identifier', name: 'badge' })
    expect(fieldOf('id.serial:1')).toEqual({ kind: 'field', name: 'serial' })
  })

  test('any other name is a trait, and trait. makes one of any name', () => {
    expect(fieldOf('colour:red')).toEqual({ kind: 'trait', name: 'colour' })
    expect(fieldOf('trait.status:red')).toEqual({ kind: 'trait', name: 'status' })
    expect(fieldOf('trait."Colour code":red')).toEqual({ kind: 'trait', name: 'Colour code' })
    for (const name of ['state', 'part', 'plate', 'mode', 'comment', 'make']) {
      expect(fieldOf(`${name}:red`)).toEqual({ kind: 'trait', name })
    }
    const knownTraits = [{ name: 'Staus', type: 'text' }] as const
    expect(fieldOf('staus:red', { knownTraits })).toEqual({ kind: 'trait', name: 'Staus' })
  })
})

describe('values', () => {
  test('= minds letter case and takes names whole', () => {
    expect(matchesOf('serial=ab1')).toEqual([{ kind: 'text', text: 'ab1', exact: true }])
    expect(matchesOf('name:"cordless drill"')).toEqual([{ kind: 'words', text: 'cordless drill' }])
    expect(matchesOf('name=Drill')).toEqual([{ kind: 'text', text: 'Drill', exact: true }])
  })

  test('lists, in which a quoted comma is a comma', () => {
    expect(matchesOf('status:in-stock,Packed')).toEqual([
      { kind: 'code', code: 'in_stock' },
      { kind: 'code', code: 'packed' },
    ])
    expect(matchesOf('lot:"a,b",c')).toEqual([
      { kind: 'text', text: 'a,b', exact: false },
      { kind: 'text', text: 'c', exact: false },
    ])
  })

  test('a wildcard in a status stands for all that fit', () => {
    expect(matchesOf('status:in_*')).toEqual(
      ['in_stock', 'in_progress', 'in_transit', 'in_repair'].map((code) => ({
        kind: 'code',
        code,
      })),
    )
  })

  test('ranges of serials include both ends, or one when the other is open', () => {
    const [a, b] = [
      { text: 'A1', inclusive: true },
      { text: 'B2', inclusive: true },
    ]
    expect(matchesOf('serial:A1..B2')).toEqual([{ kind: 'textRange', from: a, to: b }])
    expect(matchesOf('serial:A1..')).toEqual([{ kind: 'textRange', from: a, to: null }])
    expect(matchesOf('serial:*..B2')).toEqual([{ kind: 'textRange', from: null, to: b }])
    expect(matchesOf('serial<A1')).toEqual([
      { kind: 'textRange', from: null, to: { text: 'A1', inclusive: false } },
    ])
  })

  test('a GTIN is padded to its 14 digits', () => {
    expect(matchesOf('gtin:4006381333931')).toEqual([
      { kind: 'text', text: '04006381333931', exact: false },
    ])
  })

  test('a trait of unknown type is read in every way that fits', () => {
    expect(matchesOf('x:2013')).toMatchObject([
      {
        kind: 'readings',
        text: { text: '2013' },
        number: { from: { value: 2013 }, to: { value: 2013 } },
        time: { from: Date.UTC(2013, 0), to: Date.UTC(2014, 0) },
        flag: null,
      },
    ])
    expect(matchesOf('x:yes')).toMatchObject([{ number: null, time: null, flag: true }])
    expect(matchesOf('x>9')).toMatchObject([{ number: { from: { value: 9, inclusive: false } } }])
    expect(matchesOf('x:9..10')).toMatchObject([{ number: { to: { value: 10 } } }])
  })

  test('a described trait is read as what it is', () => {
    const knownTraits = [
      { name: 'capacity', type: 'number', unit: 'GB' },
      { name: 'tested', type: 'flag' },
      { name: 'checked on', type: 'day' },
    ] as const
    expect(matchesOf('capacity:4TB', { knownTraits })).toMatchObject([
      { kind: 'number', from: { value: 4000 }, to: { value: 4000 }, unit: 'GB' },
    ])
    expect(matchesOf('capacity:500', { knownTraits })).toMatchObject([{ from: { value: 500 } }])
    expect(matchesOf('tested:no', { knownTraits })).toEqual([{ kind: 'flag', flag: false }])
    expect(matchesOf('trait."checked on"<2013', { knownTraits })).toMatchObject([
      { kind: 'time', from: null, to: Date.UTC(2013, 0) },
    ])
  })
})

describe('directives', () => {
  test('sort, group and at stand anywhere on the outermost level', () => {
    const query = queryOf(
      'sort:-received,"trait.Colour code" a group:model,month(received) OR b at:2013-07-01',
    )
    expect(query.where).toEqual({ kind: 'or', parts: [free('a'), free('b')] })
    expect(query.sort).toEqual([
      { field: { kind: 'field', name: 'received' }, descending: true },
      { field: { kind: 'trait', name: 'Colour code' }, descending: false },
    ])
    expect(query.group).toEqual([
      { field: { kind: 'trait', name: 'model' }, period: null },
      { field: { kind: 'field', name: 'received' }, period: 'month' },
    ])
    expect(query.at).toEqual({ written: '2013-07-01', before: Date.UTC(2013, 6, 2) })
  })
})

describe('limits', () => {
  test('what is allowed to the last one is understood', () => {
    const { terms, depth, length } = searchLimits
    expect(parseQuery('a '.repeat(terms), { now }).ok).toBe(true)
    expect(parseQuery(`${'('.repeat(depth)}a${')'.repeat(depth)}`, { now }).ok).toBe(true)
    expect(parseQuery('a'.repeat(length), { now }).ok).toBe(true)
  })
})

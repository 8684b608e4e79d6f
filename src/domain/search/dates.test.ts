import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from './index.ts'
import type { TimeMatch } from './index.ts'

// A Saturday; in Auckland (UTC+12) it is the evening, in Honolulu (UTC-10) still the morning.
const now = Date.UTC(2013, 5, 15, 10, 30)

function timeOf(text: string, timeZoneOffsetMinutes = 0, at = now): TimeMatch {
  const result = parseQuery(text, { now: at, timeZoneOffsetMinutes })
  if (!result.ok) throw new Error(result.error.sentence)
  const { where } = result.query
  if (where?.kind !== 'term' || where.matches[0]?.kind !== 'time') throw new Error('Not a time.')
  return where.matches[0]
}

const shown = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString().replace(/(:00)?:00\.000Z$/, '')

const bounds = (text: string, offset?: number): (string | null)[] => {
  const { from, to } = timeOf(text, offset)
  return [shown(from), shown(to)]
}

describe('every precision is a half-open interval', () => {
  test.each([
    ['2013', '2013-01-01T00', '2014-01-01T00'],
    ['2013-Q2', '2013-04-01T00', '2013-07-01T00'],
    ['2013-12', '2013-12-01T00', '2014-01-01T00'],
    ['2013-W24', '2013-06-10T00', '2013-06-17T00'],
    ['2013-W24-6', '2013-06-15T00', '2013-06-16T00'],
    ['2020-W53', '2020-12-28T00', '2021-01-04T00'],
    ['2012-02-29', '2012-02-29T00', '2012-03-01T00'],
    ['2013-06-15T14', '2013-06-15T14', '2013-06-15T15'],
    ['"2013-06-15 14:30"', '2013-06-15T14:30', '2013-06-15T14:31'],
    ['2013-06-15T14:30:05', '2013-06-15T14:30:05.000Z', '2013-06-15T14:30:06.000Z'],
    ['2013-06-15T14:30:05.25', '2013-06-15T14:30:05.250Z', '2013-06-15T14:30:05.260Z'],
    ['2013-06-15T14:30+02:00', '2013-06-15T12:30', '2013-06-15T12:31'],
    ['today', '2013-06-15T00', '2013-06-16T00'],
    ['yesterday', '2013-06-14T00', '2013-06-15T00'],
    ['tomorrow', '2013-06-16T00', '2013-06-17T00'],
    ['this-week', '2013-06-10T00', '2013-06-17T00'],
    ['last-month', '2013-05-01T00', '2013-06-01T00'],
    ['next-quarter', '2013-07-01T00', '2013-10-01T00'],
    ['last_year', '2012-01-01T00', '2013-01-01T00'],
    ['now', '2013-06-15T10:30', '2013-06-15T10:30:00.001Z'],
  ])('%s', (date, from, to) => {
    expect(bounds(`received:${date}`)).toEqual([from, to])
  })
})

describe('comparisons take the whole of a period', () => {
  test.each([
    ['received>2013-06', '2013-07-01T00', null],
    ['received>=2013-06', '2013-06-01T00', null],
    ['received<2013-06', null, '2013-06-01T00'],
    ['received<=2013-06', null, '2013-07-01T00'],
    ['received:2013-06..2013-09', '2013-06-01T00', '2013-10-01T00'],
    ['received:2013-06..', '2013-06-01T00', null],
    ['received:..yesterday', null, '2013-06-15T00'],
  ])('%s', (text, from, to) => {
    expect(bounds(text)).toEqual([from, to])
  })
})

describe('amounts of time count from now', () => {
  test.each([
    ['received:7d', '2013-06-08T00', null],
    ['received:2h', '2013-06-15T08:30', null],
    ['received>=2w', '2013-06-01T00', null],
    ['received>1d', '2013-06-15T00', null],
    ['received<1y', null, '2012-06-15T00'],
    ['received<=3mo', null, '2013-03-16T00'],
    ['received:"3mo ago"..1d', '2013-03-15T00', '2013-06-15T00'],
    ['expiry:+30d', '2013-06-15T00', '2013-07-16T00'],
    ['expiry<=+2w', null, '2013-06-30T00'],
  ])('%s', (text, from, to) => {
    expect(bounds(text)).toEqual([from, to])
  })

  test('a month ago is the last day of a shorter month', () => {
    const { from } = timeOf('received:1mo', 0, Date.UTC(2013, 2, 31))
    expect(shown(from)).toBe('2013-02-28T00')
  })
})

describe('time zones', () => {
  test('days begin where the reader is', () => {
    expect(bounds('received:2013-06', 120)).toEqual(['2013-05-31T22', '2013-06-30T22'])
    expect(bounds('received:today', 14 * 60)).toEqual(['2013-06-15T10', '2013-06-16T10'])
    expect(bounds('received:today', -11 * 60)).toEqual(['2013-06-14T11', '2013-06-15T11'])
  })

  test('calendar days are the same everywhere, but today is not', () => {
    expect(bounds('expiry:2013-06', 120)).toEqual(['2013-06-01T00', '2013-07-01T00'])
    expect(bounds('expiry:today', 14 * 60)).toEqual(['2013-06-16T00', '2013-06-17T00'])
    expect(bounds('expiry<today', -11 * 60)).toEqual([null, '2013-06-14T00'])
  })
})

test('each day lies in its week, month, quarter and year, next to its neighbours', () => {
  const days = fc.integer({
    min: Date.UTC(1970, 0) / 86_400_000,
    max: Date.UTC(2100, 0) / 86_400_000,
  })
  fc.assert(
    fc.property(days, fc.integer({ min: -14 * 60, max: 14 * 60 }), (day, offset) => {
      const at = day * 86_400_000 - offset * 60_000
      const today = timeOf('received:today', offset, at)
      expect(today).toMatchObject({ from: at, to: at + 86_400_000 })
      expect(timeOf('received:yesterday', offset, at).to).toBe(today.from)
      for (const period of ['week', 'month', 'quarter', 'year']) {
        const { from, to } = timeOf(`received:this-${period}`, offset, at)
        expect(from!).toBeLessThanOrEqual(at)
        expect(to!).toBeGreaterThan(at)
        expect(timeOf(`received:last-${period}`, offset, at).to).toBe(from)
        expect(timeOf(`received:next-${period}`, offset, at).from).toBe(to)
      }
    }),
  )
})

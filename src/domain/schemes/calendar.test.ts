import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfDayOfYear, dayOfYear, isDate, isoWeek, mondayOf } from './calendar.ts'

test.each<[number, number, number, number, number]>([
  [2026, 8, 1, 2026, 31],
  [2027, 1, 1, 2026, 53],
  [2027, 1, 4, 2027, 1],
  [2024, 12, 30, 2025, 1],
  [2005, 1, 2, 2004, 53],
  [2008, 12, 28, 2008, 52],
  [1969, 12, 29, 1970, 1],
])('%i-%i-%i lies in ISO year %i, week %i', (year, month, day, weekYear, week) => {
  expect(isoWeek({ year, month, day })).toEqual({ year: weekYear, week })
})

test('weeks and days of the year lead back to their day', () => {
  const days = fc.date({
    min: new Date('1000-01-08'),
    max: new Date('9999-12-25'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(days, (moment) => {
      const date = {
        year: moment.getUTCFullYear(),
        month: moment.getUTCMonth() + 1,
        day: moment.getUTCDate(),
      }
      expect(isDate(date)).toBe(true)
      expect(dateOfDayOfYear(date.year, dayOfYear(date))).toEqual(date)
      const { year, week } = isoWeek(date)
      const monday = mondayOf(year, week)
      expect(isoWeek(monday)).toEqual({ year, week })
      const sinceMonday =
        Date.UTC(date.year, date.month - 1, date.day) -
        Date.UTC(monday.year, monday.month - 1, monday.day)
      expect(sinceMonday / 86_400_000).toBe((moment.getUTCDay() + 6) % 7)
    }),
  )
})

test('days that do not exist are known', () => {
  expect(isDate({ year: 2026, month: 2, day: 29 })).toBe(false)
  expect(isDate({ year: 2028, month: 2, day: 29 })).toBe(true)
  expect(isDate({ year: 2026, month: 13, day: 1 })).toBe(false)
})

import type { Reading } from './read-serial.ts'

/** What a part of a serial is called, and what it says. */
export interface ReadingFact {
  readonly name: string
  readonly value: string
}

const names: Readonly<Record<string, string>> = { 'item.code': 'item' }

/**
 * What a serial says, part by part, in words.
 *
 * @param nameOf the name of what a code stands for, such as Hamburg for HAM
 */
export function readingFacts(
  { fields, date, number, check }: Reading,
  nameOf: (field: string, code: string) => string | undefined = () => undefined,
): ReadingFact[] {
  const facts = Object.entries(fields).map(([field, code]) => ({
    name: names[field] ?? field.replace(/^trait\./, ''),
    value: nameOf(field, code) ?? code,
  }))
  const day = dateInWords(date)
  if (day !== '') facts.push({ name: 'date', value: day })
  if (number !== null) facts.push({ name: 'number', value: String(number) })
  if (check !== 'none') facts.push({ name: 'check', value: check })
  return facts
}

/** Facts that need no word before them. */
const plain = ['item', 'date', 'site']

/** The facts as one sentence: `E-bike frame, Hamburg, week 31 of 2026, number 412, check good`. */
export const readingSentence = (facts: readonly ReadingFact[]): string =>
  facts.map(({ name, value }) => (plain.includes(name) ? value : `${name} ${value}`)).join(', ')

/** A date that a serial shows: `2026-08-01`, `week 31 of 2026`, `day 213 of 2026`. */
function dateInWords({ year, month, day, week, dayOfYear }: Reading['date']): string {
  const of = year === undefined ? '' : ` of ${year}`
  if (week !== undefined) return `week ${week}${of}`
  if (dayOfYear !== undefined) return `day ${dayOfYear}${of}`
  const two = (value: number | undefined) =>
    value === undefined ? [] : String(value).padStart(2, '0')
  return [year === undefined ? [] : String(year), two(month), two(day)].flat().join('-')
}

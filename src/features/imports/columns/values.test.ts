import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOrderOf, readDate } from './dates.ts'
import { readGtin } from './gtins.ts'
import { readExactNumber, readNumber } from './numbers.ts'
import { isNoValue, isPlaceholderSerial } from './placeholder.ts'
import { readIdentifier, readText } from './values.ts'
import type { Reading } from './value-problem.ts'
import { inEnglish } from '../../../i18n/english.ts'

/** The value that was read, or the code of what is wrong with it. */
const outcome = <T>(reading: Reading<T>): T | string =>
  reading.fault === undefined ? reading.value : reading.fault.code
const iso = (text: string, order?: 'day_first' | 'month_first'): string => {
  const reading = readDate(text, order)
  return reading.fault === undefined ? reading.value.iso : reading.fault.code
}

describe('a date', () => {
  it.each([
    ['2013-10-15', '2013-10-15'],
    ['2024-02-29', '2024-02-29'],
    ['2013/1/5', '2013-01-05'],
    ['20131015', '2013-10-15'],
    ['15.10.2013', '2013-10-15'],
    ['5.4.2013', '2013-04-05'],
    ['31/12/2013', '2013-12-31'],
    ['12/31/2013', '2013-12-31'],
    ['5/5/2013', '2013-05-05'],
    ['15-Oct-2013', '2013-10-15'],
    ['15 October 2013', '2013-10-15'],
    ['15-Oct-13', '2013-10-15'],
    ['15.10.13', '2013-10-15'],
    ['1. März 2013', '2013-03-01'],
    ['15 août 1999', '1999-08-15'],
    ['Oct 15th, 2013', '2013-10-15'],
    ['Tue, Oct 15 2013', '2013-10-15'],
    ['\u200e15.10.2013', '2013-10-15'],
    ['2013-10-15T08:30:00Z', '2013-10-15T08:30:00.000Z'],
    ['2013-10-15 08:30', '2013-10-15T08:30:00.000Z'],
    ['2013-10-15T08:30:00.25+02:00', '2013-10-15T06:30:00.250Z'],
    ['10/15/2013 12:05:09 AM', '2013-10-15T00:05:09.000Z'],
    ['15.10.2013 1:05 p.m.', '2013-10-15T13:05:00.000Z'],
  ])('%j is read as %s', (text, expected) => {
    expect(iso(text)).toBe(expected)
  })

  it.each([
    ['03/04/2024', 'date_ambiguous'],
    ['15/10/13', 'date_two_digit_year'],
    ['13-04-05', 'date_two_digit_year'],
    ['15 jui 2013', 'date_unreadable'],
    ['2013-02-30', 'date_impossible'],
    ['2023-02-29', 'date_impossible'],
    ['31/13/2013', 'date_impossible'],
    ['0000-00-00', 'date_impossible'],
    ['2013-10-15 25:00', 'date_impossible'],
    ['soon', 'date_unreadable'],
    ['41562', 'date_unreadable'],
    ['2013', 'date_unreadable'],
    ['15 Brumaire 2013', 'date_unreadable'],
  ])('%j is refused: %s', (text, expected) => {
    expect(iso(text)).toBe(expected)
  })

  it('of any length is judged at once', () => {
    expect(iso(`1${' '.repeat(30_000)}x`)).toBe('date_unreadable')
    expect(outcome(readNumber(`${'1'.repeat(30_000)}x`))).toBe('number_unreadable')
  })

  it('is read in the order of its column, and never swapped to fit', () => {
    expect(iso('03/04/2024', 'day_first')).toBe('2024-04-03')
    expect(iso('03/04/2024', 'month_first')).toBe('2024-03-04')
    expect(iso('31/12/2013', 'month_first')).toBe('date_impossible')
  })

  it('shows the order of its column where one of its days is above twelve', () => {
    expect(dateOrderOf(['03/04/2024', '13/04/2024', ''])).toBe('day_first')
    expect(dateOrderOf(['03/04/2024', '03/14/2024 10:00'])).toBe('month_first')
    expect(dateOrderOf(['03/04/2024', '2024-12-31'])).toBeUndefined()
    expect(dateOrderOf(['13/04/2024', '04/13/2024'])).toBeUndefined()
    expect(dateOrderOf(['03/04/24', '13/04/24'])).toBe('day_first')
    expect(dateOrderOf(['04/03/24', '04/14/24'])).toBe('month_first')
    // These may well begin with the year.
    expect(dateOrderOf(['13/04/05', '13/04/06'])).toBeUndefined()
  })

  it('survives every form that it is written in', () => {
    const day = fc.date({
      min: new Date('1901-01-01'),
      max: new Date('2199-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, (date) => {
        const written = date.toISOString()
        const [year, month, dayOfMonth] = written.slice(0, 10).split('-')
        const name = date.toLocaleString('en', { month: 'short', timeZone: 'UTC' })
        expect(iso(written)).toBe(written)
        expect(iso(`${year}-${month}-${dayOfMonth}`)).toBe(written.slice(0, 10))
        expect(iso(`${dayOfMonth}.${month}.${year}`)).toBe(written.slice(0, 10))
        expect(iso(`${month}/${dayOfMonth}/${year}`, 'month_first')).toBe(written.slice(0, 10))
        expect(iso(`${dayOfMonth}-${name}-${year}`)).toBe(written.slice(0, 10))
      }),
    )
  })
})

describe('a number', () => {
  it.each([
    ['3000592982016', '3000592982016'],
    ['-5', '-5'],
    ['007.50', '7.5'],
    ['1,234.50', '1234.5'],
    ['1.234,50', '1234.5'],
    ['1,234,567', '1234567'],
    ['1 234,5', '1234.5'],
    ["1'234.5", '1234.5'],
    ['0,125', '0.125'],
    ['12,5', '12.5'],
    ['\u22123', '-3'],
    ['1e3', '1000'],
    ['12345678901234567890.123456789', '12345678901234567890.123456789'],
    ['1,234', 'number_ambiguous'],
    ['12,34,567', 'number_unreadable'],
    ['1.2.3', 'number_unreadable'],
    ['12 kg', 'number_unreadable'],
    ['', 'number_unreadable'],
    ['.', 'number_unreadable'],
    ['NaN', 'number_unreadable'],
    ['0x1F', 'number_unreadable'],
  ])('%j is read as %s', (text, expected) => {
    expect(outcome(readNumber(text))).toBe(expected)
  })

  it('is read by the decimal mark of its column', () => {
    expect(outcome(readNumber('1,234', '.'))).toBe('1234')
    expect(outcome(readNumber('1,234', ','))).toBe('1.234')
    expect(outcome(readNumber('1.234', ','))).toBe('1234')
    expect(outcome(readNumber('1.234'))).toBe('1.234')
  })

  it('that a spreadsheet shortened is warned of', () => {
    const reading = readNumber('3.00059E+12')
    expect(reading).toMatchObject({
      value: '3000590000000',
      warning: { code: 'number_digits_lost' },
    })
  })

  it('is refused where a floating-point number cannot hold it', () => {
    expect(outcome(readExactNumber('9007199254740993'))).toBe('number_too_long')
    expect(outcome(readExactNumber('0.1234567890123456789'))).toBe('number_too_long')
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-6, max: 1e15 }),
        (value) => {
          expect(outcome(readExactNumber(String(value), '.'))).toBe(value)
        },
      ),
    )
  })
})

describe('a GTIN', () => {
  it.each([
    ['4006381333931', '04006381333931'],
    ['40 06381-33393 1', '04006381333931'],
    ['012345678905', '00012345678905'],
    ['12345678905', '00012345678905'],
    ['4006381333930', 'gtin_check_digit'],
    ['12345678901', 'gtin_invalid'],
    ['400638133393A', 'gtin_invalid'],
    ['123', 'gtin_invalid'],
  ])('%j is read as %s', (text, expected) => {
    expect(outcome(readGtin(text))).toBe(expected)
  })

  it('with a wrong check digit is told which one would fit', () => {
    expect(readGtin('4006381333930').fault?.facts).toMatchObject({ given: '0', expected: '1' })
  })
})

describe('a number that names a unit', () => {
  it('is composed and trimmed, and keeps its zeros', () => {
    expect(outcome(readIdentifier(' 00042 '))).toBe('00042')
    expect(outcome(readIdentifier('Ma\u0308rz-1'))).toBe('März-1')
  })

  it.each([
    'A\u200bB',
    'A\u202eB',
    '\u200eAB',
    'A\u2066B',
    'A\tB',
    'A\nB',
    'A\u00adB'.replace('\u00ad', '\u2060'),
  ])('is refused with the hidden character in %j', (text) => {
    const { fault } = readIdentifier(text)
    expect(fault?.code).toBe('identifier_unusable')
    expect(inEnglish(fault!.facts['problem']!)).toMatch(/U\+\w{4}\) at position \d/)
  })

  it('is refused when a spreadsheet has shortened it', () => {
    expect(outcome(readIdentifier('3.00059E+12'))).toBe('identifier_digits_lost')
    expect(outcome(readIdentifier('12E4567'))).toBe('12E4567')
  })
})

it('a text loses marks that turn it around, with a warning, and line breaks', () => {
  expect(readText('abc\u202egnp.exe', 50)).toMatchObject({
    value: 'abcgnp.exe',
    warning: { code: 'text_marks_removed' },
  })
  expect(readText(' two\r\nlines ', 50)).toEqual({ value: 'two lines' })
  expect(readText('שלום', 50)).toEqual({ value: 'שלום' })
  expect(outcome(readText('x'.repeat(51), 50))).toBe('text_too_long')
})

describe('what stands for a missing serial', () => {
  const words = `N/A,n.a.,NA,None,null,TBD,unknown,See Sticker,SEE LABEL,Not Specified,
    Default string,To be filled by O.E.M.,System Serial Number,S/N,Serial Number,,0,0000,-,--,?,
    ???,.,x,XXXX,xxx-xxx,111111,AAAA,123456,12345678,1234567890,0123456789`.split(/,\s*/)

  it.each(words)('%j is known', (text) => {
    expect(isPlaceholderSerial(text)).toBe(true)
  })

  it.each(
    '1,42,0001,1111,12345,AAA,A1,SN000000,X1,123457,654321,NA1,N-1,00042,SEE1,ABC123,中文'.split(
      ',',
    ),
  )('%j is a serial', (text) => {
    expect(isPlaceholderSerial(text)).toBe(false)
  })

  it('only words for nothing empty another field', () => {
    expect(['-', 'n/a', 'None', ''].every(isNoValue)).toBe(true)
    expect(['0', 'unknown', 'X', 'No. 5'].some(isNoValue)).toBe(false)
  })
})

import fc from 'fast-check'
import { inEnglish } from '../i18n/english.ts'
import { describe, expect, it } from 'vitest'
import { foldIdentifier, identifierLengthMax, identifierProblem } from './identifier.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 30 })
const printable = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })

describe('folding a number', () => {
  it('is done once: folding again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldIdentifier(text)
        expect(foldIdentifier(folded)).toBe(folded)
      }),
      { numRuns: 3000 },
    )
  })

  it('makes letter case, outer spaces and Unicode composition alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldIdentifier(text)
        expect(foldIdentifier(text.toUpperCase())).toBe(folded)
        expect(foldIdentifier(`  ${text} `)).toBe(folded)
        expect(foldIdentifier(text.normalize('NFD'))).toBe(folded)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps everything else apart, leading zeros and inner spaces included', () => {
    fc.assert(
      fc.property(printable, printable, (one, other) => {
        const same = one.trim().toUpperCase() === other.trim().toUpperCase()
        expect(foldIdentifier(one) === foldIdentifier(other)).toBe(same)
      }),
    )
    expect(foldIdentifier('007')).not.toBe(foldIdentifier('7'))
    expect(foldIdentifier('A B')).not.toBe(foldIdentifier('AB'))
  })
})

describe('what is wrong with a number', () => {
  it('is nothing for what a keyboard types', () => {
    fc.assert(
      fc.property(printable, (text) => {
        fc.pre(text.trim() !== '')
        expect(identifierProblem(text)).toBeUndefined()
      }),
    )
  })

  it.each([
    ['', 'is blank'],
    [' \t ', 'is blank'],
    ['x'.repeat(identifierLengthMax + 1), 'is longer than 200 characters'],
    ['AB\u0000C', 'has an invisible character (U+0000) at position 3'],
    ['0195012345678903\u001d21A', 'has an invisible character (U+001D) at position 17'],
    ['A\u202eB', 'has an invisible character (U+202E) at position 2'],
    ['A\u200b', 'has an invisible character (U+200B) at position 2'],
    ['\ud83d', 'has an invisible character (U+D83D) at position 1'],
  ])('%j %s', (number, problem) => {
    expect(inEnglish(identifierProblem(number)!)).toBe(problem)
  })
})

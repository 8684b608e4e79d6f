import {
  hasSegments,
  type PatternMatch,
  type TextBound,
  type TextMatch,
  type TextRangeMatch,
  type WordsMatch,
} from '../../domain/search/index.ts'
import { foldIdentifier } from '../../domain/identifier.ts'
import { foldPart } from './grams.ts'

export type TextTest = (text: string) => boolean

/** Any of the ways in which a text can be searched for. */
export type AnyTextMatch = TextMatch | PatternMatch | TextRangeMatch | WordsMatch

/** The test that a match is for whole texts. */
export function textTest(match: AnyTextMatch): TextTest {
  switch (match.kind) {
    case 'text':
      return equalTo(match)
    case 'pattern':
      return patternTest(match)
    case 'textRange':
      return rangeTest(match)
    case 'words':
      return wordsTest(match.text, false)
  }
}

function equalTo({ text, exact }: TextMatch): TextTest {
  const fold = exact ? compose : foldIdentifier
  const wanted = fold(text)
  return (value) => fold(value) === wanted
}

const compose = (text: string): string => text.normalize('NFC')

/** Whether a text is the segments in their order, with anything between them. */
export function patternTest({ segments, exact }: PatternMatch): TextTest {
  const fold = exact ? compose : foldPart
  const folded = segments.map(fold)
  return (value) => hasSegments(fold(value), folded)
}

function rangeTest({ from, to }: TextRangeMatch): TextTest {
  const isAfter = boundTest(from, (value, bound) => value > bound)
  const isBefore = boundTest(to, (value, bound) => value < bound)
  return (value) => {
    const folded = foldIdentifier(value)
    return isAfter(folded) && isBefore(folded)
  }
}

function boundTest(
  bound: TextBound | null,
  isBeyond: (value: string, bound: string) => boolean,
): TextTest {
  if (bound === null) return () => true
  const text = foldIdentifier(bound.text)
  return (value) => isBeyond(value, text) || (bound.inclusive && value === text)
}

const wordsOf = (text: string): string[] => foldPart(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/**
 * Whether a text has the words, one after the other. What is searched for without a letter or a
 * digit in it is looked for as it stands.
 *
 * @param mayGoOn whether the last word may be only the beginning of a word of the text
 */
export function wordsTest(searched: string, mayGoOn: boolean): TextTest {
  const words = wordsOf(searched)
  const last = words.pop()
  if (last === undefined) {
    const folded = foldIdentifier(searched)
    return (value) => foldPart(value).includes(folded)
  }
  const isLast = (word: string | undefined) =>
    word !== undefined && (mayGoOn ? word.startsWith(last) : word === last)
  return (value) => {
    const own = wordsOf(value)
    return own.some(
      (_, at) =>
        words.every((word, index) => own[at + index] === word) && isLast(own[at + words.length]),
    )
  }
}

/** The part of a number that is searched for, wherever it stands. */
export function partTest(searched: string): TextTest {
  const part = foldIdentifier(searched)
  return (folded) => folded.includes(part)
}

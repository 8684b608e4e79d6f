/**
 * How people, files and scanners without control characters write the separators of scan data.
 */

import { isLink } from './digital-link.ts'
import { GROUP_SEPARATOR } from './element-string.ts'
import { END_OF_TRANSMISSION, RECORD_SEPARATOR } from './envelope.ts'

/** A text with its separators as characters, and where each of them stood. */
export interface SpelledScan {
  readonly text: string
  /** The offset in the text as it was given of an offset in `text`. */
  readonly origin: (at: number) => number
}

/** Without brackets and backslashes, in capitals. */
const characters: Readonly<Record<string, string>> = {
  ...spelled(GROUP_SEPARATOR, [
    'GS',
    'FNC1',
    'F1',
    'X1D',
    'U001D',
    'U1D',
    '0X1D',
    '␝',
    '^',
    '~1',
    'F',
  ]),
  ...spelled(RECORD_SEPARATOR, ['RS', 'X1E', 'U001E', 'U1E', '0X1E', '␞', '^^']),
  ...spelled(END_OF_TRANSMISSION, ['EOT', 'X04', 'U0004', 'U4', '0X04', '␄', '^D']),
}

function spelled(character: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, character]))
}

const usual =
  String.raw`[{<[](?:GS|FNC1|F1|RS|EOT|0x1d|0x1e|0x04)[}>\]]` +
  String.raw`|\\(?:x1d|x1e|x04|u001d|u001e|u0004|u\{1d\}|u\{1e\}|u\{4\}|F)|[␝␞␄]|\^\]|~1(?=\d)`
const spelling = new RegExp(usual, 'gi')
/** Keyboards send RS and EOT as Ctrl with a key, which terminals show so. */
const envelopeSpelling = new RegExp(String.raw`${usual}|\^\^|\^D`, 'gi')

/**
 * Reads the separators of scan data in every usual spelling: `{GS}`, `<GS>`, `[GS]`, `{FNC1}`,
 * `\x1d`, `\u001d`, `␝`, `^]`, `~1`, `\F`; RS and EOT likewise. Links and the bracketed form have
 * no separators and stay as they are.
 *
 * @example
 * readSpellings(']d210AB{GS}21C').text // ']d210AB\u001d21C'
 * readSpellings('(10)A{GS}').text // '(10)A{GS}'
 */
export function readSpellings(text: string): SpelledScan {
  if (text.startsWith('(') || isLink(text)) return { text, origin: (at) => at }
  let plain = ''
  let last = 0
  /** After each separator: where it ends in the result, and by how much the texts differ there. */
  const shifts: { readonly at: number; readonly by: number }[] = []
  const spellings = text.startsWith('[)>') ? envelopeSpelling : spelling
  for (const match of text.matchAll(spellings)) {
    const name = match[0].toUpperCase().replaceAll(/[{}<>[\]\\]/g, '')
    plain += text.slice(last, match.index) + characters[name]!
    last = match.index + match[0].length
    shifts.push({ at: plain.length, by: last - plain.length })
  }
  if (shifts.length === 0) return { text, origin: (at) => at }
  const origin = (at: number): number => at + (shifts.findLast((shift) => shift.at <= at)?.by ?? 0)
  return { text: plain + text.slice(last), origin }
}

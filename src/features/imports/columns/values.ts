import { identifierProblem } from '../../../domain/identifier.ts'
import { isNoValue } from './placeholder.ts'
import { fault } from './value-problem.ts'
import type { Reading } from './value-problem.ts'

const plainText = /^[!-~](?:[ -~]*[!-~])?$/

// Zero-width spaces and the marks that turn text around; joiners stay, as scripts need them.
const marks = /[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Text of one line: composed, trimmed, line breaks and tabs as spaces, without hidden marks. */
export function readText(text: string, most: number): Reading<string> {
  const isPlain = plainText.test(text)
  const clean = isPlain
    ? text
    : text.replace(marks, '').normalize('NFC').replace(/\s+/g, ' ').trim()
  if (clean.length > most) return { fault: fault('text_too_long', { length: clean.length, most }) }
  const isMarked = !isPlain && text.search(marks) >= 0
  return isMarked ? { value: clean, warning: fault('text_marks_removed') } : { value: clean }
}

const formulaError = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/

/** Whether a cell holds what a spreadsheet shows instead of a result. */
export const isFormulaError = (text: string): boolean =>
  text.charCodeAt(0) === 35 && formulaError.test(text)

/** What a spreadsheet makes of a long number: `3.00059E+12`. */
const shortened = /^\d(?:[.,]\d+)?E\+\d+$/i

export const isShortened = (text: string): boolean => shortened.test(text)

/**
 * A number that names a unit: composed and trimmed, leading zeros kept. Hidden characters are
 * refused and not removed: two numbers that look alike must not become one unseen.
 */
export function readIdentifier(text: string): Reading<string> {
  const value = text.normalize('NFC').trim()
  if (isShortened(value)) return { fault: fault('identifier_digits_lost', { value }) }
  const problem = identifierProblem(value)
  return problem === undefined ? { value } : { fault: fault('identifier_unusable', { problem }) }
}

const yes = new Set(['true', 'yes', 'y', '1', 'x', 'ja', 'oui', 'si', 'sí', 'wahr', 'vrai'])
const no = new Set(['false', 'no', 'n', '0', 'nein', 'non', 'falsch', 'faux'])

export function readBoolean(text: string): Reading<boolean> {
  const word = text.trim().toLowerCase()
  if (yes.has(word)) return { value: true }
  if (no.has(word)) return { value: false }
  return { fault: fault('boolean_unreadable', { value: text }) }
}

/** Whether a cell of an optional field has a value; some databases write a missing date in zeros. */
export const hasValue = (text: string): boolean =>
  text !== '' && !isNoValue(text) && !text.startsWith('0000-00-00')

import type { Clause } from '../i18n/clause.ts'
import { sayIssue } from './issue.ts'

/**
 * Numbers that name a unit. One table of them is the authority on uniqueness: a number of a type
 * belongs to one unit within its scope.
 */

/** The type of a unit's own serial; every other type is a further identifier. */
export const serialType = 'serial'

/** Types of identifiers that every company knows; it can use types of its own besides. */
export const identifierTypes = [
  serialType,
  'maker_serial',
  'imei',
  'mac',
  'epc',
  'rfid',
  'sscc',
  'asset_tag',
  'vin',
] as const

/**
 * Where a serial must be unique: among all units (0), among those of one item (its id), or among
 * those of one maker (minus the party's id).
 */
export type SerialScope = number

const alreadyFolded = /^[!-`{-~]+$/

/** What does not make two serials of one: nothing, letter case, or letter case and spaces. */
export const serialFoldings = ['exact', 'case', 'spaces'] as const
export type SerialFolding = (typeof serialFoldings)[number]

/**
 * The form in which a number is compared: outer spaces and Unicode composition, and as a rule
 * letter case, do not make two numbers of one. Everything else does, leading zeros included.
 */
export function foldIdentifier(value: string, folding: SerialFolding = 'case'): string {
  if (alreadyFolded.test(value)) return value
  const composed = value.normalize('NFC').trim()
  if (folding === 'exact') return composed
  // Upper case can take a composed character apart again.
  const folded = composed.toUpperCase().normalize('NFC')
  return folding === 'case' ? folded : folded.replace(/\s+/gu, '')
}

/** Every form that a number can be kept in, whatever the rule of its item: the exact one first. */
export function formsOf(value: string): string[] {
  if (alreadyFolded.test(value)) return [value]
  return [...new Set(serialFoldings.map((folding) => foldIdentifier(value, folding)))].filter(
    (form) => form !== '',
  )
}

/** Key of an identifier in a working set. */
export const identifierKey = (type: string, scope: SerialScope, folded: string): string =>
  `${type}\u0000${scope}\u0000${folded}`

// Controls (GS included: a serial is data of one element), half characters, zero-width and
// bidirectional marks, which make two numbers that look alike differ.
const unprintable = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

/** Longest identifier that is kept, in UTF-16 code units. */
export const identifierLengthMax = 200

/** What is wrong with a number that a unit shall have; `undefined` when nothing is. */
export function identifierProblem(value: string): Clause | undefined {
  if (value.trim() === '') return sayIssue('blank')
  if (value.length > identifierLengthMax) {
    return sayIssue('longIdentifier', { most: identifierLengthMax })
  }
  const found = unprintable.exec(value)
  if (!found) return undefined
  const point = value.charCodeAt(found.index).toString(16).toUpperCase().padStart(4, '0')
  return sayIssue('invisible', { point, position: found.index + 1 })
}

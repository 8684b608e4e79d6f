import { cset82Value } from '../../gs1/index.ts'
import { capacity, issuableBelow } from './capacity.ts'
import type { Capacity } from './capacity.ts'
import { checkAlgorithms } from './check-character.ts'
import { isShown } from './counter-scope.ts'
import { good } from './scheme.ts'
import type { Result, Scheme, SerialParts } from './scheme.ts'

/** Something that is allowed, but that its author should know before it is printed. */
export interface SchemeWarning {
  readonly code: SchemeWarningCode
  /** Index in the pattern; `null` where it concerns the whole. */
  readonly position: number | null
  readonly message: string
}

export type SchemeWarningCode =
  | 'scheme.open_fields'
  | 'scheme.scope_not_shown'
  | 'scheme.volume_leak'
  | 'scheme.check_coverage'
  | 'scheme.guessable'
  | 'scheme.ai21_length'
  | 'scheme.ai21_characters'
  | 'scheme.sgtin96'

type Found = readonly [SchemeWarningCode, number | null, string]

/** What to know about a scheme and the serials that it makes with these parts. */
export function schemeWarnings(
  scheme: Scheme,
  parts: SerialParts,
): Result<readonly SchemeWarning[]> {
  const room = capacity(scheme, parts)
  if (!room.ok) return room
  const found = [
    ...openFields(scheme),
    ...scopeNotShown(scheme),
    ...counterSecrets(scheme),
    ...checkCoverage(scheme, room.value),
    ...gs1Limits(room.value),
  ]
  return good(found.map(([code, position, message]) => ({ code, position, message })))
}

function openFields({ parts }: Scheme): Found[] {
  const [, second] = parts.filter((part) => part.kind === 'field' && part.width === null)
  if (!second) return []
  const message =
    'Two fields of open width can make two serials the same, or leave several ways to read one:' +
    ' give a width, as in {site:3}, to all fields but one.'
  return [['scheme.open_fields', second.at, message]]
}

function scopeNotShown(scheme: Scheme): Found[] {
  const hidden = scheme.counter.scope?.find((scope) => !isShown(scheme, scope))
  if (hidden === undefined) return []
  const message =
    `The counter restarts for each ${hidden}, which the serial does not show: the same serial` +
    ` will come again for another ${hidden}.`
  return [['scheme.scope_not_shown', scheme.counter.at, message]]
}

function counterSecrets(scheme: Scheme): Found[] {
  const { counter, parts } = scheme
  if (!counter.unguessable) {
    if (!parts.some((part) => part.kind === 'date')) return []
    const message =
      'A date beside a running number tells everyone how much is made: {random:8} does not.'
    return [['scheme.volume_leak', counter.at, message]]
  }
  const issuable = issuableBelow(scheme)
  const message =
    `A made-up serial has a chance of less than 1 in 10,000 of being real only until ${issuable}` +
    ' are issued: more places or a larger base allow more.'
  return issuable < 1_000_000 ? [['scheme.guessable', counter.at, message]] : []
}

function checkCoverage({ check }: Scheme, { first }: Capacity): Found[] {
  if (!check) return []
  const { covers, fold } = checkAlgorithms[check.algorithm]
  const missed = Array.from(first)
    .filter((character) => /[A-Za-z]/.test(character) && !covers.includes(fold(character)))
    .slice(0, 1)
  return missed.map((letter) => [
    'scheme.check_coverage',
    check.at,
    `${check.algorithm} does not notice a mistake in the letter ${letter}: crockford does.`,
  ])
}

/** GS1 General Specifications 3.5.2 (AI 21) and the EPC Tag Data Standard (SGTIN-96). */
function gs1Limits({ first, last, length }: Capacity): Found[] {
  const found: Found[] = []
  if (length > 20) {
    const message = `A GS1 serial number (AI 21) has at most 20 characters; this has ${length}.`
    found.push(['scheme.ai21_length', null, message])
  }
  const foreign = Array.from(first).find((letter) => cset82Value(letter.charCodeAt(0)) < 0)
  if (foreign !== undefined) {
    const message = `A GS1 serial number (AI 21) cannot hold "${foreign}".`
    found.push(['scheme.ai21_characters', null, message])
  }
  const isNumeric = /^[0-9]+$/.test(first)
  if (isNumeric && (first.startsWith('0') || Number(last) >= 2 ** 38)) {
    const message =
      'An SGTIN-96 tag holds numbers below 274877906944 without leading zeros: begin with a digit' +
      ' above 0 and keep it short, or use SGTIN-198.'
    found.push(['scheme.sgtin96', null, message])
  }
  return found
}

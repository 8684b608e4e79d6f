import { cset82Value } from '../../gs1/index.ts'
import { capacity, issuableBelow } from './capacity.ts'
import type { Capacity } from './capacity.ts'
import { checkAlgorithms } from './check-character.ts'
import { isShown } from './counter-scope.ts'
import { good, say } from './scheme.ts'
import type { Result, Scheme, SerialParts } from './scheme.ts'
import type { Clause } from '../../i18n/clause.ts'
import type texts from '../../i18n/en/patterns.json'

/** Something that is allowed, but that its author should know before it is printed. */
export interface SchemeWarning {
  readonly code: SchemeWarningCode
  /** Index in the pattern; `null` where it concerns the whole. */
  readonly position: number | null
  readonly said: Clause
}

type WarningName = keyof typeof texts.warning
export type SchemeWarningCode = `scheme.${WarningName}`

type Found = readonly [WarningName, number | null, Clause['values']?]

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
  return good(
    found.map(([name, position, values]) => ({
      code: `scheme.${name}`,
      position,
      said: say(`warning.${name}`, values),
    })),
  )
}

function openFields({ parts }: Scheme): Found[] {
  const [, second] = parts.filter((part) => part.kind === 'field' && part.width === null)
  return second ? [['open_fields', second.at]] : []
}

function scopeNotShown(scheme: Scheme): Found[] {
  const hidden = scheme.counter.scope?.find((scope) => !isShown(scheme, scope))
  if (hidden === undefined) return []
  return [['scope_not_shown', scheme.counter.at, { scope: hidden }]]
}

function counterSecrets(scheme: Scheme): Found[] {
  const { counter, parts } = scheme
  if (!counter.unguessable) {
    if (!parts.some((part) => part.kind === 'date')) return []
    return [['volume_leak', counter.at]]
  }
  const issuable = issuableBelow(scheme)
  return issuable < 1_000_000 ? [['guessable', counter.at, { issuable }]] : []
}

function checkCoverage({ check }: Scheme, { first }: Capacity): Found[] {
  if (!check) return []
  const { covers, fold } = checkAlgorithms[check.algorithm]
  const missed = Array.from(first)
    .filter((character) => /[A-Za-z]/.test(character) && !covers.includes(fold(character)))
    .slice(0, 1)
  const { algorithm } = check
  return missed.map((letter) => ['check_coverage', check.at, { algorithm, letter }])
}

/** GS1 General Specifications 3.5.2 (AI 21) and the EPC Tag Data Standard (SGTIN-96). */
function gs1Limits({ first, last, length }: Capacity): Found[] {
  const found: Found[] = []
  if (length > 20) found.push(['ai21_length', null, { length }])
  const foreign = Array.from(first).find((letter) => cset82Value(letter.charCodeAt(0)) < 0)
  if (foreign !== undefined) found.push(['ai21_characters', null, { character: foreign }])
  const isNumeric = /^[0-9]+$/.test(first)
  if (isNumeric && (first.startsWith('0') || Number(last) >= 2 ** 38)) {
    found.push(['sgtin96', null])
  }
  return found
}

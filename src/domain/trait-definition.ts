import { isDate } from './schemes/calendar.ts'
import { flagOf } from './search/read-text.ts'
import { refuse } from './refusal.ts'
import type { SubjectData } from './subject.ts'
import type { TraitType } from './subject-words.ts'

/** What is said of a trait, besides its code. */
export type TraitDefinition = SubjectData['trait']
export type TraitValue = string | number | boolean

interface TypeOfTrait {
  /** The value as it is kept, or null where it does not fit. */
  readonly fit: (value: TraitValue, definition: TraitDefinition) => TraitValue | null
  /** What fits, within a sentence. */
  readonly fitting: (definition: TraitDefinition) => string
}

const types: Readonly<Record<TraitType, TypeOfTrait>> = {
  text: { fit: String, fitting: () => 'a text' },
  number: { fit: fitNumber, fitting: fittingNumbers },
  yes_no: { fit: fitFlag, fitting: () => 'yes or no' },
  date: { fit: fitDate, fitting: () => 'a date as year-month-day, such as 2026-05-31' },
  choice: { fit: fitChoice, fitting: fittingChoices },
}

/**
 * A value as a trait keeps it, or null where it does not fit. Scanners and tables give texts;
 * one that reads exactly as a number, or as yes or no, becomes it; a choice takes its own spelling.
 */
export const fitValue = (definition: TraitDefinition, value: TraitValue): TraitValue | null =>
  types[definition.type ?? 'text'].fit(value, definition)

/** What fits a trait, within a sentence: `a whole number of B from 1 to 100`. */
export const whatFits = (definition: TraitDefinition): string =>
  types[definition.type ?? 'text'].fitting(definition)

/** Without zeros in front: `007` is a name, not a number. */
const exactNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/
/** Digits that a number of a program holds whatever they are (IEEE 754, binary64). */
const exactDigitsMax = 15

function fitNumber(value: TraitValue, { decimals, min, max }: TraitDefinition): number | null {
  const number = typeof value === 'string' ? exactNumberOf(value) : value
  if (typeof number !== 'number') return null
  if (decimals !== undefined && Number(number.toFixed(decimals)) !== number) return null
  // Adding 0 makes the 0 that there is of the one below it.
  return number < (min ?? -Infinity) || number > (max ?? Infinity) ? null : number + 0
}

function exactNumberOf(text: string): number | null {
  const digits = text.replace(/\D/g, '').replace(/^0+/, '')
  return exactNumber.test(text) && digits.length <= exactDigitsMax ? Number(text) : null
}

function fittingNumbers({ measure, decimals, min, max }: TraitDefinition): string {
  const what = decimals === 0 ? 'a whole number' : 'a number'
  return [
    measure === undefined ? what : `${what} of ${measure}`,
    min !== undefined && max !== undefined && `from ${min} to ${max}`,
    min !== undefined && max === undefined && `not below ${min}`,
    min === undefined && max !== undefined && `not above ${max}`,
    decimals && `with at most ${decimals} digits after the point`,
  ]
    .filter(Boolean)
    .join(' ')
}

function fitFlag(value: TraitValue): boolean | null {
  if (typeof value === 'string') return flagOf(value)
  return typeof value === 'boolean' ? value : null
}

function fitDate(value: TraitValue): string | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? []
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  return day !== undefined && isDate(date) ? String(value) : null
}

const fold = (text: string): string => text.toUpperCase()

function fitChoice(value: TraitValue, { choices = [] }: TraitDefinition): string | null {
  const text = String(value)
  const folded = fold(text)
  const isOne = choices.includes(text)
  return isOne ? text : (choices.find((choice) => fold(choice) === folded) ?? null)
}

const choicesToldMax = 12

function fittingChoices({ choices = [] }: TraitDefinition): string {
  const told = choices.slice(0, choicesToldMax).join(', ')
  const rest = choices.length - choicesToldMax
  return rest > 0 ? `one of ${told} … (${rest} more)` : `one of ${told}`
}

/** Refuses a definition that nothing can fit, or that says a choice twice. */
export function checkDefinition({ type, choices = [], min, max }: TraitDefinition): void {
  if (type === 'choice' && choices.length === 0) {
    refuse('input_invalid', { field: 'choices', problem: 'give what can be chosen' })
  }
  const twice = choices.find(
    (choice, index) => choices.findIndex((one) => fold(one) === fold(choice)) < index,
  )
  if (twice !== undefined) {
    refuse('input_invalid', { field: 'choices', problem: `${twice} stands there twice` })
  }
  if (min !== undefined && max !== undefined && min > max) {
    refuse('input_invalid', { field: 'min', problem: `is above max, which is ${max}` })
  }
}

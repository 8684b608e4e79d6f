import { listOf, type Clause, type ClauseList } from '../i18n/clause.ts'
import common from '../i18n/en/common.json' with { type: 'json' }
import { sayFrom } from '../i18n/english.ts'
import { isDate } from './schemes/calendar.ts'
import { flagOf } from './search/read-text.ts'
import type { SubjectData } from './subject.ts'
import type { TraitBearer, TraitType } from './subject-words.ts'
import { refuseInput } from './issue.ts'

const say = sayFrom('common', common)

/** What is said of a trait, besides its code. */
export type TraitDefinition = SubjectData['trait']
export type TraitValue = string | number | boolean

interface TypeOfTrait {
  /** The value as it is kept, or null where it does not fit. */
  readonly fit: (value: TraitValue, definition: TraitDefinition) => TraitValue | null
  /** What fits, within a sentence. */
  readonly fitting: (definition: TraitDefinition) => Clause
}

const types: Readonly<Record<TraitType, TypeOfTrait>> = {
  text: { fit: String, fitting: () => say('fits.text') },
  number: { fit: fitNumber, fitting: fittingNumbers },
  yes_no: { fit: fitFlag, fitting: () => say('fits.yesNo') },
  date: { fit: fitDate, fitting: () => say('fits.date') },
  choice: { fit: fitChoice, fitting: fittingChoices },
}

/**
 * A value as a trait keeps it, or null where it does not fit. Scanners and tables give texts;
 * one that reads exactly as a number, or as yes or no, becomes it; a choice takes its own spelling.
 */
export const fitValue = (definition: TraitDefinition, value: TraitValue): TraitValue | null =>
  types[definition.type ?? 'text'].fit(value, definition)

/** What fits a trait, within a sentence: `a whole number of B from 1 to 100`. */
export const whatFits = (definition: TraitDefinition): Clause =>
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

function fittingNumbers({ measure, decimals, min, max }: TraitDefinition): Clause {
  const number = say(decimals === 0 ? 'fits.whole' : 'fits.number')
  const what = measure === undefined ? number : say('fits.measured', { what: number, measure })
  const within = withinBounds(what, min, max)
  return decimals ? say('fits.digits', { what: within, digits: decimals }) : within
}

function withinBounds(what: Clause, min: number | undefined, max: number | undefined): Clause {
  if (min !== undefined && max !== undefined) return say('fits.between', { what, min, max })
  if (min !== undefined) return say('fits.notBelow', { what, min })
  return max === undefined ? what : say('fits.notAbove', { what, max })
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

function fittingChoices({ choices = [] }: TraitDefinition): Clause {
  const told = choices.slice(0, choicesToldMax).join(', ')
  const rest = choices.length - choicesToldMax
  return rest > 0 ? say('fits.someOf', { told, rest }) : say('fits.oneOf', { told })
}

/** What a trait belongs to, as a list within a sentence: `units and items`. */
export const bearersInWords = (bearers: readonly TraitBearer[]): ClauseList =>
  listOf(
    'and',
    bearers.map((bearer) => say(`bearer.${bearer}`)),
  )

/** Refuses a definition that nothing can fit, or that says a choice twice. */
export function checkDefinition({ type, choices = [], min, max }: TraitDefinition): void {
  if (type === 'choice' && choices.length === 0) {
    refuseInput('choices', 'giveChoices')
  }
  const twice = choices.find(
    (choice, index) => choices.findIndex((one) => fold(one) === fold(choice)) < index,
  )
  if (twice !== undefined) {
    refuseInput('choices', 'choiceTwice', { choice: twice })
  }
  if (min !== undefined && max !== undefined && min > max) {
    refuseInput('min', 'aboveMax', { max })
  }
}

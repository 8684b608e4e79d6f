import { handlingRules } from '../domain/subject-words.ts'

/** What the signs of a label can say: the rules of an item, and its limits of temperature. */
export const handlingSymbols = [...handlingRules, 'temperature_limits'] as const
export type HandlingSymbol = (typeof handlingSymbols)[number]

import i18next from 'i18next'
import type { Refusal } from '../../domain/refusal.ts'
import { directionOf, type Language } from '../../i18n/catalogue.ts'
import { listOf, type Clause, type Said } from '../../i18n/clause.ts'
import { inEnglish } from '../../i18n/english.ts'
import { inWords, wordOf, type DataText, type TextOf } from '../../i18n/fill-text.ts'
import { loadTextsOf, useLanguage } from './texts.ts'

/** Texts as they stand in their files, in a language. */
const textIn =
  (language: string): TextOf =>
  (path, count) => {
    const dot = path.indexOf('.')
    const [namespace, key] = [path.slice(0, dot), path.slice(dot + 1)]
    const keys =
      count === undefined
        ? [key]
        : [`${key}_${new Intl.PluralRules(language).select(count)}`, `${key}_other`, key]
    return keys
      .map((one): unknown => i18next.getResource(language, namespace, one))
      .find((text) => typeof text === 'string')
  }

/**
 * Data among words that run from right to left is set apart (Unicode's first strong isolate), so
 * that `(01)0950…` keeps its order; among others it needs no marks.
 */
const dataIn = (language: string): DataText =>
  directionOf(language as Language) === 'ltr'
    ? (data) => data
    : (data) => (data === '' ? '' : `\u2068${data}\u2069`)

/** What is said, in the words of a language; undefined where it lacks a part of them. */
const wordsIn = (language: string, said: Said): string | undefined =>
  inWords(said, textIn(language), dataIn(language))

/** `word('identifier', 'imei')`: what a code is called in the chosen language, or the code. */
export function useWord(): (table: string, code: string) => string {
  const word = wordOf(textIn(useLanguage()))
  return (table, code) => word(table, code) ?? code
}

/** Puts what is said into words; into English, as it came, where the language has none for it. */
export type Say = (said: Said | undefined, english?: string) => string

/** What is said, in the chosen language. */
export function useSaid(): Say {
  const language = useLanguage()
  return (said = null, english = inEnglish(said)) => wordsIn(language, said) || english
}

/** What is said, in the language that is chosen now: for what no component says. */
export const saidText = (said: Said, english: string): string =>
  wordsIn(i18next.language, said) ?? english

/** What the server said of an event, in the chosen language; in English where it has no words. */
export function useSentence(): (
  told: Readonly<{ sentence: string; clauses: readonly Clause[] }>,
) => string {
  const say = useSaid()
  return ({ sentence, clauses }) => say(listOf('semicolon', clauses), sentence)
}

/** Why something was refused, in the chosen language; in English where it has no words. */
export async function refusalText({ code, facts, message }: Refusal): Promise<string> {
  const said = { key: `refusals.${code}`, values: facts }
  await loadTextsOf(said)
  return saidText(said, message)
}

import i18next from 'i18next'
import type { Clause } from '../../client/generated/types.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { fillText, type Value, type WordOf } from '../../i18n/fill-text.ts'
import { useLanguage } from './texts.ts'

/** A text as it stands in its file, in a language; undefined where it has none. */
function textOf(language: string, namespace: string, key: string): string | undefined {
  const text: unknown = i18next.getResource(language, namespace, key)
  return typeof text === 'string' ? text : undefined
}

const wordIn =
  (language: string): WordOf =>
  (table, code) =>
    textOf(language, 'common', `${table}.${code}`)

/** `word('identifier', 'imei')`: what a code is called in the chosen language, or the code. */
export function useWord(): (table: string, code: string) => string {
  const word = wordIn(useLanguage())
  return (table, code) => word(table, code) ?? code
}

/** What the server said of an event, in the chosen language; in English where it has no words. */
export function useSentence(): (
  said: Readonly<{ sentence: string; clauses: readonly Clause[] }>,
) => string {
  const language = useLanguage()
  return ({ sentence, clauses }) => {
    const parts = clauses.map(({ key, values }) => fill(language, 'events', key, values))
    return parts.every((part) => part !== undefined) ? parts.join('; ') : sentence
  }
}

/** Why something was refused, in the chosen language; in English where it has no words. */
export const refusalText = ({ code, facts, message }: Omit<Refusal, 'code'> & { code: string }) =>
  fill(i18next.language, 'refusals', code, facts) ?? message

function fill(
  language: string,
  namespace: string,
  key: string,
  values: Readonly<Record<string, Value>>,
): string | undefined {
  const text = textOf(language, namespace, key)
  return text === undefined ? undefined : fillText(text, values, wordIn(language))
}

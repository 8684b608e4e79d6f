import common from './en/common.json' with { type: 'json' }
import { fillText, type Value, type WordOf } from './fill-text.ts'

const tables: Readonly<Record<string, unknown>> = common

const englishWord: WordOf = (table, code) => {
  const words = tables[table] as Readonly<Record<string, string>> | undefined
  return words && Object.hasOwn(words, code) ? words[code] : undefined
}

/** A text of the files in `en/` with its places filled. */
export const fillEnglish = (text: string, values: Readonly<Record<string, Value>>): string =>
  fillText(text, values, englishWord)

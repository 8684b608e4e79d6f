import type { ClauseList, Said } from './clause.ts'

/**
 * The texts of a language, by file and key: `common.status.in_stock`. Where a count is given, the
 * one of its plural form. Undefined when there is none.
 */
export type TextOf = (path: string, count?: number) => string | undefined

/** `{{name}}`, `{{name, table}}`, `{{name, lower}}` or `{{name, table, lower}}`. */
const place = /\{\{(\w+)(?:, (?!lower\b)(\w+))?(?:, (lower))?\}\}/g

/** How data stands among the words of a language, such as from left to right in any of them. */
export type DataText = (data: string) => string

const asItStands: DataText = (data) => data

/**
 * Fills the places of a text. `{{order}}` stands for the value itself, or for what it says;
 * `{{status, status}}` for the word that the table of `common.json` has for it, or for each code of
 * a list with commas; and `{{status, status, lower}}` for that word as it stands within a sentence.
 * Undefined where the language lacks a part of it.
 */
export function fillText(
  text: string,
  values: Readonly<Record<string, Said>>,
  textOf: TextOf,
  dataText: DataText = asItStands,
): string | undefined {
  if (!text.includes('{{')) return text
  const word = wordOf(textOf)
  let isWhole = true
  const filled = text.replace(place, (_, name: string, table?: string, lower?: string) => {
    const value = values[name] ?? null
    const cased = (words: string) => (lower === undefined ? words : withinSentence(words))
    if (table !== undefined && typeof value !== 'object') {
      const named = String(value).split(', ')
      const words = named.map((code) => {
        const known = word(table, code)
        return known === undefined ? dataText(code) : cased(known)
      })
      return words.join(', ')
    }
    const words = inWords(value, textOf, dataText)
    if (words === undefined) isWhole = false
    return cased(words ?? '')
  })
  return isWhole ? filled : undefined
}

/** The word for a code of a table of `common.json`, such as `status` and `in_stock`. */
export const wordOf =
  (textOf: TextOf) =>
  (table: string, code: string): string | undefined =>
    textOf(`common.${table}.${code}`)

/** What is said, in the words of a language; undefined where it lacks a part of them. */
export function inWords(
  said: Said,
  textOf: TextOf,
  dataText: DataText = asItStands,
): string | undefined {
  if (typeof said === 'string') return dataText(said)
  if (typeof said !== 'object' || said === null) return String(said ?? '')
  if ('join' in said) {
    const parts = said.parts.map((part) => inWords(part, textOf, dataText))
    return parts.length === 0 ? '' : joined(said.join, parts, wordOf(textOf))
  }
  const { key, values } = said
  const { count } = values
  const text = textOf(key, typeof count === 'number' ? count : undefined)
  return text === undefined ? undefined : fillText(text, values, textOf, dataText)
}

/** Joins that stand only before the last part, with commas between the others. */
const lastJoins = new Set<ClauseList['join']>(['and', 'or', 'then'])

function joined(
  join: ClauseList['join'],
  [first, ...others]: readonly (string | undefined)[],
  word: ReturnType<typeof wordOf>,
): string | undefined {
  return others.reduce((before, next, index) => {
    const isBefore = lastJoins.has(join) && index < others.length - 1
    const text = word('list', isBefore ? 'comma' : join)
    if (before === undefined || next === undefined) return undefined
    return text?.replace(place, (_, name: string) => (name === 'before' ? before : next))
  }, first)
}

/** Without its capital, unless it is written in capitals, such as IMEI. */
const withinSentence = (word: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word

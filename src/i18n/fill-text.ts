/** What a place in a text is filled with. */
export type Value = string | number | boolean | null | undefined

/** The word for a code of a table, such as `status` and `in_stock`; undefined when it has none. */
export type WordOf = (table: string, code: string) => string | undefined

/** `{{name}}`, `{{name, table}}` or `{{name, table, lower}}`. */
const place = /\{\{(\w+)(?:, (\w+))?(?:, (lower))?\}\}/g

/**
 * Fills the places of a text. `{{order}}` stands for the value itself; `{{status, status}}` for the
 * word that the table of `common.json` has for it, or for each code of a list with commas; and
 * `{{status, status, lower}}` for that word as it stands within a sentence.
 */
export const fillText = (
  text: string,
  values: Readonly<Record<string, Value>>,
  wordOf: WordOf,
): string =>
  text.replace(place, (_, name: string, table?: string, lower?: string) => {
    const value = String(values[name] ?? '')
    if (table === undefined) return value
    const named = value.split(', ').map((code) => {
      const word = wordOf(table, code)
      return lower === undefined || word === undefined ? (word ?? code) : withinSentence(word)
    })
    return named.join(', ')
  })

/** Without its capital, unless it is written in capitals, such as IMEI. */
const withinSentence = (word: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word

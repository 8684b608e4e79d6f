import { sql, type RawBuilder } from 'kysely'

/** Whether the code or the name of a subject contains every one of the words. */
export const hasWords = (words: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(words.trim().split(/\s+/).map(hasWord), sql` and `)})`

const hasWord = (word: string): RawBuilder<boolean> => {
  const inName = writtenForms(word).map((form) => contains(sql`lower(name)`, form))
  const inCode = contains(sql.ref('key'), word.toUpperCase())
  return sql<boolean>`(${sql.join([inCode, ...inName], sql` or `)})`
}

/** How close a subject is to what is typed: 0 is its code, 1 begins its code, 2 begins its name. */
export function closeness(typed: string): RawBuilder<number> {
  const key = typed.trim().toUpperCase()
  const inName = writtenForms(typed.trim()).map((form) => begins(sql`lower(name)`, form))
  return sql<number>`case when ${sql.ref('key')} = ${key} then 0
    when ${begins(sql.ref('key'), key)} then 1
    when ${sql.join(inName, sql` or `)} then 2 else 3 end`
}

const literally = (part: string): string => part.replace(/[\\%_]/g, '\\$&')

const contains = (text: RawBuilder<unknown>, part: string): RawBuilder<boolean> =>
  sql<boolean>`${text} like ${`%${literally(part)}%`} escape '\\'`

const begins = (text: RawBuilder<unknown>, part: string): RawBuilder<boolean> =>
  sql<boolean>`${text} like ${`${literally(part)}%`} escape '\\'`

/**
 * A word as a name may have it. A database folds the letter case of a to z only, if its locale does
 * not know better, so the other letters are tried as they are usually written.
 */
function writtenForms(word: string): string[] {
  const [first = '', ...rest] = word
  const title = first.toUpperCase() + rest.join('').toLowerCase()
  const forms = [word, word.toLowerCase(), word.toUpperCase(), title]
  return [...new Set(forms.map((form) => form.replace(/[A-Z]/g, (one) => one.toLowerCase())))]
}

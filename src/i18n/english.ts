import type { Catalogue, Namespace } from './catalogue.ts'
import type { Clause, Said } from './clause.ts'
import common from './en/common.json' with { type: 'json' }
import { fillText, inWords, type TextOf } from './fill-text.ts'
import type { Texts } from './pseudo-locale.ts'

/** Files of which clauses can be made; each is known as soon as something is said from it. */
const files = new Map<string, Texts>([['common', common]])

/** Keys of a file as clauses name them: with dots, and without the endings of plurals. */
type KeyOf<File> = {
  [Key in keyof File & string]: File[Key] extends string
    ? Key extends `${infer Begin}_${'one' | 'other'}`
      ? Begin
      : Key
    : `${Key}.${KeyOf<File[Key]>}`
}[keyof File & string]

/**
 * Says texts of one file: `const say = sayFrom('search', search)`, `say('allUnits')`. Its calls are
 * marked as pure, so that a bundle in which nothing is said from the file leaves it out.
 */
export function sayFrom<Name extends Namespace>(namespace: Name, file: Catalogue[Name]) {
  files.set(namespace, file)
  return (key: KeyOf<Catalogue[Name]>, values: Clause['values'] = {}): Clause => ({
    key: `${namespace}.${key}`,
    values,
  })
}

const englishText: TextOf = (path, count) => {
  const dot = path.indexOf('.')
  const [file, key] = [files.get(path.slice(0, dot)), path.slice(dot + 1)]
  const plural = count === undefined ? key : `${key}_${count === 1 ? 'one' : 'other'}`
  return file && (textAt(file, plural) ?? textAt(file, key))
}

/** The text of a key, which may have dots of its own or lead into tables. */
function textAt(table: Texts, key: string): string | undefined {
  const own = Object.hasOwn(table, key) ? table[key] : undefined
  if (typeof own === 'string') return own
  const dot = key.indexOf('.')
  const [name, rest] = [key.slice(0, dot), key.slice(dot + 1)]
  const inner = dot > 0 && Object.hasOwn(table, name) ? table[name] : undefined
  return typeof inner === 'object' ? textAt(inner, rest) : undefined
}

/** A text of the files in `en/` with its places filled. */
export const fillEnglish = (text: string, values: Clause['values']): string =>
  fillText(text, values, englishText) ?? text

/** What is said, in English. */
export const inEnglish = (said: Said): string => inWords(said, englishText) ?? ''

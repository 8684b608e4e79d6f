import type { Catalogue, Namespace } from './catalogue.ts'
import type { Clause, Said } from './clause.ts'
import common from './en/common.json' with { type: 'json' }
import { inWords, type TextOf } from './fill-text.ts'
import type { Texts } from './pseudo-locale.ts'

/** Texts by file and key; those of a file are known as soon as something can be said from it. */
const english = new Map<string, string>()

function learn(before: string, texts: Texts): void {
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') english.set(before + key, text)
    else learn(`${before}${key}.`, text)
  }
}

learn('common.', common)

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
  learn(`${namespace}.`, file)
  return (key: KeyOf<Catalogue[Name]>, values: Clause['values'] = {}): Clause => ({
    key: `${namespace}.${key}`,
    values,
  })
}

/** The English texts, as far as something can be said from them. */
export const englishText: TextOf = (path, count) =>
  (count === undefined ? undefined : english.get(`${path}_${count === 1 ? 'one' : 'other'}`)) ??
  english.get(path)

/** What is said, in English. */
export const inEnglish = (said: Said): string => inWords(said, englishText) ?? ''

import { parseSync, Visitor } from 'oxc-parser'
import type { Breach } from './rules.ts'
import type { SourceFile } from './source-file.ts'

/** Attributes whose value a person reads or hears. */
const spoken =
  /^(aria-label|aria-description|alt|title|label|placeholder|description|detail|words)$/

/** Text with a word in it; signs and numbers alone are the same in every language. */
const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text)

/** No part of the web app has text of its own: every word stands in src/i18n. */
export function checkTexts({ path, text }: SourceFile): Breach[] {
  if (!path.startsWith('src/web/') || !path.endsWith('.tsx')) return []
  const breaches: Breach[] = []
  const tell = (found: string, start: number) => {
    if (!hasWord(found)) return
    const line = text.slice(0, start).split('\n').length
    breaches.push(`${path}:${line}: bare text "${found.trim()}": move it to src/i18n`)
  }
  new Visitor({
    JSXText: (node) => tell(node.value, node.start),
    JSXAttribute(node) {
      if (node.name.type !== 'JSXIdentifier' || !spoken.test(node.name.name)) return
      if (node.value?.type === 'Literal') tell(node.value.raw ?? '', node.start)
    },
  }).visit(parseSync(path, text).program)
  return breaches
}

type Texts = { readonly [key: string]: string | Texts }

/** Keys of a file of texts, without the endings that plurals have. */
const keysOf = (texts: Texts, before = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [before + key.replace(/_(zero|one|two|few|many|other)$/, '')]
      : keysOf(text, `${before}${key}.`),
  )

/** How texts are named in the source: whole keys, and what stands before or after a filled part. */
export interface TextUses {
  readonly keys: ReadonlySet<string>
  readonly beginnings: ReadonlySet<string>
  readonly endings: ReadonlySet<string>
  /** Tables of words for codes: of `word`, of an action's field, or of a place in a text. */
  readonly tables: ReadonlySet<string>
}

/** Finds how texts are named, in one pass over the source each. */
export function textUses(source: string): TextUses {
  const all = (pattern: RegExp) =>
    new Set([...source.matchAll(pattern)].map((found) => found.slice(1).find(Boolean)!))
  return {
    keys: all(/'([\w.-]+)'/g),
    beginnings: all(/`([\w.-]+)\.\$\{/g),
    endings: all(/\}\.([\w.-]+)`/g),
    tables: all(/\bword\('(\w+)'|table: '(\w+)'|\{\{\w+, (\w+)[,}]/g),
  }
}

/** Each text is used: by its key, or by its beginning or ending with a part that is filled in. */
export function checkUnusedTexts(namespace: string, texts: Texts, uses: TextUses): Breach[] {
  return [...new Set(keysOf(texts))]
    .filter((key) => {
      const [first = '', ...rest] = key.split('.')
      const table = key.slice(0, key.lastIndexOf('.'))
      return !(
        uses.keys.has(key) ||
        uses.beginnings.has(table) ||
        uses.beginnings.has(`${namespace}.${table}`) ||
        (rest.length > 0 && uses.beginnings.has(first)) ||
        uses.endings.has(rest.at(-1) ?? first) ||
        (rest.length === 1 && uses.tables.has(first))
      )
    })
    .map((key) => `src/i18n/en/${namespace}.json: nothing uses ${key}`)
}

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

/** Whether words are taken from a table of codes: by `useWord`, an action's field, or a text. */
const isTable = (name: string, source: string): boolean =>
  source.includes(`word('${name}'`) ||
  source.includes(`table: '${name}'`) ||
  new RegExp(`\\{\\{\\w+, ${name}[,}]`).test(source)

/**
 * Each text is used: its key, or what stands before its last dot with a part that is filled in,
 * is found in the source.
 */
export function checkUnusedTexts(namespace: string, texts: Texts, source: string): Breach[] {
  return [...new Set(keysOf(texts))]
    .filter((key) => {
      const parts = key.split('.')
      const asPattern = parts.slice(0, -1).join('.')
      return !(
        source.includes(`'${key}'`) ||
        (asPattern !== '' && source.includes(`\`${asPattern}.\${`)) ||
        source.includes(`}.${parts.at(-1)}\``) ||
        source.includes(`\`${parts[0]}.\${`) ||
        (parts.length === 2 && isTable(parts[0]!, source))
      )
    })
    .map((key) => `src/i18n/en/${namespace}.json: nothing uses ${key}`)
}

/** Texts by key, nested as deep as one likes. */
export interface Texts {
  readonly [key: string]: string | Texts
}

/** Right-to-left mark, override and its end: a word between them reads from right to left. */
const open = '\u200f\u202e'
const close = '\u202c\u200f'

/** Places that are filled in later, and what must stay as it is in them. */
const kept = /(\{\{[^}]*\}\}|<[^>]*>)/

/**
 * The texts as the pseudo-language `ar-XB` has them: each word turned from right to left. Whoever
 * reads the screen sees at once which text is not in a file, and which part of it is not mirrored.
 */
export function pseudoTexts(texts: Texts): Texts {
  const turned: [string, string | Texts][] = Object.entries(texts).map(([key, text]) => [
    key,
    typeof text === 'string' ? pseudoText(text) : pseudoTexts(text),
  ])
  return Object.fromEntries(turned)
}

const pseudoText = (text: string): string =>
  text
    .split(kept)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\p{L}+/gu, `${open}$&${close}`)))
    .join('')

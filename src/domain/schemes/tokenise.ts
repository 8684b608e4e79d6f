import { expected, good } from './scheme.ts'
import type { LiteralPart, Result } from './scheme.ts'

/** A piece of a pattern and the index of its first character. */
export interface Placed {
  readonly text: string
  readonly at: number
}

/** What stands between two braces: `{name:argument:argument/scope}`. */
export interface Placeholder {
  readonly kind: 'placeholder'
  readonly name: Placed
  readonly rest: readonly Placed[]
  readonly scope: Placed | null
  readonly at: number
}

/** Printable ASCII without the space: what scanners, bar codes and keyboards agree on. */
export const isPrintable = (character: string): boolean => character > ' ' && character <= '~'

/** Cuts a pattern into literals and placeholders, in one pass from left to right. */
export function tokenise(pattern: string): Result<readonly (LiteralPart | Placeholder)[]> {
  const tokens: (LiteralPart | Placeholder)[] = []
  let literal = ''
  let start = 0
  const endLiteral = (next: number) => {
    if (literal !== '') tokens.push({ kind: 'literal', text: literal, at: start })
    literal = ''
    start = next
  }
  let at = 0
  while (at < pattern.length) {
    const character = pattern.charAt(at)
    const isBrace = character === '{' || character === '}'
    if (isBrace && pattern.charAt(at + 1) === character) {
      literal += character
      at += 2
    } else if (character === '{') {
      const text = /^[^{}]*/.exec(pattern.slice(at + 1))?.[0] ?? ''
      const end = at + 1 + text.length
      if (pattern.charAt(end) !== '}') return expected(end, 'closingBrace', { position: at + 1 })
      endLiteral(end + 1)
      tokens.push(takeApart(text, at))
      at = end + 1
    } else if (character === '}') {
      return expected(at, 'openingBrace')
    } else if (!isPrintable(character)) {
      return expected(at, 'printable')
    } else {
      literal += character
      at += 1
    }
  }
  endLiteral(at)
  return good(tokens)
}

function takeApart(text: string, at: number): Placeholder {
  const slash = text.indexOf('/')
  const head = slash < 0 ? text : text.slice(0, slash)
  const pieces: Placed[] = []
  let place = at + 1
  for (const piece of head.split(':')) {
    pieces.push({ text: piece, at: place })
    place += piece.length + 1
  }
  const [name = { text: '', at: at + 1 }, ...rest] = pieces
  const scope = slash < 0 ? null : { text: text.slice(slash + 1), at: at + slash + 2 }
  return { kind: 'placeholder', name, rest, scope, at }
}

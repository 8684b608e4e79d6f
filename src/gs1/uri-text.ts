/** Percent-encoding as GS1 Digital Link uses it: byte by byte, for path and query. */

const UNRESERVED = /[A-Za-z0-9\-._~]/
const HEX_PAIR = /^[0-9A-Fa-f]{2}$/

export type UriPart = 'path' | 'query'

/**
 * Encodes a value: everything but letters, digits and -._~ (RFC 3986), a space in a query as +.
 * Values of GS1 fields are ASCII; characters up to U+00FF count as bytes.
 */
export function escapeUri(text: string, part: UriPart): string {
  let escaped = ''
  for (const character of text) {
    if (UNRESERVED.test(character)) escaped += character
    else if (character === ' ' && part === 'query') escaped += '+'
    else escaped += `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  }
  return escaped
}

/** How many characters the character of an encoded text at `at` takes. */
function encodedLength(text: string, at: number): 1 | 3 {
  return text.charAt(at) === '%' && HEX_PAIR.test(text.slice(at + 1, at + 3)) ? 3 : 1
}

/** Decodes a value. A percent sign without two hexadecimal digits stands for itself. */
export function unescapeUri(text: string, part: UriPart): string {
  if (!text.includes('%') && !(part === 'query' && text.includes('+'))) return text
  let plain = ''
  for (let at = 0; at < text.length;) {
    const length = encodedLength(text, at)
    const character = text.charAt(at)
    if (length === 3) {
      plain += String.fromCharCode(Number.parseInt(text.slice(at + 1, at + 3), 16))
    } else {
      plain += character === '+' && part === 'query' ? ' ' : character
    }
    at += length
  }
  return plain
}

/** Offset in the encoded text, from `start`, of the character `at` of the decoded value. */
export function escapedUriOffset(text: string, start: number, at: number): number {
  let position = start
  for (let index = 0; index < at; index++) position += encodedLength(text, position)
  return position
}

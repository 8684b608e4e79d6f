/** Escapes in EPC URIs (EPC Tag Data Standard, section 6.3.1 and table A-1). */

import { fault } from './problem.ts'
import type { Fault } from './problem.ts'

/** What stands in a URI as it is. The rest of CSET 82 and # are percent-encoded. */
const PLAIN = /[A-Za-z0-9!'()*+,\-.:;=_]/
const ESCAPE = /^%[0-9A-Fa-f]{2}$/

export function escapeEpc(text: string): string {
  return [...text]
    .map((character) =>
      PLAIN.test(character)
        ? character
        : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')
}

/** Decodes a component, or tells which character may not stand there. */
export function unescapeEpc(text: string): string | Fault {
  let decoded = ''
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '%') {
      const escape = text.slice(at, at + 3)
      if (!ESCAPE.test(escape)) return fault('EPC_FIELD_CHARACTER', at, escape.length)
      decoded += String.fromCharCode(Number.parseInt(escape.slice(1), 16))
      at += 2
    } else if (PLAIN.test(character)) {
      decoded += character
    } else {
      return fault('EPC_FIELD_CHARACTER', at, 1)
    }
  }
  return decoded
}

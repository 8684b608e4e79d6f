/** Rules about which characters a component may hold. */

import { cset82Value, isCset39, isCset64 } from '../character-sets.ts'
import { fault } from '../problem.ts'
import type { Fault } from '../problem.ts'

const ZERO = 48
const NINE = 57

/** `csetnumeric`: digits only. */
export function csetnumeric(text: string): Fault | null {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < ZERO || code > NINE) return fault('NON_DIGIT_CHARACTER', index, 1)
  }
  return null
}

/** `cset82`: the characters of most alphanumeric fields. */
export function cset82(text: string): Fault | null {
  for (let index = 0; index < text.length; index++) {
    if (cset82Value(text.charCodeAt(index)) < 0) return fault('INVALID_CSET82_CHARACTER', index, 1)
  }
  return null
}

/** `cset39`: the characters of component and part identifiers. */
export function cset39(text: string): Fault | null {
  for (let index = 0; index < text.length; index++) {
    if (!isCset39(text.charCodeAt(index))) return fault('INVALID_CSET39_CHARACTER', index, 1)
  }
  return null
}

/** `cset64`: base64 for file names (RFC 4648, section 5); padding fills up to three characters. */
export function cset64(text: string): Fault | null {
  let end = text.length
  while (end > 0 && text.charAt(end - 1) === '=') end--
  const padding = text.length - end
  if (padding > 0 && (padding > 2 || text.length % 3 !== 0)) {
    return fault('INVALID_CSET64_PADDING', end, padding)
  }
  for (let index = 0; index < end; index++) {
    if (!isCset64(text.charCodeAt(index))) return fault('INVALID_CSET64_CHARACTER', index, 1)
  }
  return null
}

/** `hasnondigit`: at least one character is not a digit, so that it cannot be taken for a GTIN. */
export function hasnondigit(text: string): Fault | null {
  return csetnumeric(text) === null ? fault('REQUIRES_NON_DIGIT_CHARACTER', 0, text.length) : null
}

/** `hyphen`: hyphens only (the minus sign after a temperature). */
export function hyphen(text: string): Fault | null {
  return /^-+$/.test(text) ? null : fault('NOT_HYPHEN', 0, text.length)
}

/** `importeridx`: one character of letters, digits, hyphen and underscore. */
export function importeridx(text: string): Fault | null {
  if (text.length !== 1) return fault('IMPORTER_IDX_MUST_BE_ONE_CHARACTER', 0, text.length)
  return isCset64(text.charCodeAt(0)) ? null : fault('INVALID_IMPORT_IDX_CHARACTER', 0, 1)
}

/** `pcenc`: every percent sign is followed by two hexadecimal digits. */
export function pcenc(text: string): Fault | null {
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
    const sequence = text.slice(at, at + 3)
    if (!/^%[0-9A-Fa-f]{2}$/.test(sequence)) {
      return fault('INVALID_PERCENT_SEQUENCE', at, sequence.length)
    }
  }
  return null
}

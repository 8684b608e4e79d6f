/** Rules about the value of short numeric components. */

import { csetnumeric } from './characters.ts'
import { fault } from '../problem.ts'
import type { Fault, ProblemCode } from '../problem.ts'

type Linter = (text: string) => Fault | null

/** Accepts exactly the listed texts. */
function oneOf(allowed: readonly string[], code: ProblemCode): Linter {
  return (text) => (allowed.includes(text) ? null : fault(code, 0, text.length))
}

/** `yesno`: a flag, 0 or 1. */
export const yesno = oneOf(['0', '1'], 'NOT_ZERO_OR_ONE')

/** `winding`: direction of a roll; 9 says that it does not apply. */
export const winding = oneOf(['0', '1', '9'], 'INVALID_WINDING_DIRECTION')

/** `iso5218`: biological sex. */
export const iso5218 = oneOf(['0', '1', '2', '9'], 'INVALID_BIOLOGICAL_SEX_CODE')

/** `zero`: zeros only. */
export function zero(text: string): Fault | null {
  return /^0+$/.test(text) ? null : fault('NOT_ZERO', 0, text.length)
}

/** `nonzero`: a number above zero. */
export function nonzero(text: string): Fault | null {
  const nonDigit = csetnumeric(text)
  if (nonDigit !== null) return nonDigit
  return /^0*$/.test(text) ? fault('ILLEGAL_ZERO_VALUE', 0, text.length) : null
}

/** `nozeroprefix`: a number without leading zero. */
export function nozeroprefix(text: string): Fault | null {
  return csetnumeric(text) ?? (text.startsWith('0') ? fault('ILLEGAL_ZERO_PREFIX', 0, 1) : null)
}

/** `pieceoftotal`: two numbers of the same width, "piece" of "total". */
export function pieceoftotal(text: string): Fault | null {
  if (text.length === 0 || text.length % 2 !== 0 || text.length > 8) {
    return fault('INVALID_LENGTH_FOR_PIECE_OF_TOTAL', 0, text.length)
  }
  const nonDigit = csetnumeric(text)
  if (nonDigit !== null) return nonDigit
  const width = text.length / 2
  const piece = Number(text.slice(0, width))
  const total = Number(text.slice(width))
  if (piece === 0) return fault('ZERO_PIECE_NUMBER', 0, width)
  if (total === 0) return fault('ZERO_TOTAL_PIECES', width, width)
  return piece > total ? fault('PIECE_NUMBER_EXCEEDS_TOTAL', 0, text.length) : null
}

/** `posinseqslash`: "position/end", such as a child's place in a multiple birth. */
export function posinseqslash(text: string): Fault | null {
  const match = /^(\d+)\/(\d+)$/.exec(text)
  if (match === null) return fault('POSITION_IN_SEQUENCE_MALFORMED', 0, text.length)
  const [, position = '', end = ''] = match
  if (position.startsWith('0')) return fault('ILLEGAL_ZERO_PREFIX', 0, position.length)
  if (end.startsWith('0')) return fault('ILLEGAL_ZERO_PREFIX', position.length + 1, end.length)
  return Number(position) > Number(end) ? fault('POSITION_EXCEEDS_END', 0, text.length) : null
}

function coordinate(max: number, wrongLength: ProblemCode, wrongValue: ProblemCode): Linter {
  return (text) => {
    if (text.length !== 10) return fault(wrongLength, 0, text.length)
    const nonDigit = csetnumeric(text)
    if (nonDigit !== null) return nonDigit
    return Number(text) > max ? fault(wrongValue, 0, text.length) : null
  }
}

/** `latitude`: (degrees north + 90) in ten-millionths. */
export const latitude = coordinate(1_800_000_000, 'LATITUDE_INVALID_LENGTH', 'INVALID_LATITUDE')

/** `longitude`: degrees east, 0 to 360, in ten-millionths. */
export const longitude = coordinate(3_600_000_000, 'LONGITUDE_INVALID_LENGTH', 'INVALID_LONGITUDE')

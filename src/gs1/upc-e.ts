/** UPC-E: a UPC-A with its zeros left out, as some scanners transmit it (General Specifications, section 5.2). */

import { validateCheckDigit } from './check-digit.ts'
import { failure } from './problem.ts'
import type { Result } from './problem.ts'
import { say } from './say.ts'

/** Where the zeros go is told by the last of the six digits. */
function expandBody(six: string): string {
  const last = six.charAt(5)
  if (last <= '2') return `${six.slice(0, 2)}${last}0000${six.slice(2, 5)}`
  if (last === '3') return `${six.slice(0, 3)}00000${six.slice(3, 5)}`
  if (last === '4') return `${six.slice(0, 4)}00000${six.charAt(4)}`
  return `${six.slice(0, 5)}0000${last}`
}

/**
 * The 12 digits of a UPC-E that was read as eight: number system 0 or 1, six digits, check digit.
 *
 * @example
 * expandUpcE('04252614') // { ok: true, value: '042100005264' }
 */
export function expandUpcE(text: string): Result<string> {
  if (!/^[01]\d{7}$/.test(text)) {
    const detail = say('detail.upcE')
    const where = { rule: 'key', position: 0, length: text.length, detail }
    return failure({ code: 'KEY_HAS_WRONG_LENGTH', ...where })
  }
  const expanded = text.charAt(0) + expandBody(text.slice(1, 7)) + text.charAt(7)
  const checked = validateCheckDigit(expanded)
  if (checked.ok) return checked
  return { ok: false, error: { ...checked.error, position: 7 } }
}

/** Rules about identification keys. */

import { checkDigitFault, checkPairFault } from '../check-digit.ts'
import { fault } from '../problem.ts'
import type { Fault } from '../problem.ts'

/** The shortest prefix that GS1 gives out. */
const COMPANY_PREFIX_DIGITS_MIN = 4

/** `csum`: the last digit is the mod-10 check digit. */
export const csum = checkDigitFault
/** `csumalpha`: the last two characters are the check character pair. */
export const csumalpha = checkPairFault

function companyPrefixAt(start: number): (text: string) => Fault | null {
  return (text) => {
    const rest = text.length - start
    if (rest < COMPANY_PREFIX_DIGITS_MIN) {
      // Where not even the start is there, all that is there is at fault.
      return rest <= 0
        ? fault('TOO_SHORT_FOR_GCP', 0, text.length)
        : fault('TOO_SHORT_FOR_GCP', start, rest)
    }
    for (let index = start; index < start + COMPANY_PREFIX_DIGITS_MIN; index++) {
      const code = text.charCodeAt(index)
      if (code < 48 || code > 57) return fault('INVALID_GCP_PREFIX', index, 1)
    }
    return null
  }
}

/** `gcppos1`: begins with a GS1 Company Prefix. That it was given out is not checked. */
export const gcppos1 = companyPrefixAt(0)
/** `gcppos2`: a GS1 Company Prefix from the second character on. */
export const gcppos2 = companyPrefixAt(1)

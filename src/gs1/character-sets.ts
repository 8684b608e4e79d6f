/** Character sets of the GS1 General Specifications, section 7.11. */

const CSET82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const CSET39 = '#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const CSET64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function values(characters: string): Int8Array {
  const table = new Int8Array(128).fill(-1)
  for (let index = 0; index < characters.length; index++)
    table[characters.charCodeAt(index)] = index
  return table
}

const cset82 = values(CSET82)
const cset39 = values(CSET39)
const cset64 = values(CSET64)

/**
 * The reference value of a CSET 82 character code, or -1 when it is not in the set.
 *
 * @example
 * cset82Value('!'.charCodeAt(0)) // 0
 * cset82Value('é'.charCodeAt(0)) // -1
 */
export function cset82Value(code: number): number {
  return code < 128 ? cset82[code]! : -1
}

/** Whether the character code is in CSET 39 (upper-case letters, digits, #, - and /). */
export function isCset39(code: number): boolean {
  return code < 128 && cset39[code]! >= 0
}

/** Whether the character code is in CSET 64 without padding (letters, digits, - and _). */
export function isCset64(code: number): boolean {
  return code < 128 && cset64[code]! >= 0
}

/** Bases that a counter can be written in. */
export const bases = [10, 16, 32, 36] as const
export type Base = (typeof bases)[number]

/** Crockford's 32 symbols: no I, L, O (they look like 1 and 0) and no U (it makes words). */
export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The decimal digits and the Latin capitals. */
export const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The symbols of each base, in order of their value. */
export const symbolsOf: Readonly<Record<Base, string>> = {
  10: '0123456789',
  16: '0123456789ABCDEF',
  32: crockfordAlphabet,
  36: alphanumeric,
}

/** Latin small letters as capitals; every character keeps its place. */
export const foldCase = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => letter.toUpperCase())

/** As {@link foldCase}, and the letters O, I and L as the digits that they are mistaken for. */
export const foldLookAlikes = (text: string): string =>
  foldCase(text).replace(/[OIL]/g, (letter) => (letter === 'O' ? '0' : '1'))

const separators = /[\s\p{Pd}\u2212]/gu

/** Every space and every kind of dash as a hyphen. */
export const foldSeparators = (text: string): string => text.replace(separators, '-')

/** The text without spaces and dashes, which people put in or leave out as they type. */
export const dropSeparators = (text: string): string => text.replace(separators, '')

/** Writes a number of `0` to `base ** width - 1` with leading zeros. */
export function writeNumber(value: number, base: Base, width: number): string {
  let text = ''
  for (let rest = value; text.length < width; rest = Math.floor(rest / base)) {
    text = symbolsOf[base].charAt(rest % base) + text
  }
  return text
}

/** Reads what a hand typed for a number; `null` where a symbol is not of the base. */
export function readNumber(text: string, base: Base): number | null {
  let value = 0
  for (const symbol of base === 36 ? foldCase(text) : foldLookAlikes(text)) {
    const digit = symbolsOf[base].indexOf(symbol)
    if (digit < 0) return null
    value = value * base + digit
  }
  return value
}

/** Values as bits, written as a string of 0 and 1, and back. */

import { SIX_BITS } from './epc-binary-schemes.ts'
import type { BitField } from './epc-binary-schemes.ts'

/** A number in exactly `width` bits, or null when it does not fit. */
export function bitsOf(value: bigint, width: number): string | null {
  const bits = width === 0 && value === 0n ? '' : value.toString(2).padStart(width, '0')
  return bits.length === width ? bits : null
}

/** Takes bits from the front, part by part. */
export interface BitReader {
  readonly take: (width: number) => string
  readonly number: (width: number) => number
  /** Bits that are left; negative when more were taken than there are. */
  readonly left: () => number
  readonly rest: () => string
}

export function bitReader(bits: string): BitReader {
  let at = 0
  const take = (width: number): string => {
    at += width
    return bits.slice(at - width, at)
  }
  return {
    take,
    number: (width) => Number.parseInt(`0${take(width)}`, 2),
    left: () => bits.length - at,
    rest: () => bits.slice(at),
  }
}

const CHARACTER_BITS = 7

/** The bits of a text, or null when it does not fit. */
export function fieldBits(field: BitField, value: string | null): string | null {
  const { kind, bits } = field
  if (kind === 'reserved') return value === null ? '0'.repeat(bits) : null
  if (value === null) return null
  if (kind === 'text') {
    const codes = [...value].map((character) =>
      bitsOf(BigInt(character.charCodeAt(0)), CHARACTER_BITS),
    )
    const written = codes.join('')
    return codes.includes(null) || written.length > bits ? null : written.padEnd(bits, '0')
  }
  if (!/^\d+$/.test(value)) return null
  if (kind === 'digits') return bitsOf(BigInt(`1${value}`), bits)
  return value.length > 1 && value.startsWith('0') ? null : bitsOf(BigInt(value), bits)
}

/** The text that bits stand for, or null when they stand for none. */
export function fieldValue(field: BitField, bits: string): string | null {
  if (field.kind === 'text') {
    const characters = bits.match(/.{7}/g) ?? []
    const codes = characters.map((code) => Number.parseInt(code, 2))
    const end = codes.indexOf(0)
    const used = end < 0 ? codes : codes.slice(0, end)
    return codes.slice(used.length).some((code) => code !== 0) ? null : String.fromCharCode(...used)
  }
  const value = BigInt(`0b0${bits}`).toString()
  if (field.kind === 'integer') return value
  return value.startsWith('1') ? value.slice(1) : null
}

/** Characters of CSET 39 by the low six bits of their codes, and what ends the text. */
export function sixBitText(text: string): string {
  const codes = [...text].map((character) => BigInt(character.charCodeAt(0) & 0x3f))
  return [...codes, 0n].map((code) => bitsOf(code, SIX_BITS)).join('')
}

export function readSixBitText(bits: BitReader): string {
  let text = ''
  for (let code = bits.number(SIX_BITS); code !== 0; code = bits.number(SIX_BITS)) {
    text += String.fromCharCode(code < 0x20 ? code + 0x40 : code)
  }
  return text
}

/** A number with its leading zeros, or null when it has more digits. */
export function paddedNumber(bits: string, digits: number): string | null {
  const number = BigInt(`0b0${bits}`)
  if (digits === 0) return number === 0n ? '' : null
  const written = number.toString().padStart(digits, '0')
  return written.length === digits ? written : null
}

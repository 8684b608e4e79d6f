/**
 * The tags of EPC Tag Data Standard 2 that hold a key as GS1 elements have it, without regard to
 * the company prefix: SGTIN+, DSGTIN+ and their like (sections 14.5 and 14.6), and SGTIN++ and its
 * like, which name a domain for Digital Links after that (release 2.3).
 */

import type { Clause } from '../i18n/clause.ts'
import { parseElementString, writeElementString } from './element-string.ts'
import type { Gs1Element } from './element.ts'
import { bitReader } from './epc-bits.ts'
import type { BitReader } from './epc-bits.ts'
import { failure, success } from './problem.ts'
import type { Result } from './problem.ts'
import { say } from './say.ts'

/** What is wrong with the bits of a tag; never leaves this file. */
class TagFault extends Error {
  readonly fault: 'endsEarly' | 'tooManyDigits' | 'noEncoding' | 'digitExpected' | 'noKindOfDate'
  constructor(fault: TagFault['fault']) {
    super(fault)
    this.fault = fault
  }
}

interface PlusScheme {
  readonly name: string
  readonly ai: string
  /** Digits of the key; null when digits and text follow each other, ended by a marker. */
  readonly digits: number | null
  /** What follows the key: text, a number, or nothing; its own identifier or the key's end. */
  readonly serial: 'number' | 'text' | null
  readonly serialAi: string | null
}

function plus(
  name: string,
  ai: string,
  digits: number | null,
  serial: PlusScheme['serial'] = null,
  serialAi: string | null = null,
): PlusScheme {
  return { name, ai, digits, serial, serialAi }
}

const byHeader: Readonly<Record<number, PlusScheme>> = {
  0xf0: plus('cpi+', '8010', null, 'number', '8011'),
  0xf1: plus('grai+', '8003', 14, 'text'),
  0xf2: plus('sgln+', '414', 13, 'text', '254'),
  0xf3: plus('itip+', '8006', 18, 'text', '21'),
  0xf4: plus('gsrn+', '8018', 18),
  0xf5: plus('gsrnp+', '8017', 18),
  0xf6: plus('gdti+', '253', 13, 'text'),
  0xf7: plus('sgtin+', '01', 14, 'text', '21'),
  0xf8: plus('sgcn+', '255', 13, 'number'),
  0xf9: plus('sscc+', '00', 18),
  0xfa: plus('giai+', '8004', null),
  0xfb: plus('dsgtin+', '01', 14, 'text', '21'),
}

/** The headers of schemes that name a domain, each with that of the same scheme without one. */
const withDomain: Readonly<Record<number, number>> = {
  0xe6: 0xf0,
  0xe7: 0xf4,
  0xe8: 0xf5,
  0xe9: 0xf2,
  0xea: 0xf6,
  0xeb: 0xf1,
  0xec: 0xf8,
  0xed: 0xf3,
  0xee: 0xfa,
  0xef: 0xf9,
  0xfc: 0xfb,
  0xfd: 0xf7,
}

/** The date that a DSGTIN+ puts first, by its four bits. */
const dateAis = ['11', '13', '15', '16', '17', '7006', '7007']

const HEX_LOWER = '0123456789abcdef'
const HEX_UPPER = '0123456789ABCDEF'
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const BASE64 = `${CAPITALS}${CAPITALS.toLowerCase()}0123456789-_`
/** Three characters in 16 bits (URN code 40); the first stands for none. */
const CODE40 = `\0${CAPITALS}-.:0123456789`
const DIGIT_BITS = 4

function take(bits: BitReader, width: number): string {
  if (bits.left() < width) throw new TagFault('endsEarly')
  return bits.take(width)
}

const number = (bits: BitReader, width: number): number => Number.parseInt(take(bits, width), 2)

/** A number of so many digits, in as few bits as hold every such number. */
function readInteger(bits: BitReader, digits: number): string {
  const width = Math.ceil(digits * Math.log2(10))
  const value = width === 0 ? '' : BigInt(`0b${take(bits, width)}`).toString()
  if (value.length > digits) throw new TagFault('tooManyDigits')
  return value.padStart(digits, '0')
}

function readCharacters(bits: BitReader, length: number, width: number, set?: string): string {
  return Array.from({ length }, () => {
    const code = number(bits, width)
    return set === undefined ? String.fromCharCode(code) : set.charAt(code)
  }).join('')
}

function readCode40(bits: BitReader, length: number): string {
  let text = ''
  while (text.length < length) {
    const value = number(bits, 16) - 1
    for (const code of [Math.floor(value / 1600), Math.floor(value / 40) % 40, value % 40]) {
      text += CODE40.charAt(code)
    }
  }
  return text.slice(0, length)
}

/** Text with its encoding (three bits) and its length (five bits) in front. */
function readText(bits: BitReader): string {
  const encoding = number(bits, 3)
  const length = number(bits, 5)
  switch (encoding) {
    case 0:
      return readInteger(bits, length)
    case 1:
      return readCharacters(bits, length, DIGIT_BITS, HEX_LOWER)
    case 2:
      return readCharacters(bits, length, DIGIT_BITS, HEX_UPPER)
    case 3:
      return readCharacters(bits, length, 6, BASE64)
    case 4:
      return readCharacters(bits, length, 7)
    case 5:
      return readCode40(bits, length)
    default:
      throw new TagFault('noEncoding')
  }
}

/** Digits; then E and a text, or F where nothing follows. */
function readDelimited(bits: BitReader): string {
  let digits = ''
  for (;;) {
    const digit = number(bits, DIGIT_BITS)
    if (digit === 15) return digits
    if (digit === 14) return digits + readText(bits)
    digits += readDigit(digit)
  }
}

function readDigit(value: number): string {
  if (value > 9) throw new TagFault('digitExpected')
  return String(value)
}

function readDate(bits: BitReader): Gs1Element {
  const ai = dateAis[number(bits, 4)]
  if (ai === undefined) throw new TagFault('noKindOfDate')
  const parts = [number(bits, 7), number(bits, 4), number(bits, 5)]
  return { ai, value: parts.map((part) => String(part).padStart(2, '0')).join('') }
}

function readElements(scheme: PlusScheme, bits: BitReader): Gs1Element[] {
  const date = scheme.name === 'dsgtin+' ? [readDate(bits)] : []
  const { ai, digits, serial, serialAi } = scheme
  const key =
    digits === null
      ? readDelimited(bits)
      : Array.from({ length: digits }, () => readDigit(number(bits, DIGIT_BITS))).join('')
  if (serial === null) return [{ ai, value: key }, ...date]
  const rest = serial === 'text' ? readText(bits) : readInteger(bits, number(bits, 4))
  if (serialAi === null) return [{ ai, value: key + rest }]
  const isAbsent = rest === '' || (serialAi === '254' && rest === '0')
  return [{ ai, value: key }, ...(isAbsent ? [] : [{ ai: serialAi, value: rest }]), ...date]
}

/** Passes over a domain: in 7 bits a character or ending (`.com`), or three characters in 16. */
function skipDomain(bits: BitReader): void {
  const isByCharacter = take(bits, 1) === '1'
  const length = number(bits, 6)
  take(bits, isByCharacter ? length * 7 : Math.ceil(length / 3) * 16)
}

/** What such a tag says. */
export interface PlusReading {
  readonly scheme: string
  readonly filter: number
  readonly elements: readonly Gs1Element[]
}

/** Reads such a tag; null when the header is another's. Data after the key is not looked at. */
export function decodePlus(hex: string, allBits: string): Result<PlusReading> | null {
  const bits = bitReader(allBits)
  const header = bits.number(8)
  const base = withDomain[header]
  const scheme = byHeader[base ?? header]
  if (scheme === undefined) return null
  const hasData = bits.take(1) === '1'
  const filter = bits.number(3)
  try {
    const elements = readElements(scheme, bits)
    if (base !== undefined) skipDomain(bits)
    const checked = parseElementString(writeElementString(elements), { validation: 'values' })
    if (!checked.ok) return malformed(hex, checked.error.said)
    if (!hasData && bits.rest().includes('1')) return malformed(hex, say('detail.bitsAfter'))
    const name = base === undefined ? scheme.name : `${scheme.name}+`
    return success({ scheme: name, filter, elements })
  } catch (error) {
    if (error instanceof TagFault) return malformed(hex, say(`detail.${error.fault}`))
    throw error
  }
}

function malformed(hex: string, detail: Clause): Result<PlusReading> {
  const where = { rule: 'epc', position: 2, length: hex.length - 2 }
  return failure({ code: 'EPC_HEX_BAD_PARTITION', ...where, detail })
}

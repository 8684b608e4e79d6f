/**
 * How EPCs are laid out on RFID tags (EPC Tag Data Standard, section 14): header, filter and
 * partition in 14 bits, then company prefix and reference, then the serial part.
 */

/** How a serial part or a reference is stored. */
export type BitField =
  /** A number without leading zeros. */
  | { readonly kind: 'integer'; readonly bits: number }
  /** Digits of which leading zeros count: a 1 is put in front. */
  | { readonly kind: 'digits'; readonly bits: number }
  /** Seven bits a character, filled with zeros. */
  | { readonly kind: 'text'; readonly bits: number }
  /** Bits that are zero: the scheme has no serial part. */
  | { readonly kind: 'reserved'; readonly bits: number }

export interface BinaryScheme {
  /** `sgtin-96`: also its name in tag URIs. */
  readonly name: string
  readonly header: number
  /** The pure identity that it stores. */
  readonly scheme: string
  /** Bits of company prefix and reference together. */
  readonly keyBits: number
  /**
   * How the reference is stored. `fixed`: a number whose length is known. `sixBit`: six bits a
   * character with six zeros at the end, in place of the rest of `keyBits`.
   */
  readonly reference: 'fixed' | 'integer' | 'sixBit' | 'text'
  readonly serial: BitField
}

const integer = (bits: number): BitField => ({ kind: 'integer', bits })
const text = (bits: number): BitField => ({ kind: 'text', bits })
const digits = (bits: number): BitField => ({ kind: 'digits', bits })
const reserved = (bits: number): BitField => ({ kind: 'reserved', bits })

function binary(
  name: string,
  header: number,
  keyBits: number,
  serial: BitField,
  reference: BinaryScheme['reference'] = 'fixed',
): BinaryScheme {
  return { name, header, scheme: name.split('-')[0]!, keyBits, serial, reference }
}

/** The shorter scheme of a key first: it is taken where the serial fits. */
export const binarySchemes: readonly BinaryScheme[] = [
  binary('sgtin-96', 0x30, 44, integer(38)),
  binary('sgtin-198', 0x36, 44, text(140)),
  binary('sscc-96', 0x31, 58, reserved(24)),
  binary('sgln-96', 0x32, 41, integer(41)),
  binary('sgln-195', 0x39, 41, text(140)),
  binary('grai-96', 0x33, 44, integer(38)),
  binary('grai-170', 0x37, 44, text(112)),
  binary('giai-96', 0x34, 82, reserved(0), 'integer'),
  binary('giai-202', 0x38, 188, reserved(0), 'text'),
  binary('gsrn-96', 0x2d, 58, reserved(24)),
  binary('gsrnp-96', 0x2e, 58, reserved(24)),
  binary('gdti-96', 0x2c, 41, integer(41)),
  binary('gdti-174', 0x3e, 41, text(119)),
  // Replaced by gdti-174, but on tags.
  binary('gdti-113', 0x3a, 41, digits(58)),
  binary('sgcn-96', 0x3f, 41, digits(41)),
  binary('itip-110', 0x40, 44, integer(38)),
  binary('itip-212', 0x41, 44, text(140)),
  binary('cpi-96', 0x3c, 51, integer(31), 'integer'),
  binary('cpi-var', 0x3d, 0, integer(40), 'sixBit'),
]

/** Bits of a company prefix, by its number of digits; the partition is 12 less that number. */
export const companyBits: Readonly<Record<number, number>> = {
  12: 40,
  11: 37,
  10: 34,
  9: 30,
  8: 27,
  7: 24,
  6: 20,
}

export const HEADER_BITS = 8
export const FILTER_BITS = 3
export const PARTITION_BITS = 3
/** Of piece and of total each. */
export const PIECE_BITS = 7
/** Of a character of a `sixBit` reference. */
export const SIX_BITS = 6

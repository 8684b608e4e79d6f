/** Symbols that carry GS1 data, and the AIM identifiers of their readers (ISO/IEC 15424). */

export type Symbology =
  | 'Data Matrix'
  | 'DotCode'
  | 'EAN-13'
  | 'EAN-8'
  | 'GS1 DataBar'
  | 'GS1-128'
  | 'ITF-14'
  | 'QR Code'

/** How the data of a symbol is to be read. */
export type Carriage = 'elements' | 'gtin' | 'text'

export interface SymbologyIdentifier {
  readonly symbology: Symbology
  readonly carriage: Carriage
}

/** By the two characters after `]`. */
const identifiers: Readonly<Record<string, SymbologyIdentifier>> = {
  C1: { symbology: 'GS1-128', carriage: 'elements' },
  E0: { symbology: 'EAN-13', carriage: 'gtin' },
  E4: { symbology: 'EAN-8', carriage: 'gtin' },
  I1: { symbology: 'ITF-14', carriage: 'gtin' },
  J0: { symbology: 'DotCode', carriage: 'text' },
  J1: { symbology: 'DotCode', carriage: 'elements' },
  Q1: { symbology: 'QR Code', carriage: 'text' },
  Q3: { symbology: 'QR Code', carriage: 'elements' },
  d1: { symbology: 'Data Matrix', carriage: 'text' },
  d2: { symbology: 'Data Matrix', carriage: 'elements' },
  e0: { symbology: 'GS1 DataBar', carriage: 'elements' },
}

/** What an identifier such as `]d2` says, or undefined when GS1 data does not come that way. */
export function lookUpSymbology(identifier: string): SymbologyIdentifier | undefined {
  const name = identifier.slice(1)
  return Object.hasOwn(identifiers, name) ? identifiers[name] : undefined
}

/** Digits of the number that a retail symbol holds. */
export const gtinLengths: Readonly<Partial<Record<Symbology, number>>> = {
  'EAN-13': 13,
  'EAN-8': 8,
  'ITF-14': 14,
}

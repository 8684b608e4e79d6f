import { computeCheckDigit } from '../gs1/index.ts'

/**
 * GS1 numbers of the demo companies. They begin with 952, the prefix that GS1 keeps for
 * demonstrations and examples, so that they are well-formed and nobody's.
 */
const withCheckDigit = (body: string): string => {
  const digit = computeCheckDigit(body)
  if (!digit.ok) throw new RangeError(`${body} is no body of a GS1 number.`)
  return body + digit.value
}

const digits = (number: number, width: number): string => String(number).padStart(width, '0')

/** The GTIN, in 14 digits, of the product with this number. */
export const gtinOf = (company: number, product: number): string =>
  withCheckDigit(`0952${digits(company, 4)}${digits(product, 5)}`)

/** The GLN, in 13 digits, of the place with this number. */
export const glnOf = (company: number, place: number): string =>
  withCheckDigit(`952${digits(company, 4)}${digits(place, 5)}`)

/** The SSCC, in 18 digits, of the pallet or case with this number. */
export const ssccOf = (company: number, pallet: number): string =>
  withCheckDigit(`3952${digits(company, 4)}${digits(pallet, 9)}`)

/**
 * EPC schemes of GS1 keys (EPC Tag Data Standard 2.x, sections 6 and 7): how an EPC URI and the
 * elements of a key say the same.
 */

import { cset39, cset82, csetnumeric } from './linters/characters.ts'
import { nozeroprefix } from './linters/numbers.ts'
import type { Linter } from './linters/registry.ts'

/** The part of an EPC that tells one thing, or one lot, from others of its class. */
export interface SerialPart {
  /** Its own identifier; null when it is appended to the value of the key. */
  readonly ai: string | null
  readonly lengthMax: number
  readonly check: Linter
  /** What stands in the URI when the elements have none. */
  readonly absent?: string
}

export interface EpcScheme {
  readonly name: string
  /** `id`: an instance. `class`: a lot. */
  readonly kind: 'class' | 'id'
  readonly ai: string
  /**
   * How company prefix and reference make the value of the key. `rotated`: the first digit of the
   * reference goes to the front, a check digit to the end. `checked`: a check digit to the end.
   * `plain`: as they are.
   */
  readonly form: 'checked' | 'plain' | 'rotated'
  /** What the value of the key begins with, before the company prefix. */
  readonly prefix: string
  /** Characters of company prefix and reference together: exactly, or at most when `plain`. */
  readonly length: number
  readonly check: Linter
  /** Whether two fields follow, the piece and the total of pieces, two digits each. */
  readonly hasPieces: boolean
  readonly serial: SerialPart | null
}

/** A number without leading zeros, and zero itself, which AI (8011) does not have. */
const plainNumber: Linter = (digits) => (digits === '0' ? null : nozeroprefix(digits))

const text = (ai: string | null, lengthMax: number): SerialPart => ({
  ai,
  lengthMax,
  check: cset82,
})

function scheme(name: string, ai: string, rest: Partial<EpcScheme>): EpcScheme {
  const common = { kind: 'id', form: 'checked', prefix: '', length: 12, hasPieces: false } as const
  return { name, ai, ...common, check: csetnumeric, serial: null, ...rest }
}

/** For elements with the same key, the first scheme whose serial part is present is taken. */
export const epcSchemes: readonly EpcScheme[] = [
  scheme('sgtin', '01', { form: 'rotated', length: 13, serial: text('21', 20) }),
  scheme('upui', '01', { form: 'rotated', length: 13, serial: text('235', 28) }),
  scheme('lgtin', '01', { kind: 'class', form: 'rotated', length: 13, serial: text('10', 20) }),
  scheme('itip', '8006', { form: 'rotated', length: 13, hasPieces: true, serial: text('21', 20) }),
  scheme('sscc', '00', { form: 'rotated', length: 17 }),
  scheme('sgln', '414', { serial: { ...text('254', 20), absent: '0' } }),
  scheme('pgln', '417', {}),
  scheme('grai', '8003', { prefix: '0', serial: text(null, 16) }),
  scheme('gdti', '253', { serial: text(null, 17) }),
  scheme('sgcn', '255', { serial: { ai: null, lengthMax: 12, check: csetnumeric } }),
  scheme('gsrn', '8018', { length: 17 }),
  scheme('gsrnp', '8017', { length: 17 }),
  scheme('gsin', '402', { length: 16 }),
  scheme('giai', '8004', { form: 'plain', length: 30, check: cset82 }),
  scheme('ginc', '401', { form: 'plain', length: 30, check: cset82 }),
  scheme('cpi', '8010', {
    form: 'plain',
    length: 30,
    check: cset39,
    serial: { ai: '8011', lengthMax: 12, check: plainNumber },
  }),
]

/** Schemes that have a pattern for all instances of a class: `urn:epc:idpat:sgtin:….*`. */
export function hasPattern({ kind, serial }: EpcScheme): boolean {
  return kind === 'id' && serial !== null && serial.absent === undefined
}

/** A GS1 Company Prefix in an EPC has 6 to 12 digits. */
export const COMPANY_PREFIX_MIN = 6
export const COMPANY_PREFIX_MAX = 12

/** GS1 identification keys by themselves, as people type them and as lists hold them. */

import { lookUpAi } from './ai-table.ts'
import { normaliseGtin } from './check-digit.ts'
import { elementFailure } from './element-string.ts'
import { lengthFault, readValue } from './element.ts'
import { success } from './problem.ts'
import type { Result } from './problem.ts'

/** The keys, each with the identifier whose value it is. */
export const keyAis = {
  CPID: '8010',
  GCN: '255',
  GDTI: '253',
  GIAI: '8004',
  GINC: '401',
  GLN: '414',
  GMN: '8013',
  GRAI: '8003',
  GSIN: '402',
  GSRN: '8018',
  GTIN: '01',
  SSCC: '00',
} as const

export type Gs1Key = keyof typeof keyAis

/**
 * Accepts a key with the right form and check digit. A GTIN may have any of its lengths and comes
 * back in 14 digits; a GRAI begins with its filler zero.
 *
 * @example
 * validateKey('SSCC', '195060000000000012') // { ok: true, value: '195060000000000012' }
 * validateKey('GTIN', '9506000134352') // { ok: true, value: '09506000134352' }
 */
export function validateKey(key: Gs1Key, text: string): Result<string> {
  if (key === 'GTIN') {
    const gtin = normaliseGtin(text)
    return gtin.ok ? success(gtin.value.gtin14) : gtin
  }
  const entry = lookUpAi(keyAis[key])!
  const found = lengthFault(entry, text) ?? readValue(entry, text, 0, text.length, false)
  return typeof found === 'number' ? success(text) : elementFailure(found, entry.ai, 0)
}

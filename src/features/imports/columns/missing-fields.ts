import type { Clause } from '../../../i18n/clause.ts'
import type { Field, ImportKind } from './field.ts'
import { say } from './value-problem.ts'

/**
 * What a person must still say before rows can be read.
 *
 * @param named the fields that columns have, or that are told for the whole file
 * @param isNumbered whether things without a serial get numbers of ours
 */
export function missingFields(
  kind: ImportKind,
  named: readonly Field[],
  isNumbered: boolean,
): Clause[] {
  const fields = new Set(named)
  const missing: Clause[] = []
  const isThing = kind === 'units' || kind === 'items'
  if (isThing && !fields.has('sku') && !fields.has('gtin') && !fields.has('name')) {
    missing.push(say('missing.item'))
  }
  const hasNumbers = named.some((field) => field === 'serial' || field.startsWith('identifier:'))
  if (kind === 'units' && !hasNumbers && !isNumbered) {
    missing.push(say('missing.serial'))
  }
  return missing
}

import type { Field, ImportKind } from './field.ts'

/**
 * What a person must still say before rows can be read, in sentences.
 *
 * @param named the fields that columns have, or that are told for the whole file
 * @param isNumbered whether things without a serial get numbers of ours
 */
export function missingFields(
  kind: ImportKind,
  named: readonly Field[],
  isNumbered: boolean,
): string[] {
  const fields = new Set(named)
  const missing: string[] = []
  const isThing = kind === 'units' || kind === 'items'
  if (isThing && !fields.has('sku') && !fields.has('gtin') && !fields.has('name')) {
    missing.push('No column names the item. Choose one, or give one item for the whole file.')
  }
  const hasNumbers = named.some((field) => field === 'serial' || field.startsWith('identifier:'))
  if (kind === 'units' && !hasNumbers && !isNumbered) {
    missing.push('No column has serials. Choose one, or let the units be numbered.')
  }
  return missing
}

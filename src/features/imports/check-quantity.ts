import { fault, valueProblem } from './columns/value-problem.ts'
import type { MappedRow } from './columns/mapped-row.ts'
import type { Problem } from '../../files/read/problem.ts'
import type { ItemFacts } from './read-row.ts'

/** Pieces that one row can stand for; each of them becomes a unit. */
const piecesPerRowMax = 10_000

/** What is wrong with a quantity in view of how its item is measured; undefined when nothing is. */
export function quantityProblem(
  { line, item, unit }: MappedRow,
  { kind, decimals }: ItemFacts,
): Problem | undefined {
  const value = unit?.quantity
  if (value === undefined || item === undefined) return undefined
  const [, fraction = ''] = value.split('.')
  if (kind === 'portion') {
    if (fraction.length <= decimals) return undefined
    const found = fault('quantity_too_fine', { value, item: item.sku, most: decimals })
    return valueProblem(found, line, null)
  }
  if (fraction !== '') {
    return valueProblem(fault('quantity_not_whole', { value, item: item.sku }), line, null)
  }
  if (Number(value) <= piecesPerRowMax) return undefined
  return valueProblem(fault('quantity_too_large', { value, most: piecesPerRowMax }), line, null)
}

import type { Unit } from '../../client/web-client.ts'
import { parseQuantity } from '../../domain/quantity.ts'

/** Digits that a portion's quantity keeps after the point. */
export const decimalsOf = (unit: Unit | undefined): number =>
  unit?.quantity?.amount.split('.')[1]?.length ?? 0

/** An amount as it is typed, in the smallest unit of measure; undefined where it is none. */
export const wholeAmount = (text: string | undefined, decimals: number): number | undefined =>
  parseQuantity((text ?? '').replace(',', '.'), decimals) ?? undefined

import type { Status } from './status.ts'
import type { orderKinds } from './subject-words.ts'

/** How much of an item an order has: units of one status, and their content together. */
export interface OrderAmount {
  readonly item: number
  readonly status: Status
  /** Count of discrete things and containers; integer content of portions. */
  readonly amount: number
}

/** A line of an order with what has come of it; amounts are counts or integer contents. */
export interface LineProgress {
  readonly item: number
  /** `null` where units belong to the order and no line asked for their item. */
  readonly ordered: number | null
  readonly done: number
  /** Of units that belong to the order and are not yet what it is for. */
  readonly open: number
}

const among =
  (...list: readonly Status[]) =>
  (status: Status) =>
    list.includes(status)
const noneOf =
  (...list: readonly Status[]) =>
  (status: Status) =>
    !list.includes(status)

/** Whether a unit that belongs to an order has become what the order is for. */
const isDone: Readonly<Record<(typeof orderKinds)[number], (status: Status) => boolean>> = {
  purchase: noneOf('expected', 'in_transit'),
  make: noneOf('expected', 'in_progress'),
  sale: among('in_transit', 'delivered'),
  transfer: noneOf('expected', 'reserved', 'picked', 'packed'),
  return: among('returned', 'in_repair', 'in_stock', 'disposed'),
  repair: noneOf('returned', 'in_repair'),
  count: noneOf(),
  disposal: among('disposed'),
}

/**
 * How far an order is, line by line in its own sequence; items that nobody ordered come last.
 * Several lines of one item count as one.
 *
 * @param kind what the order is for; all its units count as done when it does not say
 */
export function orderProgress(
  kind: keyof typeof isDone | undefined,
  lines: readonly { readonly item: number; readonly quantity: number }[],
  amounts: readonly OrderAmount[],
): LineProgress[] {
  const progress = new Map<number, { ordered: number | null; done: number; open: number }>()
  for (const { item, quantity } of lines) {
    const before = progress.get(item)?.ordered ?? 0
    progress.set(item, { ordered: before + quantity, done: 0, open: 0 })
  }
  const counts = kind === undefined ? noneOf() : isDone[kind]
  for (const { item, status, amount } of amounts) {
    if (status === 'void') continue
    const line = progress.get(item) ?? { ordered: null, done: 0, open: 0 }
    line[counts(status) ? 'done' : 'open'] += amount
    progress.set(item, line)
  }
  return [...progress].map(([item, line]) => ({ item, ...line }))
}

import { expect, it } from 'vitest'
import { orderProgress } from './order-progress.ts'
import type { Status } from './status.ts'
import type { orderKinds } from './subject-words.ts'

const doneOf = (kind: (typeof orderKinds)[number] | undefined, status: Status): number =>
  orderProgress(kind, [], [{ item: 1, status, amount: 1 }])[0]?.done ?? 0

it.each([
  ['purchase', ['in_stock', 'consumed'], ['expected', 'in_transit']],
  ['make', ['in_stock', 'delivered'], ['expected', 'in_progress']],
  ['sale', ['in_transit', 'delivered'], ['reserved', 'packed', 'returned', 'in_stock']],
  ['transfer', ['in_transit', 'in_stock'], ['reserved', 'picked', 'packed']],
  ['return', ['returned', 'in_stock', 'disposed'], ['expected', 'in_transit', 'delivered']],
  ['repair', ['in_stock', 'delivered'], ['returned', 'in_repair']],
  ['disposal', ['disposed'], ['in_stock', 'reserved']],
  ['count', ['in_stock'], []],
  [undefined, ['expected', 'in_stock'], []],
] as const)('an order of kind %s is done by units that are %j, not %j', (kind, done, open) => {
  expect(done.map((status) => doneOf(kind, status))).toEqual(done.map(() => 1))
  expect(open.map((status) => doneOf(kind, status))).toEqual(open.map(() => 0))
})

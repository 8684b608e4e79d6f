import { showOrderProgress } from '../../contract/orders.ts'
import { failWith } from '../../contract/problem.ts'
import { orderProgress, type OrderAmount } from '../../domain/order-progress.ts'
import { nameOf, statuses, unitKinds } from '../../domain/status.ts'
import type { Store } from '../../store/store.ts'
import { loadNames } from '../../store/views/names.ts'
import { subjectByCode } from '../../store/views/subject-by-code.ts'
import { handle, type Handler } from '../context.ts'

export const orderRoutes: readonly Handler[] = [
  handle(showOrderProgress, async ({ order }, { store }) => {
    const found = await subjectByCode(store, 'order', order)
    const { id, data } =
      found ?? failWith('not_found.subject', { kind: 'order', code: order }, 'order')
    const asked = (data.lines ?? []).map(({ item, quantity }) => ({ item: Number(item), quantity }))
    const ordered = new Set(asked.map(({ item }) => item))
    // What the goods are packed in belongs to the order, and is no part of what was asked for.
    const amounts = (await amountsOf(store, id)).filter(
      ({ item, isPackage }) => !isPackage || ordered.has(item),
    )
    const progress = orderProgress(data.kind, asked, amounts)
    const names = await loadNames(store, { item: progress.map(({ item }) => item) })
    return {
      lines: progress.map(({ item, ...line }) => {
        const { kind, measure, decimals } = names.data('item', item) as Partial<Measured>
        const isMeasured = kind === 'portion'
        return {
          item: names.find('item', item)!,
          measure: isMeasured ? (measure ?? '') : null,
          decimals: isMeasured ? (decimals ?? 0) : 0,
          ...line,
        }
      }),
    }
  }),
]

/** What an item says of the amounts of its units. */
interface Measured {
  readonly kind: string
  readonly measure: string
  readonly decimals: number
}

/** What belongs to an order: portions by their content, all else by the unit. */
async function amountsOf(
  store: Store,
  order: number,
): Promise<(OrderAmount & { isPackage: boolean })[]> {
  const rows = await store.read
    .selectFrom('units')
    .select(['item', 'status', 'kind'])
    .select(({ fn }) => [fn.countAll().as('units'), fn.sum('content').as('content')])
    .where('for_order', '=', order)
    .groupBy(['item', 'status', 'kind'])
    .execute()
  return rows.map(({ item, status, kind, units, content }) => ({
    item,
    status: nameOf(statuses, status),
    amount: Number(nameOf(unitKinds, kind) === 'portion' ? content : units),
    isPackage: nameOf(unitKinds, kind) === 'container',
  }))
}

import { showOrderProgress } from '../../contract/orders.ts'
import { failWith } from '../../contract/problem.ts'
import { orderProgress, type OrderAmount } from '../../domain/order-progress.ts'
import { codeOf, nameOf, statuses, unitKinds } from '../../domain/status.ts'
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
    const amounts = await amountsOf(store, id, ordered)
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

const container = codeOf(unitKinds, 'container')

/**
 * What belongs to an order: portions by their content, all else by the unit. What ordered goods are
 * packed in, and the parts inside of them, go along: only what was asked for by itself is told.
 */
async function amountsOf(
  store: Store,
  order: number,
  ordered: ReadonlySet<number>,
): Promise<OrderAmount[]> {
  const ofOrder = store.read.selectFrom('units').where('for_order', '=', order)
  const containers = await ofOrder
    .select(['id', 'item', 'parent'])
    .where('kind', '=', container)
    .execute()
  const byId = new Map(containers.map((one) => [one.id, one]))
  const isPart = (parent: number | null): boolean => {
    const outer = byId.get(parent ?? 0)
    return outer !== undefined && (ordered.has(outer.item) || isPart(outer.parent))
  }
  const rows = await ofOrder
    .select(['item', 'status', 'kind', 'parent'])
    .select(({ fn }) => [fn.countAll().as('units'), fn.sum('content').as('content')])
    .groupBy(['item', 'status', 'kind', 'parent'])
    .execute()
  return rows
    .filter(
      ({ item, kind, parent }) => ordered.has(item) || !(kind === container || isPart(parent)),
    )
    .map(({ item, status, kind, units, content }) => ({
      item,
      status: nameOf(statuses, status),
      amount: Number(nameOf(unitKinds, kind) === 'portion' ? content : units),
    }))
}

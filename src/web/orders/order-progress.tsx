import { useOperation } from '../data/operations.ts'
import { useText } from '../texts/texts.ts'
import { Panel } from '../ui/panel.tsx'
import { OrderLineList } from './order-line.tsx'

/** The lines of an order beside the work on it; nothing where it has none. */
export function OrderProgress({ order }: { order: string }) {
  const t = useText('things')
  const { data } = useOperation('showOrderProgress', { order }, { keepsFormer: true })
  if (!data || data.lines.length === 0) return null
  return (
    <Panel title={t('lines')} flush>
      <OrderLineList lines={data.lines} />
    </Panel>
  )
}

/** Units of an order: how many are done, and how many it is about. */
export interface OrderCount {
  readonly done: number
  readonly of: number
}

/** How far an order is in units; undefined without an order, and where some of it is weighed. */
export function useOrderCount(order: string | null): OrderCount | undefined {
  const { data } = useOperation(
    'showOrderProgress',
    { order: order ?? '' },
    { enabled: order !== null, keepsFormer: true },
  )
  if (order === null || !data || data.lines.some(({ measure }) => measure !== null))
    return undefined
  const done = data.lines.reduce((sum, line) => sum + line.done, 0)
  const of = data.lines.reduce(
    (sum, line) => sum + Math.max(line.ordered ?? 0, line.done + line.open),
    0,
  )
  return { done, of }
}

import type { OrderLine, Subject } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { useRecord } from '../../data/record.ts'
import { OrderLineList } from '../../orders/order-line.tsx'
import { useMaySetUp } from '../../subjects/use-may-set-up.ts'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import { Answered, EmptyState } from '../../ui/states.tsx'
import { NewLine, type AskedLine } from './new-line.tsx'

/** What was asked for, line by line, and how much of each is done. */
export function OrderLines({ order: { code, data } }: { order: Subject }) {
  const t = useText('things')
  const record = useRecord()
  const maySetUp = useMaySetUp('order')
  const progress = useOperation('showOrderProgress', { order: code }, { keepsFormer: true })
  const lines = (data['lines'] as readonly AskedLine[] | undefined) ?? []
  const keep = (changed: readonly AskedLine[], words: string) =>
    record({ kind: 'change_order', input: { code, set: { lines: changed } } }, { words })
  const remove = ({ item: { code: item } }: OrderLine) =>
    void keep(
      lines.filter((one) => one.item !== item),
      t('lineRemoved', { item, order: code }),
    )
  return (
    <Panel title={t('lines')} flush>
      <Answered query={progress}>
        {({ lines: shown }) =>
          shown.length === 0 ? (
            <EmptyState title={t('noLines')} detail={t('noLinesDetail')} />
          ) : (
            <OrderLineList lines={shown} {...(maySetUp && { onRemove: remove })} />
          )
        }
      </Answered>
      {maySetUp && (
        <NewLine
          onAdd={async (line, amount) => {
            const rest = lines.filter(({ item }) => item !== line.item)
            const words = t('lineAdded', { amount, item: line.item, order: code })
            return (await keep([...rest, line], words)) !== undefined
          }}
        />
      )}
    </Panel>
  )
}

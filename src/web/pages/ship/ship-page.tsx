import { Truck } from 'lucide-react'
import { useScan } from '../../scan/scan-provider.tsx'
import { OrderProgress, useOrderCount } from '../../orders/order-progress.tsx'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'
import { OrderTarget, TargetPanel } from '../../work/target-panel.tsx'
import { BigCount, ScannedPanel, Targets } from '../../work/work-parts.tsx'
import { useShipping } from './use-shipping.ts'

/** Checks what leaves against its order by scan, and ships it. */
export function ShipPage() {
  const t = useText('work')
  const { order, setOrder, party, setParty, checked, missing, take, ship } = useShipping()
  useScan(take)
  const count = checked.units.length
  const inOrder = useOrderCount(order)
  const left = inOrder && inOrder.of - inOrder.done
  const toShip = missing && Math.max(count + missing.length, left ?? 0)
  return (
    <Page
      title={t('ship.title')}
      actions={
        <Button
          disabled={count === 0}
          leftSection={<Truck aria-hidden />}
          onClick={() => void ship()}
        >
          {count === 0 ? t('ship.title') : t('ship.ship', { count })}
        </Button>
      }
    >
      <Targets>
        <OrderTarget order={order} onChange={setOrder} />
        <TargetPanel
          kind="party"
          title={t('party')}
          ask={t('partyAsk')}
          code={party}
          onChange={setParty}
        />
      </Targets>
      <Columns>
        <Stack>
          <ScannedPanel
            title={t('ship.checked')}
            units={checked.units}
            ask={t('ship.ask')}
            detail={t('ship.detail')}
            onRemove={({ id }) => checked.remove(id)}
          />
          {missing && missing.length > 0 && (
            <ScannedPanel title={t('ship.missing')} units={missing} />
          )}
        </Stack>
        <Stack>
          <BigCount done={count} of={toShip} />
          {order !== null && <OrderProgress order={order} />}
        </Stack>
      </Columns>
    </Page>
  )
}

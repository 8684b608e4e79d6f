import { useScan } from '../../scan/scan-provider.tsx'
import { searchFor } from '../../subjects/searches.ts'
import { useOperation } from '../../data/operations.ts'
import { OrderProgress, useOrderCount } from '../../orders/order-progress.tsx'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'
import { scannedUnit } from '../../work/scanned-units.ts'
import { OrderTarget, TargetPanel } from '../../work/target-panel.tsx'
import { BigCount, ScannedPanel, Targets } from '../../work/work-parts.tsx'
import { ArrivalTraitsPanel } from './arrival-traits.tsx'
import { MakeSerials } from './make-serials.tsx'
import { useReceiving } from './use-receiving.ts'

/** Takes in what arrives: what was expected, what brings a serial, and what gets one here. */
export function ReceivePage() {
  const t = useText('work')
  const work = useReceiving()
  const { location, order, item, received } = work
  useScan(work.take)
  return (
    <Page title={t('receive.title')}>
      <Targets>
        <TargetPanel
          kind="location"
          title={t('receive.to')}
          ask={t('receive.scanPlace')}
          code={location}
          onChange={work.setLocation}
        />
        <OrderTarget order={order} onChange={work.setOrder} />
        <TargetPanel
          kind="item"
          title={t('receive.item')}
          ask={t('receive.scanItem')}
          code={item}
          onChange={work.setItem}
        />
      </Targets>
      <Columns>
        <Stack>
          <ScannedPanel
            title={t('scanned')}
            units={received.units}
            ask={t('receive.ask')}
            detail={t('receive.detail')}
            actions={
              received.units.length > 0 && (
                <Button variant="subtle" onClick={received.clear}>
                  {t('clear')}
                </Button>
              )
            }
          />
          {order !== null && <Expected order={order} />}
        </Stack>
        <Stack>
          <ReceivedCount order={order} count={received.units.length} />
          {order !== null && <OrderProgress order={order} />}
          {item !== null && (
            <ArrivalTraitsPanel item={item} traits={work.traits} onType={work.setTrait} />
          )}
          {item !== null && location !== null && <MakeSerials item={item} onMake={work.make} />}
        </Stack>
      </Columns>
    </Page>
  )
}

/** What an order still expects. */
function Expected({ order }: { order: string }) {
  const t = useText('work')
  const query = `${searchFor('order', order)} status:expected`
  const { data } = useOperation('searchUnits', { query, limit: 200 })
  if (!data || data.units.length === 0) return null
  return <ScannedPanel title={t('receive.expected')} units={data.units.map(scannedUnit)} />
}

/** How many have come: of the order's, or in this session where there is none. */
function ReceivedCount({ order, count }: { order: string | null; count: number }) {
  const { done, of } = useOrderCount(order) ?? { done: count }
  return <BigCount done={done} of={of} />
}

import { useOperation } from '../../data/operations.ts'
import { useScan } from '../../scan/scan-provider.tsx'
import { searchFor } from '../../subjects/searches.ts'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'
import { scannedUnit } from '../../work/scanned-units.ts'
import { OrderTarget } from '../../work/target-panel.tsx'
import { BigCount, ScannedPanel, Targets } from '../../work/work-parts.tsx'
import { ContainerPanel } from './container-panel.tsx'
import { usePacking } from './use-packing.ts'

/** Puts what is scanned into a container, and shows what is in it. */
export function PackPage() {
  const t = useText('work')
  const { container, setContainer, order, setOrder, take, takeOut } = usePacking()
  useScan(take)
  const query = container === null ? '' : searchFor('inside', container.serial ?? '')
  const inside = useOperation('searchUnits', { query, limit: 500 }, { enabled: container !== null })
  const units = container === null ? [] : (inside.data?.units ?? []).map(scannedUnit)
  return (
    <Page
      title={t('pack.title')}
      actions={
        container !== null && (
          <Button variant="default" onClick={() => setContainer(null)}>
            {t('done')}
          </Button>
        )
      }
    >
      <Targets>
        <ContainerPanel container={container} onChange={setContainer} />
        <OrderTarget order={order} onChange={setOrder} />
      </Targets>
      <Columns>
        <ScannedPanel
          title={t('pack.inside')}
          units={units}
          ask={t('pack.ask')}
          detail={t('pack.detail')}
          onRemove={(unit) => void takeOut(unit)}
        />
        <Stack>
          <BigCount done={units.length} />
        </Stack>
      </Columns>
    </Page>
  )
}

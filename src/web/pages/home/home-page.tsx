import { useOperation } from '../../data/operations.ts'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { TodayText } from '../../ui/time-text.tsx'
import { UnitCounts } from '../../subjects/unit-counts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AttentionPanel } from './attention-panel.tsx'
import { LatestPanel } from './latest-panel.tsx'
import { OrdersPanel } from './orders-panel.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { StartPanel } from './start-panel.tsx'
import { TodayPanel } from './today-panel.tsx'

/** What needs somebody today, what was done, and what has just happened. */
export function HomePage() {
  const t = useText('home')
  const { data: latest } = useOperation('listChanges', { limit: 15 })
  const isEmpty = latest?.changes.length === 0
  return (
    <Page title={t('title')} over={<TodayText />}>
      {isEmpty ? (
        <StartPanel />
      ) : (
        <>
          <TodayPanel />
          <Columns>
            <Stack>
              <ReviewPanel />
              <AttentionPanel />
              <OrdersPanel />
              <Panel title={t('stock')}>
                <UnitCounts query="" />
              </Panel>
            </Stack>
            <LatestPanel changes={latest?.changes} />
          </Columns>
        </>
      )}
    </Page>
  )
}

import { useScan } from '../../scan/scan-provider.tsx'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'
import { TargetPanel } from '../../work/target-panel.tsx'
import { BigCount, ScannedPanel, Targets } from '../../work/work-parts.tsx'
import { useMoving } from './use-moving.ts'

/** Moves what is scanned: at once where the place is known, or together when it is. */
export function MovePage() {
  const t = useText('work')
  const { to, setTo, waiting, moved, take } = useMoving()
  useScan(take)
  const isWaiting = waiting.units.length > 0
  const all = moved.units.length + waiting.units.length
  return (
    <Page title={t('move.title')}>
      <Targets>
        <TargetPanel
          kind="location"
          title={t('move.to')}
          ask={t('move.scanPlace')}
          code={to}
          onChange={(code) => void setTo(code)}
        />
      </Targets>
      <Columns>
        <Stack>
          {isWaiting && (
            <ScannedPanel
              title={t('move.waiting')}
              units={waiting.units}
              onRemove={({ id }) => waiting.remove(id)}
            />
          )}
          {(!isWaiting || moved.units.length > 0) && (
            <ScannedPanel
              title={t('scanned')}
              units={moved.units}
              ask={t('move.ask')}
              detail={t('move.detail')}
              actions={
                moved.units.length > 0 && (
                  <Button variant="subtle" onClick={moved.clear}>
                    {t('clear')}
                  </Button>
                )
              }
            />
          )}
        </Stack>
        <Stack>
          <BigCount done={moved.units.length} of={isWaiting ? all : undefined} />
        </Stack>
      </Columns>
    </Page>
  )
}

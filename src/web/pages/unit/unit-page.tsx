import { getRouteApi } from '@tanstack/react-router'
import { useOperation } from '../../data/operations.ts'
import { useText } from '../../texts/texts.ts'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SerialText } from '../../ui/serial-text.tsx'
import { Answered } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'

const route = getRouteApi('/c/$company/units/$unit')

export function UnitPage() {
  const t = useText('unit')
  const { unit } = route.useParams()
  const query = useOperation('showUnit', { unit })
  return (
    <Page title={`${t('title')} ${unit}`} heading={<SerialText serial={unit} size="xl" />}>
      <Panel>
        <Answered query={query}>{({ status }) => <StatusBadge status={status} />}</Answered>
      </Panel>
    </Page>
  )
}

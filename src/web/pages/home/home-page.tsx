import { useText } from '../../texts/texts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'

export function HomePage() {
  const t = useText('home')
  return (
    <Page title={t('title')}>
      <Panel>
        <EmptyState title={t('title')} />
      </Panel>
    </Page>
  )
}

import { Link } from '@tanstack/react-router'
import { useText } from '../texts/texts.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { EmptyState } from '../ui/states.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useText('common')
  return (
    <Page title={t('notFound')}>
      <Panel>
        <EmptyState title={t('noAddress')} detail={t('notFoundDetail')}>
          <Link to="/">{t('toHome')}</Link>
        </EmptyState>
      </Panel>
    </Page>
  )
}

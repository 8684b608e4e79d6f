import type { ErrorComponentProps } from '@tanstack/react-router'
import { ErrorState } from '../ui/states.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { useText } from '../texts/texts.ts'

/** A page that could not be shown at all. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useText('common')
  return (
    <Page title={t('wentWrong')}>
      <Panel>
        <ErrorState error={error} retry={reset} />
      </Panel>
    </Page>
  )
}

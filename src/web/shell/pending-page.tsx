import { LoadingState } from '../ui/states.tsx'
import { Page } from '../ui/page.tsx'
import { useText } from '../texts/texts.ts'

/** While the script of a page is on its way. */
export function PendingPage() {
  const t = useText('common')
  return (
    <Page title={t('loading')} heading=" ">
      <LoadingState lines={6} />
    </Page>
  )
}

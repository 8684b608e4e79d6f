import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import { Page } from '../ui/page.tsx'
import { LoadingState } from '../ui/states.tsx'

/** While the script of a page is on its way. */
export function PendingPage() {
  const t = useText('common')
  const isInShell = useCompany() !== '-'
  const page = (
    <Page title={t('loading')}>
      <LoadingState lines={6} />
    </Page>
  )
  return isInShell ? page : <main>{page}</main>
}

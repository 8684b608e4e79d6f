import { useContext } from 'react'
import { useText } from '../texts/texts.ts'
import { Page } from '../ui/page.tsx'
import { LoadingState } from '../ui/states.tsx'
import { InShell } from './in-shell.ts'

/** While the script of a page is on its way. */
export function PendingPage() {
  const t = useText('common')
  const isInShell = useContext(InShell)
  const page = (
    <Page title={t('loading')}>
      <LoadingState lines={6} />
    </Page>
  )
  return isInShell ? page : <main>{page}</main>
}

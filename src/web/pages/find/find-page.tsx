import { useText } from '../../texts/texts.ts'
import { Page } from '../../ui/page.tsx'

export function FindPage() {
  const t = useText('find')
  return (
    <Page title={t('title')} wide>
      {null}
    </Page>
  )
}

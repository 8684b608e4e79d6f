import { useNavigate } from '@tanstack/react-router'
import { useCompany } from '../data/session.ts'
import { tell } from '../feedback/feedback.ts'
import { useText } from '../texts/texts.ts'
import type { Scan } from './scan-provider.tsx'

/** What a scan does where a page has no use of its own for it: opens what it means. */
export function useOpenMeaning(): (scan: Scan) => void {
  const navigate = useNavigate()
  const company = useCompany()
  const t = useText('shell')
  return ({ code, meaning: { candidates } }) => {
    const units = candidates.filter(({ kind, known }) => kind === 'unit' && known)
    const [first] = units
    const find = (q: string) =>
      void navigate({ to: '/c/$company/find', params: { company }, search: { q } })
    if (first?.ref && units.length === 1) {
      const unit = `#${first.ref.id}`
      void navigate({ to: '/c/$company/units/$unit', params: { company, unit } })
    } else if (units.length > 1) {
      tell({ kind: 'needs', words: t('ambiguousScan'), code })
      find(`id:"${code}"`)
    } else {
      tell({
        kind: 'needs',
        words: t('unknownScan'),
        detail: t('unknownScanDetail'),
        code,
        offers: [{ title: t('box.searchAll', { text: code }), run: () => find(`"${code}"`) }],
      })
    }
  }
}

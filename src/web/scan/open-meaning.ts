import { useNavigate, type NavigateOptions } from '@tanstack/react-router'
import { useCompany } from '../data/session.ts'
import { tell } from '../feedback/feedback.ts'
import { useText } from '../texts/texts.ts'
import { isLinkedKind, subjectPath } from '../ui/subject-path.ts'
import type { Scan } from './scan-provider.tsx'

/** What a scan does where a page has no use of its own for it: opens what it means. */
export function useOpenMeaning(): (scan: Scan) => void {
  const navigate = useNavigate()
  const company = useCompany()
  const t = useText('shell')
  return ({ code, meaning: { candidates, problem } }) => {
    const known = candidates.filter((one) => one.known && one.ref !== null)
    const [first] = known
    const isSeveral = known.filter(({ kind }) => kind === first?.kind).length > 1
    const find = () =>
      void navigate({ to: '/c/$company/find', params: { company }, search: { q: `"${code}"` } })
    if (first?.ref && isSeveral) {
      tell({ kind: 'needs', words: t('ambiguousScan'), code })
      find()
    } else if (first?.ref) {
      const { kind, id, code: own } = first.ref
      const path =
        isLinkedKind(kind) && own !== null
          ? subjectPath(company, kind, own)
          : `/c/${company}/units/${encodeURIComponent(`#${id}`)}`
      void navigate({ to: path } as NavigateOptions)
    } else {
      tell({
        kind: 'needs',
        words: t('unknownScan'),
        detail: problem?.message ?? t('unknownScanDetail'),
        code,
        offers: [{ title: t('box.searchAll', { text: code }), run: find }],
      })
    }
  }
}

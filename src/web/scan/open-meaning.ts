import { useNavigate, type NavigateOptions } from '@tanstack/react-router'
import { useCompany } from '../data/session.ts'
import { tell, undoOfMessage } from '../feedback/feedback.ts'
import { useSaid } from '../texts/say.ts'
import { useText } from '../texts/texts.ts'
import { isLinkedKind, subjectPath } from '../ui/subject-path.ts'
import type { ScanMeaning } from './resolve.ts'
import type { Scan } from './scan.ts'

/**
 * What a scan does where a page has no use of its own for it: opens what it means. The second
 * parameter scans a code once more, when another page is open.
 */
export function useOpenMeaning(): (scan: Scan, again: (code: string) => void) => void {
  const navigate = useNavigate()
  const company = useCompany()
  const t = useText('shell')
  const say = useSaid()
  return ({ code, meaning: { candidates, problem } }, again) => {
    const [likeliest] = candidates
    if (likeliest?.run) {
      const undo = likeliest.run.name === 'undo' ? undoOfMessage() : undefined
      if (undo) void undo()
      else tell({ kind: 'needs', words: t('commandUnused'), detail: say(likeliest.said.title) })
      return
    }
    const receive = async () => {
      await navigate({ to: '/c/$company/receive', params: { company } })
      again(code)
    }
    const stepsFor = (candidate: typeof likeliest) =>
      (candidate?.offers ?? []).flatMap(({ action, said }) => {
        const title = say(said)
        if (action === 'receive') return { title, run: () => void receive() }
        const link = action === 'open_link' ? linkIn(code) : undefined
        return link === undefined
          ? []
          : { title, run: () => window.open(link, '_blank', 'noopener') }
      })
    const known = candidates.filter((one) => one.known && one.ref !== null)
    const [first] = known
    // What had the number once does not make it mean several things.
    const isSeveral =
      known.filter(
        ({ kind, confidence }) => kind === first?.kind && confidence > first.confidence - 0.2,
      ).length > 1
    const q = `"${serialIn(likeliest) ?? code.replace(/^\][A-Za-z]\w/, '')}"`
    const find = () => void navigate({ to: '/c/$company/find', params: { company }, search: { q } })
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
        detail: problem ? say(problem.said, problem.message) : t('unknownScanDetail'),
        code,
        offers: [...stepsFor(likeliest), { title: t('box.searchAll', { text: code }), run: find }],
      })
    }
  }
}

/** The web address in a scan, without what the scanner put before it. */
const linkIn = (code: string): string | undefined => /https?:\/\/\S+$/i.exec(code)?.[0]

/** The serial that was read in a GS1 code: the part of it that people search for. */
const serialIn = (candidate: ScanMeaning['candidates'][number] | undefined): string | undefined =>
  candidate?.facts.find(({ name }) => name === 'SERIAL')?.value

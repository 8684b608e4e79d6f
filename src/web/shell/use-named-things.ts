import { useNavigate, type NavigateOptions } from '@tanstack/react-router'
import { useOperation } from '../data/operations.ts'
import { useCompany } from '../data/session.ts'
import { isElsewhere } from '../subjects/known-location.ts'
import { useWord } from '../texts/say.ts'
import { subjectPath, type LinkedKind } from '../ui/subject-path.ts'
import type { Suggestion } from './suggestion.ts'

/** Fewer letters are in too many names. */
const lettersMin = 2

/** Items, lots, orders, parties and places whose code or name contains what is typed. */
export function useNamedThings(typed: string): Suggestion[] {
  const navigate = useNavigate()
  const company = useCompany()
  const word = useWord()
  // A search by fields is not the name of anything.
  const words = typed.length < lettersMin || /[:<>"*]/.test(typed) ? '' : typed
  const asked = { enabled: words !== '', keepsFormer: true }
  const { data } = useOperation('findSubjects', { words }, asked)
  const found = words === '' ? [] : (data?.subjects ?? []).filter(({ code }) => !isElsewhere(code))
  return found.map(({ kind, code, data: { name } }) => {
    const to = subjectPath(company, kind as LinkedKind, code)
    const named = typeof name === 'string' && name !== code ? [name] : []
    return {
      key: `${kind}-${code}`,
      title: code,
      detail: [word('subject', kind), ...named].join(' · '),
      run: () => void navigate({ to } as NavigateOptions),
    }
  })
}

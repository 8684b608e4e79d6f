import { useNavigate, type NavigateOptions } from '@tanstack/react-router'
import type { Subject } from '../../client/web-client.ts'
import { useOperation } from '../data/operations.ts'
import { useCompany } from '../data/session.ts'
import { useWord } from '../texts/say.ts'
import { subjectPath, type LinkedKind } from '../ui/subject-path.ts'
import type { Suggestion } from './suggestion.ts'

/** Fewer letters are in too many names. */
const lettersMin = 2
/** Most things of a kind. */
const limit = 3

/** Items, lots, orders, parties and places whose code or name contains what is typed. */
export function useNamedThings(typed: string): Suggestion[] {
  const navigate = useNavigate()
  const company = useCompany()
  const word = useWord()
  // A search by fields is not the name of anything.
  const words = typed.length < lettersMin || /[:<>"*]/.test(typed) ? '' : typed
  const found = [
    useNamed('item', words),
    useNamed('lot', words),
    useNamed('order', words),
    useNamed('party', words),
    useNamed('location', words),
  ]
  return found.flat().map(({ kind, code, data: { name } }) => {
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

function useNamed(kind: LinkedKind, words: string): readonly Subject[] {
  const options = { enabled: words !== '', keepsFormer: true }
  const { data } = useOperation('listSubjects', { kind, words, limit }, options)
  return words === '' ? [] : (data?.subjects ?? []).filter(({ code }) => code !== 'ELSEWHERE')
}

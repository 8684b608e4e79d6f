import { useNavigate, type NavigateOptions } from '@tanstack/react-router'
import { TextSearch } from 'lucide-react'
import { useEffect, useState } from 'react'
import {
  completions,
  mended,
  parseQuery,
  sayQuery,
  searchHints,
  type ParseOptions,
  type SearchError,
} from '../../domain/search/index.ts'
import { listOf } from '../../i18n/clause.ts'
import { useOperation } from '../data/operations.ts'
import { useCompany } from '../data/session.ts'
import { useSaid, useWord, type Say } from '../texts/say.ts'
import { useText } from '../texts/texts.ts'
import { useSearchOptions } from '../traits/use-search-options.ts'
import { isLinkedKind, subjectPath } from '../ui/subject-path.ts'
import type { Suggestion } from './suggestion.ts'
import { useDestinations } from './use-destinations.ts'
import { useNamedThings } from './use-named-things.ts'

/** Most entries of a kind. */
const unitsMax = 5
const completionsMax = 5
/** How long nobody types until the server is asked, in milliseconds. */
const pauseMs = 120

/** What the text can mean, and the note under it: how it is understood, or what is wrong with it. */
export function useSuggestions(text: string): {
  suggestions: readonly Suggestion[]
  note: string | undefined
  isError: boolean
} {
  const t = useText('shell')
  const typed = text.trim()
  const options = useSearchOptions()
  const say = useSaid()
  const parsed = parseQuery(typed, options)
  const things = useThingSuggestions(typed, say)
  const units = useUnitSuggestions(parsed.ok ? typed : '')
  const goTo = usePageSuggestions(typed)
  const exact = new Set(things.map(({ key }) => key))
  const named = useNamedThings(usePaused(typed)).filter(({ key }) => !exact.has(key))
  const isEmpty = typed === ''
  const offers = completionsOf(text, options, say)
  const suggestions = isEmpty ? goTo : [...things, ...units, ...goTo, ...named, ...offers]
  if (isEmpty) return { suggestions, note: t('box.hint'), isError: false }
  if (!parsed.ok) {
    // What is still being written is completed rather than put right.
    const meant = offers.length > 0 ? [] : meantBy(typed, parsed.error, t('box.meant'))
    return { suggestions: [...meant, ...suggestions], note: say(parsed.error.said), isError: true }
  }
  const hints = searchHints(parsed.query, options.knownTraits)
  const sentence = say(listOf('sentence', [sayQuery(parsed.query), ...hints]))
  return { suggestions, note: t('box.understood', { sentence }), isError: false }
}

/** The items, places, orders, parties and lots that have the text as their code. */
function useThingSuggestions(typed: string, say: Say): Suggestion[] {
  const navigate = useNavigate()
  const company = useCompany()
  const word = useWord()
  const code = usePaused(typed)
  const { data } = useOperation('resolveScan', { code }, { enabled: code !== '' })
  if (code !== typed) return []
  return (data?.candidates ?? []).flatMap(({ known, ref, said }) => {
    if (!known || !ref?.code || !isLinkedKind(ref.kind)) return []
    const to = subjectPath(company, ref.kind, ref.code)
    const run = () => void navigate({ to } as NavigateOptions)
    const name = say(said.title)
    const named = name === ref.code ? [] : [name]
    const detail = [word('subject', ref.kind), ...named].join(' · ')
    return { key: `${ref.kind}-${ref.code}`, title: ref.code, detail, run }
  })
}

function useUnitSuggestions(typed: string): Suggestion[] {
  const navigate = useNavigate()
  const company = useCompany()
  const query = usePaused(typed)
  const { data } = useOperation(
    'searchUnits',
    { query, limit: unitsMax },
    { enabled: query !== '', keepsFormer: true },
  )
  if (query === '' || typed === '') return []
  return (data?.units ?? []).map((unit) => ({
    key: `unit-${unit.id}`,
    title: unit.serial ?? `#${unit.id}`,
    detail: [unit.item?.code, unit.place.location?.code].filter(Boolean).join(' · '),
    unit,
    run: () =>
      void navigate({ to: '/c/$company/units/$unit', params: { company, unit: `#${unit.id}` } }),
  }))
}

function usePageSuggestions(typed: string): Suggestion[] {
  const t = useText('shell')
  const navigate = useNavigate()
  const company = useCompany()
  const wanted = typed.toLowerCase()
  return useDestinations()
    .map((one) => ({ ...one, title: t(`navigation.${one.name}`) }))
    .filter(({ title, name }) => title.toLowerCase().startsWith(wanted) || name.startsWith(wanted))
    .map(({ name, to, title, picture }) => ({
      key: `to-${name}`,
      title,
      picture,
      run: () => void navigate({ to, params: { company } } as never),
    }))
}

/** What is written with a slip, as it was probably meant. */
function meantBy(typed: string, error: SearchError, detail: string): Suggestion[] {
  const text = mended(typed, error)
  return text === null ? [] : [{ key: 'meant', title: text, detail, picture: TextSearch, text }]
}

function completionsOf(text: string, { knownTraits = [] }: ParseOptions, say: Say): Suggestion[] {
  return completions(text, text.length, { knownTraits })
    .slice(0, completionsMax)
    .map(({ from, to, insert, detail }) => ({
      key: `text-${insert}`,
      title: insert,
      detail: say(detail),
      picture: TextSearch,
      text: text.slice(0, from) + insert + text.slice(to),
    }))
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}

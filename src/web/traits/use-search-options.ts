import { knownTrait, type ParseOptions } from '../../domain/search/index.ts'
import { searchClock } from '../data/search-clock.ts'
import { useTraits } from './use-traits.ts'

/** What a search is read against: the present, where days begin, and the traits of the company. */
export function useSearchOptions(): ParseOptions & Required<Pick<ParseOptions, 'knownTraits'>> {
  const { defined } = useTraits()
  const knownTraits = defined.map(({ code, definition }) => knownTrait(code, definition))
  return { ...searchClock(), knownTraits }
}

import { ProblemError, problemThatSays } from '../contract/problem.ts'
import {
  knownTrait,
  mended,
  parseQuery,
  type SearchQuery,
  type TraitDefinition,
} from '../domain/search/index.ts'
import type { Store } from '../store/store.ts'
import { definedTraits } from '../store/views/traits.ts'

/** A search with the traits that it was read against. */
export interface ReadSearch {
  readonly query: SearchQuery
  readonly knownTraits: readonly TraitDefinition[]
}

/** The traits of a company as a search understands them. */
export async function knownTraitsOf(store: Store): Promise<TraitDefinition[]> {
  const traits = await definedTraits(store)
  return traits.map(({ code, definition }) => knownTrait(code, definition))
}

/** Understands a search, or ends with a problem that points at the character. */
export async function readSearch(
  store: Store,
  text: string,
  timeZoneOffsetMinutes: number,
  now: () => number,
): Promise<ReadSearch> {
  const knownTraits = await knownTraitsOf(store)
  const parsed = parseQuery(text, { now: now(), timeZoneOffsetMinutes, knownTraits })
  if (parsed.ok) return { query: parsed.query, knownTraits }
  const { said, position } = parsed.error
  const suggestion = mended(text, parsed.error)
  throw new ProblemError({
    ...problemThatSays('input_invalid', said),
    field: 'query',
    position,
    ...(suggestion !== null && { suggestion }),
  })
}

import { failWith } from '../contract/problem.ts'
import { parseQuery, type SearchQuery } from '../domain/search/index.ts'

/** Understands a search, or ends with a problem that points at the character. */
export function parseSearch(
  text: string,
  timeZoneOffsetMinutes: number,
  now: () => number,
): SearchQuery {
  const parsed = parseQuery(text, { now: now(), timeZoneOffsetMinutes })
  if (parsed.ok) return parsed.query
  const { sentence, position } = parsed.error
  return failWith('input_invalid', sentence, { field: 'query', position })
}

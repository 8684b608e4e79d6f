import { quote } from '../../../domain/search/written-text.ts'

/** The search without what it is counted by. */
export const withoutGroup = (q: string): string => q.replace(/(^|\s)group:\S+/g, '').trim()

/** The search counted by something else; the rest stays as it was written. */
export const withGroup = (q: string, group: string): string =>
  `${withoutGroup(q)}${group === '' ? '' : ` group:${group}`}`.trim()

/** The search narrowed to a group: to the units that have the value, or to those that have none. */
export function narrowed(q: string, key: string, value: string | number | boolean | null): string {
  const field = key.replace(/^\w+\((.*)\)$/, '$1')
  const term = value === null ? `-${field}:*` : `${field}:${quote(String(value))}`
  const rest = withoutGroup(q)
  // An OR in the search must not reach over what is added.
  return /\bOR\b/.test(rest) ? `(${rest}) ${term}` : `${rest} ${term}`.trim()
}

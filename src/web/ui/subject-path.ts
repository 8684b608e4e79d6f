/** Kinds of things that have a page of their own. */
export type LinkedKind = 'item' | 'lot' | 'location' | 'party' | 'order'

const folders: Record<Exclude<LinkedKind, 'lot'>, string> = {
  item: 'items',
  location: 'locations',
  party: 'parties',
  order: 'orders',
}

export const isLinkedKind = (kind: string): kind is LinkedKind => kind in folders || kind === 'lot'

/** Address of the page of a thing; of a lot whose item is not known, of the search for its units. */
export function subjectPath(
  company: string,
  kind: LinkedKind,
  code: string,
  item?: string,
): string {
  const start = `/c/${encodeURIComponent(company)}`
  const own = encodeURIComponent(code)
  if (kind !== 'lot') return `${start}/${folders[kind]}/${own}`
  if (item !== undefined) return `${start}/items/${encodeURIComponent(item)}/lots/${own}`
  return `${start}/find?q=${encodeURIComponent(`lot:"${code}"`)}`
}

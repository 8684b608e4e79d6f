/** Kinds of things that have a page of their own. */
export type LinkedKind = 'item' | 'lot' | 'location' | 'party' | 'order'

const folders: Record<LinkedKind, string> = {
  item: 'items',
  lot: 'lots',
  location: 'places',
  party: 'parties',
  order: 'orders',
}

export const isLinkedKind = (kind: string): kind is LinkedKind => kind in folders

/** Address of the page of a thing. */
export function subjectPath(
  company: string,
  kind: LinkedKind,
  code: string,
  item?: string,
): string {
  const path = `/c/${encodeURIComponent(company)}/${folders[kind]}/${encodeURIComponent(code)}`
  return item === undefined ? path : `${path}?item=${encodeURIComponent(item)}`
}

/** Operations that belong together, by the first part of their paths behind the company. */
interface ApiGroup {
  readonly name: string
  readonly description: string
  readonly parts: readonly string[]
}

/** The groups of the API, in the order in which they are told. */
export const apiGroups: readonly ApiGroup[] = [
  {
    name: 'Commands and events',
    description: 'What happens is recorded by commands, and told as events: at once, and for ever.',
    parts: ['commands', 'changes', 'events', 'reviews'],
  },
  {
    name: 'Scans',
    description: 'What a code can mean, and what can be done next.',
    parts: ['scans'],
  },
  {
    name: 'Units and places',
    description: 'What is true of a thing or a place, now or at a past moment.',
    parts: ['units', 'serials', 'locations', 'places'],
  },
  {
    name: 'Search',
    description: 'Units by any trait, counted or listed, in the search language.',
    parts: ['search', 'views'],
  },
  {
    name: 'Items, orders and their like',
    description: 'What units refer to: items, locations, parties, orders, lots, batches, traits.',
    parts: ['subjects', 'traits', 'orders'],
  },
  {
    name: 'Schemes and pools',
    description: 'How serials are made, and blocks of them that are handed out.',
    parts: ['schemes', 'leases'],
  },
  {
    name: 'Imports',
    description: 'Files of units and items: tried dry, loaded as one batch, undone.',
    parts: ['uploads', 'imports', 'mappings'],
  },
  {
    name: 'Labels',
    description: 'Templates, and labels as files.',
    parts: ['labels', 'label-preview', 'label-templates', 'label-settings'],
  },
  {
    name: 'Printing',
    description: 'Printers, and jobs that never print a label twice by themselves.',
    parts: ['label-jobs', 'printers'],
  },
  {
    name: 'Companies',
    description: 'Each has a store of its own; demos can be entered and left.',
    parts: ['companies', 'name', 'demos', 'checks'],
  },
  {
    name: 'Signing in',
    description: 'Sessions, passkeys, and the links by which people get their accounts.',
    parts: ['session', 'sessions', 'links', 'passkeys'],
  },
  {
    name: 'People, tokens and stations',
    description: 'Who may do what, and from where.',
    parts: ['people', 'tokens', 'stations', 'station', 'access-log'],
  },
]

/** The group of a path such as `/api/{company}/units/{unit}`; throws where it belongs to none. */
export function groupOf(path: string): ApiGroup {
  const part = path.split('/')[3]!
  const group = apiGroups.find(({ parts }) => parts.includes(part))
  if (group === undefined) throw new RangeError(`No group of the API has ${path}.`)
  return group
}

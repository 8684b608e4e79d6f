import type { Screen } from './screens.ts'

/** Lists and pages of what units are about, and the places of work. */
export const thingScreens: readonly Screen[] = [
  { name: 'items', path: '/items' },
  { name: 'item', path: '/items/EBIKE-T1' },
  { name: 'locations', path: '/locations' },
  { name: 'location', path: '/locations/A3-01' },
  { name: 'orders', path: '/orders' },
  { name: 'parties', path: '/parties' },
  { name: 'party', path: '/parties/NORTH' },
  { name: 'receive', path: '/receive' },
  { name: 'move', path: '/move' },
  { name: 'pack', path: '/pack' },
  { name: 'ship', path: '/ship' },
  { name: 'labels', path: '/labels' },
  { name: 'scanners', path: '/settings/scanners' },
]

import type { Screen } from './screen.ts'

/** Lists and pages of what units are about. */
export const thingScreens: readonly Screen[] = [
  { name: 'items', path: '/items' },
  { name: 'item', path: '/items/EBIKE-T1' },
  { name: 'locations', path: '/locations' },
  { name: 'location', path: '/locations/A3-01' },
  { name: 'lot', path: '/items/PAINT-R/lots/P-2631' },
  { name: 'orders', path: '/orders' },
  { name: 'order', path: '/orders/SO-31' },
  { name: 'parties', path: '/parties' },
  { name: 'party', path: '/parties/NORTH' },
]

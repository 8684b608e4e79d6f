/** The words that subjects are described with: what a form offers and a schema accepts. */

/** Rules of handling, as symbols show them. */
export const handlingRules = [
  'fragile',
  'this_way_up',
  'keep_dry',
  'keep_frozen',
  'keep_from_sunlight',
  'do_not_stack',
  'lithium_battery',
] as const

/** What a location is; the places of others are theirs. */
export const placeKinds = [
  'site',
  'building',
  'zone',
  'aisle',
  'bin',
  'dock',
  'workstation',
  'vehicle',
  'supplier',
  'customer',
  'carrier',
  'place',
] as const

export const partyRoles = ['supplier', 'customer', 'carrier', 'maker', 'operator'] as const

export const orderKinds = [
  'purchase',
  'make',
  'sale',
  'transfer',
  'return',
  'repair',
  'count',
  'disposal',
] as const

/** How an order stands; it is open until somebody says otherwise. */
export const orderStatuses = ['open', 'done', 'cancelled'] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** `unit`: each thing has a serial. `lot`: only lots are told apart. `none`: neither. */
export const trackings = ['unit', 'lot', 'none'] as const

/** Among which units a serial is unique. */
export const serialScopes = ['item', 'maker', 'everywhere'] as const

/** What the values of a trait are; texts when nothing is said. */
export const traitTypes = ['text', 'number', 'yes_no', 'date', 'choice'] as const
export type TraitType = (typeof traitTypes)[number]

/** What can have a trait; all of these when nothing is said. */
export const traitBearers = ['units', 'items', 'lots'] as const
export type TraitBearer = (typeof traitBearers)[number]

/** Kinds of subjects that are set up before anything happens; lots come with what arrives. */
export const setUpKinds = ['item', 'location', 'party', 'order', 'trait'] as const
export const isSetUp = (kind: string): boolean => (setUpKinds as readonly string[]).includes(kind)

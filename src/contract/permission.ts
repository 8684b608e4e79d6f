/** What a person or program may be allowed, from least to most. */
export const permissions = {
  /** Look at units, their history and everything that they refer to. */
  read: 'look at inventory and its history',
  /** Record what happens to units. */
  record: 'receive, move, ship and correct units',
  /** Create and change items, locations, parties and orders; import files. */
  manage: 'set up items, locations, parties and orders, and import files',
  /** Back up, restore and check the store. */
  administer: 'back up and check the store',
} as const

export type Permission = keyof typeof permissions

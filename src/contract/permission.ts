/** What a person or program may be allowed, from least to most. */
export const permissions = {
  /** Look at units, their history and everything that they refer to. */
  read: 'look at inventory and its history',
  /** Record what happens to units. */
  record: 'receive, move, ship and correct units',
  /** Create and change items, locations, parties and orders; import files. */
  manage: 'set up items, locations, parties and orders, and import files',
  /** People, tokens, stations and companies; back up, restore and check the store. */
  administer: 'manage people, tokens, stations and companies, and look after the data',
} as const

export type Permission = keyof typeof permissions

/** The permissions from least to most. */
export const permissionNames = Object.keys(permissions) as [Permission, ...Permission[]]

/**
 * What an operation needs: a permission, `self` when whoever is signed in may, for their own
 * things, or `nothing` when it is open to everybody, as signing in is.
 */
export type Need = Permission | 'self' | 'nothing'

/** What people are, in a company or in all of them, with what each may. */
export const roles = {
  owner: ['read', 'record', 'manage', 'administer'],
  manager: ['read', 'record', 'manage'],
  operator: ['read', 'record'],
  viewer: ['read'],
} as const satisfies Record<string, readonly Permission[]>

export type Role = keyof typeof roles

/** The roles from most to least. */
export const roleNames = Object.keys(roles) as [Role, ...Role[]]

import common from '../i18n/en/common.json' with { type: 'json' }

/** What a person or program may be allowed, from least to most, as the end of "You may". */
export const permissions = common.permission

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

import type { Operation } from '../contract/operation.ts'
import { roles, type Permission, type Role } from '../contract/permission.ts'
import { failWith } from '../contract/problem.ts'

/** Who asks, and what they may. */
export interface Access {
  /** How whoever asks is known; `machine` is the command line beside the data. */
  readonly as: 'nobody' | 'person' | 'token' | 'machine'
  readonly person: { readonly id: number; readonly login: string; readonly name: string } | null
  readonly role: Role | null
  readonly permissions: ReadonlySet<Permission>
  /** Code under which the ledger remembers who did something. */
  readonly actor: string
}

/** Access of whoever has not signed in. */
export const nobody: Access = {
  as: 'nobody',
  person: null,
  role: null,
  permissions: new Set(),
  actor: 'nobody',
}

/** Access of a program that runs beside the data: whoever can open the files owns them. */
export const machineAccess = (actor: string): Access => ({
  as: 'machine',
  person: null,
  role: 'owner',
  permissions: new Set(roles.owner),
  actor,
})

/**
 * Ends an operation with a problem when whoever asks may not do it. This is the one place where
 * permissions are enforced, for every face.
 */
export function refuseDenied({ needs }: Pick<Operation, 'needs'>, access: Access): void {
  if (needs === 'nothing') return
  if (access.as === 'nobody') failWith('sign_in_needed')
  if (needs === 'self') {
    if (access.person) return
    failWith('permission_denied.program')
  }
  if (access.permissions.has(needs)) return
  if (access.role === null) failWith('permission_denied', { need: needs })
  failWith('permission_denied.role', { need: needs, role: access.role })
}

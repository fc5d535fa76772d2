import { roles, type RoleName } from '../matrix'

export const clearanceKinds = ['PROTECTED_ADDRESS', 'SHIELDED'] as const
export type ClearanceKind = (typeof clearanceKinds)[number]

/** A right as a form sends it: 'role:CASEWORKER', 'clearance:SHIELDED'. */
export type Right = `role:${RoleName}` | `clearance:${ClearanceKind}`
export const rights: readonly [Right, ...Right[]] = [`role:${roles[0]}`, ...roles.slice(1).map((role): Right => `role:${role}`), ...clearanceKinds.map((kind): Right => `clearance:${kind}`)]

/** Exactly one of the two. */
export type OneRight = { role: RoleName; clearance: null } | { role: null; clearance: ClearanceKind }

export function readRight(right: Right): OneRight {
  const [kind, name] = right.split(':')
  return kind === 'role' ? { role: name as RoleName, clearance: null } : { role: null, clearance: name as ClearanceKind }
}

export function writeRight(one: { role: RoleName | null; clearance: ClearanceKind | null }): Right {
  return one.role ? `role:${one.role}` : `clearance:${one.clearance as ClearanceKind}`
}

/** What may be proposed for a user: not what they hold, not what waits already. Roles of a user of the identity provider are the provider's to give. */
export function proposable(user: { federated: boolean; held: readonly Right[]; open: readonly Right[] }): Right[] {
  return rights.filter((right) => !user.held.includes(right) && !user.open.includes(right) && !(user.federated && right.startsWith('role:')))
}

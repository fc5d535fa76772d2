import { matrix, type Permission, type RoleName, type Scope } from './matrix'

/** The signed-in member of staff. `token` opens the database as them; it is never shown or logged. */
export type Actor = {
  userId: string
  sessionId: string
  token: string
  name: string
  email: string
  title: string | null
  locale: 'da' | 'en'
  unitId: string | null
  roles: RoleName[]
  clearances: ('PROTECTED_ADDRESS' | 'SHIELDED')[]
}

export function scopesOf(actor: Pick<Actor, 'roles'>, permission: Permission): Scope[] {
  const scopes = matrix[permission].scopes as Partial<Record<RoleName, Scope>>
  return actor.roles.map((role) => scopes[role]).filter((scope): scope is Scope => scope !== undefined)
}

/** Unknown roles and undeclared pairs are a no. */
export function can(actor: Pick<Actor, 'roles'>, permission: Permission): boolean {
  return scopesOf(actor, permission).length > 0
}

/** Somebody who speaks for an association and is nothing else (ADR 0047). */
export function isRepresentative(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.length > 0 && actor.roles.every((role) => role === 'ASSOCIATION_REPRESENTATIVE')
}

/** Somebody who is a volunteer and nothing else: their pages are others than those of staff (ADR 0050). */
export function isVolunteer(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.length > 0 && actor.roles.every((role) => role === 'VOLUNTEER')
}

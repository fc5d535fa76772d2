import 'server-only'
import { today } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import type { RoleName } from '../matrix'
import type { Actor } from '../permissions'
import { readAs } from '../read'

type Rights = { roles: RoleName[]; clearances: ('PROTECTED_ADDRESS' | 'SHIELDED')[] }
export type UserRow = Rights & { id: string; name: string; email: string; title: string | null; unit: string | null; active: boolean; lastSignInAt: Date | null }
export type UserDetail = UserRow & { version: number; unitId: string | null; federated: boolean; self: boolean; units: { id: string; name: string }[] }

const columns = { id: true, name: true, email: true, title: true, active: true, lastSignInAt: true, version: true, unitId: true, issuer: true } as const

/** Grants and clearances in force today. Open ended, or ending later. */
function inForce() {
  const day = dayToDb(today())
  return { where: { fromDay: { lte: day }, OR: [{ toDay: null }, { toDay: { gte: day } }] } }
}

function include(locale: 'da' | 'en') {
  return {
    unit: { select: locale === 'en' ? { nameEn: true } : { nameDa: true } },
    grants: { ...inForce(), select: { role: true } },
    clearances: { ...inForce(), select: { kind: true } },
  } as const
}

type Found = { unit: { nameDa?: string; nameEn?: string } | null; grants: { role: RoleName }[]; clearances: { kind: 'PROTECTED_ADDRESS' | 'SHIELDED' }[] }
const flat = (user: Found) => ({ unit: user.unit?.nameEn ?? user.unit?.nameDa ?? null, roles: user.grants.map((grant) => grant.role), clearances: user.clearances.map((clearance) => clearance.kind) })

/** Everybody who can or could sign in, active first, by name. */
export function listUsers(actor: Actor, locale: 'da' | 'en'): Promise<UserRow[]> {
  return readAs(actor, 'user.manage', async ({ tx, shown }) => {
    const users = await tx.user.findMany({ select: { ...columns, ...include(locale) }, orderBy: [{ active: 'desc' }, { name: 'asc' }] })
    shown({ action: 'user.list' })
    return users.map((user) => ({ ...user, ...flat(user) }))
  })
}

/** One user with what can be changed, or null. */
export function findUser(actor: Actor, id: string, locale: 'da' | 'en'): Promise<UserDetail | null> {
  return readAs(actor, 'user.manage', async ({ tx, shown }) => {
    const user = await tx.user.findUnique({ where: { id }, select: { ...columns, ...include(locale) } })
    if (!user) return null
    const units = await tx.unit.findMany({ where: { closedOn: null }, select: { id: true, nameDa: true, nameEn: true }, orderBy: { nameDa: 'asc' } })
    shown({ action: 'user.viewed', details: { user: id } })
    const named = units.map((unit) => ({ id: unit.id, name: locale === 'en' ? unit.nameEn : unit.nameDa }))
    return { ...user, ...flat(user), federated: user.issuer !== null, self: user.id === actor.userId, units: named }
  })
}

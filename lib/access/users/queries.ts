import 'server-only'
import { today } from '@/lib/platform/clock'
import { type Day, dayToDb } from '@/lib/platform/day'
import { matrix, type RoleName } from '../matrix'
import { can, type Actor } from '../permissions'
import { readAs, type ReadContext } from '../read'
import { proposable, type Right, writeRight } from '../rights/rules'
import { isQuiet } from './list/rules'

type Rights = { roles: RoleName[]; clearances: ('PROTECTED_ADDRESS' | 'SHIELDED')[] }
type UserRow = Rights & { id: string; name: string; email: string; title: string | null; unit: string | null; active: boolean; lastSignInAt: Date | null; hasPassword: boolean; invitedUntil: Date | null; quiet: boolean }
export type HeldRight = { right: Right; from: Date; /** Its last day. */ to: Day | null; proposer: string | null; giver: string | null }
export type OpenProposal = { id: string; right: Right; reason: string; toDay: Day | null; proposedAt: Date; proposer: string }
export type UserDetail = UserRow & {
  version: number; languages: string[]; unitId: string | null; federated: boolean; self: boolean; units: { id: string; name: string }[]
  held: HeldRight[]; proposals: OpenProposal[]; proposable: Right[]
  /** Who could give what the reader proposes. */
  approvers: string[]
  /** Whom a closed user leaves to others: how many, never who. */
  leftBehind: { people: number; talks: number } | null
  hasFactor: boolean
}

const columns = { id: true, name: true, title: true, active: true, version: true, unitId: true, issuer: true, languages: true } as const

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

/** One user with what can be changed, or null. */
export function findUser(actor: Actor, id: string, locale: 'da' | 'en'): Promise<UserDetail | null> {
  return readAs(actor, 'user.manage', async ({ tx, shown }) => {
    const user = await tx.user.findUnique({ where: { id, forVolunteer: false }, select: { ...columns, ...include(locale) } })
    if (!user) return null
    const units = await tx.unit.findMany({ where: { closedOn: null }, select: { id: true, nameDa: true, nameEn: true }, orderBy: { nameDa: 'asc' } })
    const held = await heldRights(tx, id)
    const proposals = await proposalsFor(tx, id)
    const approvers = await approversOf(tx, { id, unitId: user.unitId }, actor)
    shown({ action: 'user.viewed', details: { user: id } })
    const contact = (await contactsOf(tx))(user)
    const leftBehind = user.active ? null : await leftBy(tx, id)
    const [factor] = await tx.$queryRaw<{ has: boolean }[]>`SELECT access.has_factor(${id}::uuid) AS has`
    const named = units.map((unit) => ({ id: unit.id, name: locale === 'en' ? unit.nameEn : unit.nameDa }))
    const federated = user.issuer !== null
    const open = { held: held.filter((one) => one.to === null).map((one) => one.right), open: proposals.map((one) => one.right) }
    return { ...user, ...flat(user), ...contact, leftBehind, hasFactor: factor?.has ?? false, federated, self: user.id === actor.userId, units: named, held, proposals, approvers, proposable: proposable({ federated, ...open }) }
  })
}

/** What the reader speaks, with the version of what it stands on; null for those who do not work here. */
export function ownLanguages(actor: Actor): Promise<{ languages: string[]; version: number } | null> {
  if (!can(actor, 'colleague.read')) return Promise.resolve(null)
  return readAs(actor, 'colleague.read', ({ tx }) => tx.user.findUnique({ where: { id: actor.userId }, select: { languages: true, version: true } }))
}

type Tx = ReadContext['tx']

/** Addresses and sign-ins stand behind a function: they are for those who manage users, not for every colleague. */
async function contactsOf(tx: Tx): Promise<(user: { id: string; active: boolean }) => Pick<UserRow, 'email' | 'lastSignInAt' | 'hasPassword' | 'invitedUntil' | 'quiet'>> {
  type Contact = { id: string; email: string; lastSignInAt: Date | null; createdAt: Date; hasPassword: boolean; invitedUntil: Date | null }
  const rows = await tx.$queryRaw<Contact[]>`SELECT id, email, last_sign_in_at AS "lastSignInAt", created_at AS "createdAt", has_password AS "hasPassword", invited_until AS "invitedUntil" FROM access.user_contacts()`
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ({ id, active }) => {
    const found = byId.get(id)
    if (!found) return { email: '', lastSignInAt: null, hasPassword: false, invitedUntil: null, quiet: false }
    const { email, lastSignInAt, hasPassword, invitedUntil } = found
    return { email, lastSignInAt, hasPassword, invitedUntil, quiet: isQuiet({ active, lastSignInAt, createdAt: found.createdAt }, today()) }
  }
}

async function leftBy(tx: Tx, id: string): Promise<{ people: number; talks: number }> {
  const [row] = await tx.$queryRaw<{ left: { people: number; talks: number } | null }[]>`SELECT access.left_behind(${id}::uuid) AS left`
  return row?.left ?? { people: 0, talks: 0 }
}

/** Units that are open, for a choice. */
export function openUnits(actor: Actor, locale: 'da' | 'en'): Promise<{ id: string; name: string }[]> {
  return readAs(actor, 'user.manage', async ({ tx }) => {
    const units = await tx.unit.findMany({ where: { closedOn: null }, select: { id: true, nameDa: true, nameEn: true }, orderBy: { nameDa: 'asc' } })
    return units.map((unit) => ({ id: unit.id, name: locale === 'en' ? unit.nameEn : unit.nameDa }))
  })
}

/** What the user holds today and who stood behind it: nobody where the identity provider or the operator gave it. */
async function heldRights(tx: Tx, id: string): Promise<HeldRight[]> {
  type Row = { role: RoleName | null; clearance: Rights['clearances'][number] | null; from: Date; to: Day | null; proposer: string | null; giver: string | null }
  const rows = await tx.$queryRaw<Row[]>`SELECT r.role, r.clearance, r.from_day AS from, r.to_day::text AS to, p.name AS proposer, g.name AS giver FROM (
      SELECT role, NULL::clearance_kind AS clearance, from_day, to_day, proposed_by, granted_by FROM role_grant WHERE user_id = ${id}::uuid AND from_day <= current_date AND (to_day IS NULL OR to_day >= current_date)
      UNION ALL SELECT NULL, kind, from_day, to_day, proposed_by, granted_by FROM clearance WHERE user_id = ${id}::uuid AND from_day <= current_date AND (to_day IS NULL OR to_day >= current_date)
    ) r LEFT JOIN app_user p ON p.id = r.proposed_by LEFT JOIN app_user g ON g.id = r.granted_by ORDER BY r.role, r.clearance`
  return rows.map(({ role, clearance, ...row }) => ({ ...row, right: writeRight({ role, clearance }) }))
}

async function proposalsFor(tx: Tx, id: string): Promise<OpenProposal[]> {
  type Row = Omit<OpenProposal, 'right'> & { role: RoleName | null; clearance: Rights['clearances'][number] | null }
  const rows = await tx.$queryRaw<Row[]>`SELECT p.id, p.role, p.clearance, p.reason, p.to_day::text AS "toDay", p.proposed_at AS "proposedAt", b.name AS proposer
    FROM right_proposal p JOIN app_user b ON b.id = p.proposed_by WHERE p.user_id = ${id}::uuid AND p.outcome IS NULL ORDER BY p.proposed_at`
  return rows.map(({ role, clearance, ...row }) => ({ ...row, right: writeRight({ role, clearance }) }))
}

/** By the matrix: whoever approves for the whole house, and those who do for the unit the user works in. */
async function approversOf(tx: Tx, user: { id: string; unitId: string | null }, actor: Actor): Promise<string[]> {
  const scopes = Object.entries(matrix['right.approve'].scopes) as [RoleName, string][]
  const holding = (scope: string) => ({ grants: { some: { ...inForce().where, role: { in: scopes.filter((one) => one[1] === scope).map(([role]) => role) } } } })
  const where = { active: true, id: { notIn: [user.id, actor.userId] }, OR: [holding('metadata'), ...(user.unitId ? [{ unitId: user.unitId, ...holding('unit') }] : [])] }
  return (await tx.user.findMany({ where, select: { name: true }, orderBy: { name: 'asc' }, take: 5 })).map((row) => row.name)
}

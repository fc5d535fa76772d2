import { createHash } from 'node:crypto'
import { addDays, addMonths, type Day, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import { randomFor } from './random'

/** Whose rights nobody has confirmed for half a year, and who has not been here for long. */
const DUE = ['kollega@demo.invalid', 'sagsbehandler@demo.invalid', 'jobkonsulent@demo.invalid']
const QUIET = ['familieraadgiver@demo.invalid']
/** Two who were asked to come and have no password yet: of one the link ran out. */
const NEW = [
  { name: 'Line Holst Aagaard', email: 'line.holst@demo.invalid', title: 'Sagsbehandler', unit: 'jobcenter', daysAgo: 12 },
  { name: 'Rasmus Vang', email: 'rasmus.vang@demo.invalid', title: 'Veterankonsulent', unit: 'veteran', daysAgo: 1 },
]

/** How the logins stand: when somebody was last here, whose rights were confirmed, and who has not come yet. After everything that makes users. */
export async function loadAccounts(db: PrismaClient, today: Day, manager: string): Promise<void> {
  const draw = randomFor('accounts')
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: manager }, select: { passwordHash: true } })
  await db.user.updateMany({ where: { passwordHash: null, issuer: null, forVolunteer: false }, data: { passwordHash } })
  const users = await db.user.findMany({ where: { forVolunteer: false, lastSignInAt: null }, select: { id: true, email: true, grants: { select: { role: true } } }, orderBy: { email: 'asc' } })
  const seen = users.map(({ id, email }) => ({ id, at: momentAt(addDays(today, -(QUIET.includes(email) ? 130 : draw.between(1, 40))), 8, draw.int(60)) }))
  await db.$executeRaw`UPDATE app_user u SET last_sign_in_at = s.at, created_at = least(u.created_at, timestamptz '2024-01-01') FROM (SELECT unnest(${seen.map(({ id }) => id)}::uuid[]) AS id, unnest(${seen.map(({ at }) => at.toISOString())}::timestamptz[]) AS at) s WHERE u.id = s.id`
  const by = users.find(({ email }) => email === 'it-kollega@demo.invalid')?.id ?? manager
  const other = users.find(({ email }) => email === 'administrator@demo.invalid')?.id ?? manager
  await db.userAttestation.createMany({
    data: users.filter(({ email, grants }) => grants.length > 0 && !DUE.includes(email)).map(({ id, grants }) => ({ userId: id, attestedBy: id === by ? other : by, attestedAt: momentAt(addMonths(addDays(today, draw.between(1, 60)), -4), 10, draw.int(60)), rights: grants.map(({ role }) => `role:${role}`).sort() })),
  })
  const units = new Map((await db.unit.findMany({ select: { id: true, code: true } })).map(({ id, code }) => [code, id]))
  for (const { unit, daysAgo, ...who } of NEW) {
    const at = momentAt(addDays(today, -daysAgo), 13, 20)
    await db.user.create({ data: { ...who, unitId: units.get(unit), createdAt: at, invitations: { create: { tokenHash: new Uint8Array(createHash('sha256').update(`${who.email} ${today}`).digest()), invitedBy: other, createdAt: at, expiresAt: new Date(at.getTime() + 72 * 3_600_000) } } } })
  }
}

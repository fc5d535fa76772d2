import { hash } from '@node-rs/argon2'
import { demoLogins, demoPassword } from '@/components/access/demo-logins'
import type { PrismaClient } from '../generated/client'

/** Who they are, by the e-mail address they sign in with. */
export const STAFF: Record<string, { name: string; title: string; unit: string; phone: string }> = {
  'koordinator@demo.invalid': { name: 'Karen Højgaard', title: 'Veterankoordinator', unit: 'veteran', phone: '89 00 00 11' },
  'kollega@demo.invalid': { name: 'Anders Bruun', title: 'Veterankonsulent', unit: 'veteran', phone: '89 00 00 12' },
  'leder@demo.invalid': { name: 'Lone Fisker', title: 'Afdelingsleder', unit: 'veteran', phone: '89 00 00 13' },
  'sagsbehandler@demo.invalid': { name: 'Jonas Lindholm', title: 'Sagsbehandler', unit: 'jobcenter', phone: '89 00 00 14' },
  'frivilligleder@demo.invalid': { name: 'Mette Åkjær', title: 'Frivilligkoordinator', unit: 'frivillig', phone: '89 00 00 15' },
  // The first of the volunteers (prisma/demo/volunteers), who is called by the number here.
  'frivillig@demo.invalid': { name: 'Frivillig 1001', title: '', unit: '', phone: '' },
  'forening@demo.invalid': { name: 'Sanne Ravn', title: 'Foreningsrepræsentant', unit: 'frivillig', phone: '89 00 00 17' },
  'formand@demo.invalid': { name: 'Torben Skov', title: 'Formand', unit: 'frivillig', phone: '89 00 00 21' },
  'administrator@demo.invalid': { name: 'Ib Thorsen', title: 'Systemadministrator', unit: 'it', phone: '89 00 00 18' },
  'it-kollega@demo.invalid': { name: 'Birgit Sand', title: 'Systemadministrator', unit: 'it', phone: '89 00 00 20' },
  'dpo@demo.invalid': { name: 'Helle Winther', title: 'Databeskyttelsesrådgiver', unit: 'it', phone: '89 00 00 19' },
}

/** The other of those who lead volunteers. */
export const SECOND_LEAD = 'frivilligkollega@demo.invalid'

/** The members of staff the rest of the demo is made by. */
export type DemoStaff = { coordinator: string; colleague: string; manager: string; caseworker: string; officer: string }

/** One login per role with the documented password. */
export async function seedUsers(db: PrismaClient, unitIds: Record<string, string>): Promise<DemoStaff> {
  const passwordHash = await hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const ids: Record<string, string> = {}
  for (const login of demoLogins) {
    const who = STAFF[login.email]
    if (!who) throw new Error(`No name for ${login.email}`)
    const user = await db.user.create({ data: { email: login.email, name: who.name, title: who.title || null, unitId: unitIds[who.unit], passwordHash, phone: who.phone || null, forVolunteer: login.role === 'VOLUNTEER' } })
    await db.roleGrant.create({ data: { userId: user.id, role: login.role, fromDay: new Date('2024-01-01') } })
    ids[login.email] = user.id
  }
  // Leads volunteers beside the one who signs in: what one wrote from paper the other approves. Nobody signs in as her.
  const second = await db.user.create({ data: { email: SECOND_LEAD, name: 'Bente Lauritsen', title: 'Frivilligkonsulent', unitId: unitIds.frivillig, phone: '89 00 00 22' } })
  await db.roleGrant.create({ data: { userId: second.id, role: 'VOLUNTEER_LEAD', fromDay: new Date('2024-01-01') } })
  const of = (name: string) => ids[`${name}@demo.invalid`] ?? ''
  const staff = { coordinator: of('koordinator'), colleague: of('kollega'), manager: of('leder'), caseworker: of('sagsbehandler'), officer: of('dpo') }
  // Shielded people are open to one named person only, who hands over their letters.
  const cleared = [[staff.coordinator, 'PROTECTED_ADDRESS'], [staff.colleague, 'PROTECTED_ADDRESS'], [staff.colleague, 'SHIELDED']] as const
  await db.clearance.createMany({ data: cleared.map(([userId, kind]) => ({ userId, kind, fromDay: new Date('2024-01-01') })) })
  await db.rightProposal.createMany({ data: [
    { userId: staff.coordinator, clearance: 'SHIELDED', reason: 'Overtager de skærmede borgeres breve, mens Anders Bruun har orlov fra 1. januar.', proposedBy: of('administrator') },
    { userId: of('frivilligleder'), role: 'VETERAN_COORDINATOR', reason: 'Skal hjælpe med årets brevkørsel i november og december.', proposedBy: of('administrator') },
  ] })
  for (const [userId, languages] of [[staff.coordinator, ['da-native', 'en-good', 'bs-some']], [staff.colleague, ['da-native', 'en-good']], [staff.caseworker, ['da-native', 'en-good', 'ar-some']]] as const) await db.user.update({ where: { id: userId }, data: { languages: [...languages] } })
  return staff
}

import { hash } from '@node-rs/argon2'
import { demoLogins, demoPassword } from '@/components/access/demo-logins'
import type { PrismaClient } from '../generated/client'

const names: Record<string, { name: string; title: string; unit: string }> = {
  'koordinator@demo.invalid': { name: 'Karen Højgaard', title: 'Veterankoordinator', unit: 'veteran' },
  'kollega@demo.invalid': { name: 'Anders Bruun', title: 'Veterankonsulent', unit: 'veteran' },
  'leder@demo.invalid': { name: 'Lone Fisker', title: 'Afdelingsleder', unit: 'veteran' },
  'sagsbehandler@demo.invalid': { name: 'Jonas Lindholm', title: 'Sagsbehandler', unit: 'jobcenter' },
  'frivilligleder@demo.invalid': { name: 'Mette Åkjær', title: 'Frivilligkoordinator', unit: 'frivillig' },
  'frivillig@demo.invalid': { name: 'Poul Vestergaard', title: 'Frivillig', unit: 'frivillig' },
  'forening@demo.invalid': { name: 'Sanne Ravn', title: 'Foreningsrepræsentant', unit: 'frivillig' },
  'administrator@demo.invalid': { name: 'Ib Thorsen', title: 'Systemadministrator', unit: 'it' },
  'dpo@demo.invalid': { name: 'Helle Winther', title: 'Databeskyttelsesrådgiver', unit: 'it' },
}

/** One login per role with the documented password. Returns the ids by e-mail. */
export async function seedUsers(db: PrismaClient, unitIds: Record<string, string>): Promise<Record<string, string>> {
  const passwordHash = await hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const ids: Record<string, string> = {}
  for (const login of demoLogins) {
    const who = names[login.email]
    if (!who) throw new Error(`No name for ${login.email}`)
    const user = await db.user.create({ data: { email: login.email, name: who.name, title: who.title, unitId: unitIds[who.unit], passwordHash, phone: '89 15 15 15' } })
    await db.roleGrant.create({ data: { userId: user.id, role: login.role, fromDay: new Date('2024-01-01') } })
    ids[login.email] = user.id
  }
  await db.clearance.create({ data: { userId: ids['koordinator@demo.invalid'] ?? '', kind: 'PROTECTED_ADDRESS', fromDay: new Date('2024-01-01') } })
  return ids
}

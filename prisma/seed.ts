import { seedUsers } from './demo/users'
import { ownerClient } from './client'
import { loadReference } from './reference'

/** The demo municipality. Refuses a database that holds people, and production. */
export async function seedDemo(ownerUrl: string, log: (line: string) => void = () => {}): Promise<void> {
  if (process.env.NODE_ENV === 'production' && process.env.DEMO !== 'true') throw new Error('The demo is never loaded in production')
  const db = ownerClient(ownerUrl)
  try {
    await loadReference(db)
    if ((await db.user.count()) > 0) return
    log('units and users')
    const units: Record<string, string> = {}
    for (const unit of [
      { code: 'veteran', nameDa: 'Veteranindsatsen', nameEn: 'Veteran services' },
      { code: 'jobcenter', nameDa: 'Jobcentret', nameEn: 'Jobcentre' },
      { code: 'frivillig', nameDa: 'Frivilligindsatsen', nameEn: 'Volunteering' },
      { code: 'it', nameDa: 'It og digitalisering', nameEn: 'IT and digitalisation' },
    ])
      units[unit.code] = (await db.unit.create({ data: unit })).id
    await seedUsers(db, units)
  } finally {
    await db.$disconnect()
  }
}

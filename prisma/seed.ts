import { now } from '@/lib/platform/clock'
import { type Day, dayOf } from '@/lib/platform/day'
import { ownerClient } from './client'
import { loadPeople } from './demo/load-people'
import { seedMunicipality } from './demo/municipality'
import { makeRelatives } from './demo/relatives'
import { seedUsers } from './demo/users'
import { makeVeterans } from './demo/veterans'
import { loadReference } from './reference'

/** The demo municipality as it stands on `today`. Leaves a database that already has users as it is, and refuses production. */
export async function seedDemo(ownerUrl: string, log: (line: string) => void = () => {}, today: Day = dayOf(now())): Promise<void> {
  if (process.env.NODE_ENV === 'production' && process.env.DEMO !== 'true') throw new Error('The demo is never loaded in production')
  const db = ownerClient(ownerUrl)
  try {
    await loadReference(db)
    if ((await db.user.count()) > 0) return
    log('units and users')
    await seedUsers(db, await seedMunicipality(db))
    log('veterans and relatives')
    const veterans = makeVeterans(today)
    await loadPeople(db, veterans, makeRelatives(today, veterans))
  } finally {
    await db.$disconnect()
  }
}

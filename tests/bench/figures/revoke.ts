import { ownerClient } from '@/prisma/client'
import { randomFrom } from '@/tests/support/random'
import { revokeAtRandom } from '../revoke'
import type { Figure } from './figure'

const figure: Figure = {
  bound: '1,000 revocations: 0 reads begun more than a second later, 0 changes committed after',
  database: true,
  async figure({ seed, log, ownerUrl }) {
    process.env.DATABASE_POOL = '30'
    const db = ownerClient(ownerUrl)
    try {
      const people: string[] = []
      for (let n = 0; n < 40; n++) {
        const person = await db.person.create({ data: { firstName: 'Test', lastName: `Person${n}`, registeredOn: new Date('2025-01-01'), source: 'test', digitalPost: 'EXEMPT' } })
        await db.personRole.create({ data: { personId: person.id, kind: 'VETERAN', fromDay: new Date('2025-01-01') } })
        people.push(person.id)
      }
      // The same load without the guard must be short, or the load proves nothing.
      const bare = await revokeAtRandom({ ownerUrl, people, trials: 60, random: randomFrom(seed + 1), hold: false })
      const { lateReads, lateWrites, writes, reads } = await revokeAtRandom({ ownerUrl, people, trials: 1000, random: randomFrom(seed) })
      log(`${writes} changes and ${reads} reads around 1,000 revocations; without the guard ${bare.lateWrites} late changes in 60`)
      return { value: `${lateReads} late reads, ${lateWrites} late changes`, ok: lateReads === 0 && lateWrites === 0 && bare.lateWrites > 0 && writes > 2000 && reads > 1000 }
    } finally {
      await db.$disconnect()
      await (await import('@/lib/platform/db')).closeDatabase()
    }
  },
}
export default figure

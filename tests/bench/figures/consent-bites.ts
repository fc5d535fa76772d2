import { spawn } from 'node:child_process'
import pg from 'pg'
import { ownerClient } from '@/prisma/client'
import { randomFrom } from '@/tests/support/random'
import { type Bites, mailedLate, makeWorld, race } from '../consent-bites'
import type { Figure } from './figure'

const RACES = 1000
const AT_ONCE = 5

const figure: Figure = {
  bound: '≥ 1,000 races between a withdrawal and reading: 0 disclosures that began after it was committed',
  database: true,
  async figure({ seed, log, ownerUrl, small }) {
    process.env.DATABASE_POOL = '30'
    const [db, client, owner] = [ownerClient(ownerUrl), new pg.Client({ connectionString: ownerUrl }), new pg.Pool({ connectionString: ownerUrl, max: 12 })]
    await client.connect()
    const mails = { sent: 0, late: 0 }
    const worker = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/check-in-worker.ts'], { stdio: 'ignore', env: process.env })
    try {
      const unit = await db.unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })
      const sum: Bites = { races: 0, reads: 0, shown: 0, late: 0, surfaces: {} }
      const run = async (races: number, random: ReturnType<typeof randomFrom>, commit: boolean): Promise<Bites> => {
        const total: Bites = { races: 0, reads: 0, shown: 0, late: 0, surfaces: {} }
        for (let done = 0; done < races; done += AT_ONCE) {
          // A lead and an office of their own for each few: lists stay short, and what is measured is the race.
          const lead = await db.user.create({ data: { email: `lead-${commit}-${done}@test.invalid`, name: 'Lead', unitId: unit.id, grants: { create: { role: 'VOLUNTEER_LEAD', fromDay: new Date('2020-01-01') } } } })
          const worlds = []
          for (let n = 0; n < AT_ONCE; n++) worlds.push(await makeWorld(db, client, unit.id, lead.id, random))
          const raced = await Promise.all(worlds.map((world) => race(owner, world, random, commit)))
          for (const bites of raced) {
            for (const key of ['races', 'reads', 'shown', 'late'] as const) total[key] += bites[key]
            for (const [name, n] of Object.entries(bites.surfaces)) total.surfaces[name] = (total.surfaces[name] ?? 0) + n
          }
          const { sent, late } = await mailedLate(owner, raced.flatMap((one) => one.over ?? []))
          mails.sent += sent
          if (commit) mails.late += late
          await db.person.deleteMany({ where: { id: { in: worlds.map(({ personId }) => personId) } } })
        }
        return total
      }
      // The same load where the withdrawal never reaches the database must be short, or the load proves nothing.
      const bare = await run(20, randomFrom(seed + 1), false)
      Object.assign(sum, await run(small ? 50 : RACES, randomFrom(seed), true))
      log(`${sum.reads} readings around ${sum.races} withdrawals, ${sum.shown} of them showed something before, and ${mails.sent} mails; without the withdrawal ${bare.late} late in 20 races (${Object.entries(bare.surfaces).map(([name, n]) => `${name} ${n}`).join(', ')})`)
      return { value: `${sum.late + mails.late} disclosures after commit in ${sum.races} races${sum.late > 0 ? ` (${JSON.stringify(sum.surfaces)})` : ''}`, ok: sum.late + mails.late === 0 && mails.sent > sum.races / 10 && sum.races >= (small ? 50 : RACES) && bare.late > 20 && ['page', 'match', 'calendar', 'feed', 'list', 'open', 'waiting', 'link'].every((name) => bare.surfaces[name]) && sum.shown > sum.races }
    } finally {
      worker.kill('SIGKILL')
      await Promise.all([client.end(), owner.end(), db.$disconnect()])
      await (await import('@/lib/platform/db')).closeDatabase()
    }
  },
}
export default figure

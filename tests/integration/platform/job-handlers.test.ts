import { describe, expect, it } from 'vitest'
import { handlers } from '@/lib/jobs/handlers'
import { queues, schedules } from '@/lib/platform/jobs/queues'
import { owner } from '../../support/db'

describe('every queue', () => {
  it('that is declared is made in the database and worked through by one handler', async () => {
    const declared = Object.keys(queues).sort()
    const made = await owner().$queryRaw<{ name: string }[]>`SELECT name FROM pgboss.queue WHERE name NOT LIKE '\_\_pgboss%'`
    expect(made.map(({ name }) => name).sort()).toEqual(declared)
    expect(Object.keys(handlers).sort()).toEqual(declared)
  })

  it('that runs by the clock is one that is worked through', () => {
    for (const name of Object.keys(schedules)) expect(handlers).toHaveProperty([name])
  })
})

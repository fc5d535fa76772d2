import 'server-only'
import { now } from '@/lib/platform/clock'
import { dayOf, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { auditKey } from '@/lib/platform/crypto/sealed'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { createHmac } from 'node:crypto'
import { sampleOf } from './rules'

/** A number between 0 and 1 that follows from the id and the installation's key: the same every time, and nobody can foresee it. */
function drawWith(key: Buffer): (id: string) => number {
  return (id) => createHmac('sha256', key).update(`access-reason ${id}`).digest().readUInt32BE(0) / 2 ** 32
}

/** `access.sample`: of every day that is over, those reasons a manager looks at. Days once drawn from are not drawn from again. */
export const sampleReasons = (clock: () => Date = now): JobHandler<'access.sample'> => async () => {
  const today = dayOf(clock())
  const sampled = await transaction({ role: 'worker' }, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; day: string }[]>`SELECT id, day::text FROM access_reason r WHERE day < ${dayToDb(today)}::date
      AND NOT EXISTS (SELECT 1 FROM access_reason s WHERE s.day = r.day AND s.sampled_at IS NOT NULL)`
    const days = Map.groupBy(rows, ({ day }) => day)
    const ids = [...days.values()].flatMap((ofDay) => sampleOf(ofDay.map(({ id }) => id), drawWith(auditKey())))
    if (ids.length > 0) await tx.$executeRaw`UPDATE access_reason SET sampled_at = now() WHERE id = ANY (${ids}::uuid[])`
    return ids.length
  })
  return sampled > 0 ? { sampled } : null
}

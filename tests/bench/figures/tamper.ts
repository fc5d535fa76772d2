import { ownerClient } from '@/prisma/client'
import { randomFrom } from '@/tests/support/random'
import { edits } from '../tamper/edits'
import { sealedLog } from '../tamper/log-data'
import { verdictAfter } from '../tamper/tamper'
import { verifyLog } from '@/lib/audit/seals/verify'
import type { Figure } from './figure'

const EDITS = 200

const figure: Figure = {
  bound: '200 of 200 edits found, 0 alarms on an untouched log',
  database: true,
  async figure({ seed, log, ownerUrl }) {
    const db = ownerClient(ownerUrl)
    const random = randomFrom(seed)
    try {
      const place = await sealedLog(db, random, { batches: 40, events: 75 })
      const names = Object.keys(edits)
      let [found, alarms] = [0, 0]
      for (let n = 0; n < EDITS; n++) {
        const name = names[n % names.length] ?? ''
        const { problems, touched } = await verdictAfter(db, place, name, random)
        if (touched > 0 && problems.length > 0) found++
        else log(`not found: ${name} (${touched} rows touched)`)
        // In between, the log as it was: an alarm here would make every other worthless.
        if (n % 10 === 0) alarms += (await db.$transaction((tx) => verifyLog(tx, place), { timeout: 60_000 })).problems.length
      }
      log(`${names.length} kinds of edit, ${(await db.auditEvent.count())} events under ${await db.auditSeal.count()} seals`)
      return { value: `${found} of ${EDITS} found, ${alarms} false alarms`, ok: found === EDITS && alarms === 0 }
    } finally {
      await db.$disconnect()
      await (await import('@/lib/platform/db')).closeDatabase()
    }
  },
}
export default figure

import { unusualList } from '@/lib/oversight/unusual/queries'
import { MOST } from '@/lib/oversight/unusual/rules'
import { findUnusual } from '@/lib/oversight/unusual/writes'
import { addDays, toDay } from '@/lib/platform/day'
import { ownerClient } from '@/prisma/client'
import { staff } from '@/tests/support/as'
import { setOwner } from '@/tests/support/db'
import { randomFrom } from '@/tests/support/random'
import { ordinaryDays } from '../suspicious/days'
import { plant } from '../suspicious/patterns'
import { makeWorld, PEOPLE, USERS } from '../suspicious/world'
import type { Figure } from './figure'

const EVENTS = 100_000
const PATTERNS = 50
const BEGIN = toDay('2026-09-07')
const DAYS = 60
const CHUNK = 5000
const NIGHTS = 4

const figure: Figure = {
  bound: `≥ 90 % of ${PATTERNS} planted patterns on a list of ≤ ${MOST}`,
  database: true,
  async figure({ seed, log, ownerUrl }) {
    const db = ownerClient(ownerUrl)
    const random = randomFrom(seed)
    setOwner(db, ownerUrl)
    const { transaction, closeDatabase } = await import('@/lib/platform/db')
    try {
      const world = await makeWorld(db, random, BEGIN)
      const days = Array.from({ length: DAYS }, (_, n) => addDays(BEGIN, n))
      const events = ordinaryDays(random, world, days, EVENTS)
      const patterns = plant(random, world, days, PATTERNS)
      const rows = [...events.log, ...patterns.flatMap((pattern) => pattern.log)]
      for (let at = 0; at < rows.length; at += CHUNK) await db.auditEvent.createMany({ data: rows.slice(at, at + CHUNK) })
      for (let at = 0; at < events.attempts.length; at += CHUNK) await db.attempt.createMany({ data: events.attempts.slice(at, at + CHUNK) })
      await db.reply.createMany({ data: events.replies })
      await db.$executeRawUnsafe('ANALYZE')
      const began = Date.now()
      // Each night counts a whole week again: every fourth night sees every day twice, and the week after lets late work explain.
      for (let night = 3; night <= DAYS + 7; night += NIGHTS) await transaction({ role: 'worker' }, (tx) => findUnusual(tx, addDays(BEGIN, night)), 120_000)
      const perNight = (Date.now() - began) / Math.ceil((DAYS + 5) / NIGHTS)
      const { rows: list, counts } = await unusualList(await staff('DATA_PROTECTION_OFFICER'), 'open')
      const found = patterns.filter((pattern) => list.some((row) => row.userId === pattern.userId && pattern.people.includes(row.aboutId)))
      const missed = patterns.filter((pattern) => !found.includes(pattern)).map((pattern) => `${pattern.kind}${pattern.log[0]?.purpose ? ' (a reason made up)' : ''}`)
      const innocent = list.filter((row) => !patterns.some((pattern) => row.userId === pattern.userId && pattern.people.includes(row.aboutId))).length
      log(`${rows.length} rows of ${USERS} users about ${PEOPLE} people; ${Math.round(perNight)} ms a night; not found: ${missed.join(', ') || 'none'}`)
      return { value: `${found.length} of ${PATTERNS} on a list of ${list.length} (${counts.open} over the line), ${innocent} of them innocent`, ok: found.length >= PATTERNS * 0.9 && list.length <= MOST }
    } finally {
      await closeDatabase()
      await db.$disconnect()
    }
  },
}
export default figure

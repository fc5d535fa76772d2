import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { addDays, type Day, dayFromDb, dayToDb } from '@/lib/platform/day'
import { LINE, NEAR_DAYS, scoreAll, shortList } from './rules'
import { lookupsBetween } from './sql'

/**
 * Puts the look-ups of the last week that nobody can see a reason for on the list, yesterday's for the first time. The week is counted again
 * each night because work is often written down after the look-up: what turns out to have been work leaves the list by itself, marked, never
 * deleted. What somebody has decided stays decided. For the job; the transaction must see everybody.
 */
export async function findUnusual(tx: Tx, today: Day): Promise<{ lookups: number; found: number; explained: number }> {
  const [first, last] = [addDays(today, -1 - NEAR_DAYS), addDays(today, -1)]
  const closingDays = (await tx.closingDay.findMany({ where: { day: { gte: dayToDb(first) } } })).map(({ day, nameDa, nameEn }) => ({ day: dayFromDb(day), nameDa, nameEn }))
  // A week more to see the week's first days in what went before them: otherwise a family would dissolve at the edge.
  const scored = scoreAll(await lookupsBetween(tx, addDays(first, -NEAR_DAYS), last), closingDays).filter(({ day }) => day >= first)
  const found = [...Map.groupBy(scored, (one) => one.day).values()].flatMap((ofDay) => shortList(ofDay))
  const rows = found.map(({ day, userId, aboutId, points, reasons, moments }) => ({ day, user: userId, about: aboutId, points, reasons, lookups: moments.length, first: moments[0] }))
  await tx.$executeRaw`INSERT INTO unusual_lookup (day, user_id, about_id, points, reasons, lookups, first_at)
    SELECT f.day, f.user, f.about, f.points, f.reasons, f.lookups, f.first
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f(day date, "user" uuid, about uuid, points int, reasons jsonb, lookups int, first timestamptz)
    ON CONFLICT (day, user_id, about_id) DO UPDATE SET points = EXCLUDED.points, reasons = EXCLUDED.reasons, lookups = EXCLUDED.lookups, first_at = EXCLUDED.first_at, outcome = NULL
    WHERE unusual_lookup.outcome IS NULL OR unusual_lookup.outcome = 'WORK_FOUND'`
  // Only what fell under the line: who was crowded out by others of the same night is no less unusual than before.
  const below = scored.filter((one) => one.points < LINE).map(({ day, userId, aboutId }) => ({ day, user: userId, about: aboutId }))
  const explained = await tx.$executeRaw`UPDATE unusual_lookup l SET outcome = 'WORK_FOUND', version = version + 1
    FROM jsonb_to_recordset(${JSON.stringify(below)}::jsonb) AS f(day date, "user" uuid, about uuid)
    WHERE l.outcome IS NULL AND l.day = f.day AND l.user_id = f.user AND l.about_id = f.about`
  return { lookups: scored.length, found: found.length, explained }
}

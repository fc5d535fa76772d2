import 'server-only'
import type { DeadlineRule } from '@/lib/deadlines/rules'
import { type Day, dayOf, toDay } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { type Dialogue, dialogueOf } from '../dialogue/rules'
import { dialogueRules } from '../dialogue/sql'
import { dueOf, type Due, type Partnered, partnered } from '../partnerships/rules'

/** How it stands with an association. `signedOn`: the day it signed up by itself, until it is answered. */
export type Standing = { state: Partnered; due: Due | null; dialogue: Dialogue; waits: boolean; signedOn: Day | null }
export type RawPeriod = { fromDay: string; toDay: string; reviewOn: string | null; places: number | null }
export type RawStanding = { periods: RawPeriod[]; meetings: string[]; signedAt: Date | null }

/** What says how it stands with an association `a`, as columns of a statement over it: the list and the first page read the same. */
export const standingSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('fromDay', p.from_day, 'toDay', p.to_day, 'reviewOn', p.review_on, 'places', p.places)), '[]') FROM partnership p WHERE p.association_id = a.id) AS periods,
  (SELECT coalesce(jsonb_agg(m.on_day), '[]') FROM dialogue_meeting m WHERE m.association_id = a.id AND m.cancelled_on IS NULL) AS meetings,
  (SELECT s.received_at FROM association_signup s WHERE s.association_id = a.id AND s.accepted IS NULL) AS "signedAt"`

export const readPeriod = ({ fromDay, toDay: to, reviewOn, places }: RawPeriod) => ({ fromDay: toDay(fromDay), toDay: toDay(to), reviewOn: reviewOn === null ? null : toDay(reviewOn), places })
export function readStanding({ periods: raw, meetings, signedAt }: RawStanding, today: Day, rules: readonly DeadlineRule[]): Standing {
  const periods = raw.map(readPeriod)
  return { state: partnered(periods, today), due: dueOf(periods, today), dialogue: dialogueOf(meetings.map(toDay), periods, today, rules), waits: signedAt !== null, signedOn: signedAt && dayOf(signedAt) }
}

/** How it stands with every association that is not closed. Two statements. */
export async function standings(tx: Tx, today: Day): Promise<Standing[]> {
  const rows = await tx.$queryRaw<RawStanding[]>`SELECT ${standingSql} FROM association a WHERE a.closed_on IS NULL`
  const rules = await dialogueRules(tx)
  return rows.map((row) => readStanding(row, today, rules))
}

import 'server-only'
import { type Day, dayFromDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { CheckIn, FollowUp } from './rules'

/** That they met, or did not, as the volunteer wrote it. */
export type Met = { onDay: Day; met: boolean; minutes: number | null; recordedAt: Date }
export type Followed = { followUps: FollowUp[]; checkIns: CheckIn[]; meetings: Met[] }
type RawFollowUp = Omit<FollowUp, 'onDay'> & { matchId: string; onDay: Date }
type RawMet = Omit<Met, 'onDay'> & { matchId: string; onDay: Date }
type RawCheckIn = Omit<CheckIn, 'sentOn'> & { matchId: string; sentOn: Date }

/** What was asked and answered about the matches the caller may know, all or one, by the match. Three statements. */
export async function readFollowed(tx: Tx, matchId: string | null = null): Promise<(matchId: string) => Followed> {
  const followUps = await tx.$queryRaw<RawFollowUp[]>`SELECT f.match_id::text AS "matchId", f.number, f.on_day AS "onDay", f.with_whom AS "withWhom", f.outcome, f.words, f.by_name AS by, f.recorded_at AS "recordedAt" FROM access.match_follow_ups(${matchId}::uuid) f`
  const checkIns = await tx.$queryRaw<RawCheckIn[]>`SELECT c.match_id::text AS "matchId", c.number, c.side, c.sent_on AS "sentOn", c.meets, c.safe, c.words, c.answered_at AS "answeredAt" FROM access.match_check_ins(${matchId}::uuid) c`
  const meetings = await tx.$queryRaw<RawMet[]>`SELECT g.match_id::text AS "matchId", g.on_day AS "onDay", g.met, g.minutes, g.recorded_at AS "recordedAt" FROM access.match_meetings(${matchId}::uuid) g`
  const [byMatch, answered, met] = [Map.groupBy(followUps, (one) => one.matchId), Map.groupBy(checkIns, (one) => one.matchId), Map.groupBy(meetings, (one) => one.matchId)]
  return (id) => ({
    followUps: (byMatch.get(id) ?? []).map(({ matchId: _, onDay, ...one }) => ({ ...one, onDay: dayFromDb(onDay) })),
    checkIns: (answered.get(id) ?? []).map(({ matchId: _, sentOn, ...one }) => ({ ...one, sentOn: dayFromDb(sentOn) })),
    meetings: (met.get(id) ?? []).map(({ matchId: _, onDay, ...one }) => ({ ...one, onDay: dayFromDb(onDay) })),
  })
}

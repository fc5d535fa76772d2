import { addDays, type Day, dayFromDb, dayToDb } from '@/lib/platform/day'
import { lengths } from '@/lib/volunteering/own/meetings/rules'
import type { Prisma, PrismaClient } from '../../generated/client'
import { writtenAt } from '../moments'
import { randomFor } from '../random'
import { CONCERNS } from './words'

const LONGEST_DAYS = 300

/** What volunteers with a login wrote of their matches: meetings about once a week, a few that were called off, and what worried some of them. */
export async function loadMatchMeetings(db: PrismaClient, today: Day): Promise<void> {
  const lead = await db.user.findFirstOrThrow({ where: { email: 'frivilligleder@demo.invalid' }, select: { id: true } })
  const matches = await db.volunteerMatch.findMany({ where: { volunteer: { logins: { some: { endedAt: null } } } }, select: { id: true, personId: true, startedOn: true, end: { select: { endedOn: true } }, volunteer: { select: { logins: { where: { endedAt: null }, select: { userId: true } } } } }, orderBy: { number: 'asc' } })
  const meetings: Prisma.VolunteerMatchMeetingCreateManyInput[] = [], concerns: Prisma.VolunteerMatchConcernCreateManyInput[] = []
  for (const [nth, { id: matchId, personId, startedOn, end, volunteer }] of matches.entries()) {
    const [draw, recordedBy] = [randomFor(`meetings ${nth}`), volunteer.logins[0]?.userId ?? lead.id]
    const [first, last] = [addDays(today, -LONGEST_DAYS), end ? dayFromDb(end.endedOn) : addDays(today, -1)]
    for (let on = addDays(dayFromDb(startedOn), draw.between(1, 6)); on <= last; on = addDays(on, draw.between(5, 16))) {
      const met = draw.chance(0.87)
      if (on >= first) meetings.push({ matchId, personId, onDay: dayToDb(on), met, minutes: met ? draw.pick(lengths.slice(1, 5)) : null, recordedBy, recordedAt: writtenAt(on, 20, 10) })
    }
    const concern = end ? undefined : CONCERNS[nth / 3]
    const raised = addDays(today, -(1 + nth))
    if (concern && raised >= dayFromDb(startedOn)) concerns.push({ matchId, personId, kind: concern.kind, words: concern.words, raisedBy: recordedBy, raisedAt: writtenAt(raised, 21, 5), ...('settled' in concern && { settledBy: lead.id, settledAt: writtenAt(addDays(raised, 1), 10, 15), settledWords: concern.settled }) })
  }
  await db.volunteerMatchMeeting.createMany({ data: meetings })
  await db.volunteerMatchConcern.createMany({ data: concerns })
}

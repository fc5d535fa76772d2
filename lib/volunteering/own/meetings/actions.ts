'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { toDay } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { cameToNothing } from '../../follow-ups/rules'
import { meetingInput, takeBackInput } from './schema'

type Said = { said: 'done' | 'gone' | 'period' | 'meanwhile'; personId: string | null }

/** They met, and how long; or they did not. Of a match of one's own that runs, on a day of it. Two in a row that came to nothing are told of to the lead at once. */
export const logOwnMeeting = staffAction({
  name: 'logOwnMeeting',
  may: 'volunteer.own',
  schema: meetingInput,
  async run({ tx, audit }, { matchId, onDay, met, minutes }) {
    const [row] = await tx.$queryRaw<Said[]>`SELECT said, person_id::text AS "personId" FROM access.log_my_meeting(${matchId}::uuid, ${onDay}::date, ${met}, ${minutes}::int)`
    if (row?.said === 'period' || row?.said === 'meanwhile') throw new Refused(`ownPage.error.meeting.${row.said}`, {}, 'on')
    if (row?.said !== 'done') throw new Refused('ownPage.error.match')
    await audit({ action: 'volunteer.meeting-logged', personId: row.personId ?? undefined, details: { match: matchId, met } })
    const written = met ? [] : await tx.$queryRaw<{ onDay: string; met: boolean }[]>`SELECT on_day::text AS "onDay", met FROM access.my_meetings() WHERE match_id = ${matchId}::uuid`
    if (cameToNothing(written.map((one) => ({ ...one, onDay: toDay(one.onDay) }))).some((one) => one.onDay === onDay)) await enqueue(tx, 'volunteer.alarm', { matchId, about: 'not-met' })
    await flash((await getTranslations('ownPage.meetings'))(met ? 'savedMet' : 'savedNot'))
    return { redirectTo: '/min-side' }
  },
})

/** A slip of the finger, within a day. */
export const takeBackOwnMeeting = staffAction({
  name: 'takeBackOwnMeeting',
  may: 'volunteer.own',
  schema: takeBackInput,
  async run({ tx, audit }, { ownMeeting }) {
    const [row] = await tx.$queryRaw<Said[]>`SELECT said, person_id::text AS "personId" FROM access.take_back_my_meeting(${ownMeeting}::uuid)`
    if (row?.said !== 'done') throw new Refused('ownPage.error.match')
    await audit({ action: 'volunteer.meeting-taken-back', personId: row.personId ?? undefined, details: { meeting: ownMeeting } })
    return { message: (await getTranslations('ownPage.meetings'))('takenBack') }
  },
})

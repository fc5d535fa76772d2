'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/access/action'
import { formatDay } from '@/lib/platform/dates'
import { flash } from '@/lib/platform/flash'
import { cancelInput, changeInput, decideInput, markInput, meetingInput, meetingRef, unmarkInput } from './schema'
import { addMeeting, addMinute, callAgain, cancelMeetingRow, changeMeeting, holdMeeting, markCase, tellTable, unmarkCase } from './writes'

const say = async (key: string) => flash((await getTranslations('meetings.flash'))(key))

export const callMeeting = staffAction({
  name: 'callMeeting',
  may: 'meeting.manage',
  schema: meetingInput,
  async run({ actor, tx, today, audit }, input) {
    const id = await addMeeting(tx, actor, input, today)
    await audit({ action: 'meeting.called', details: { meeting: id, day: input.onDay } })
    await say('called')
    return { redirectTo: `/meetings/${id}` }
  },
})

export const moveMeeting = staffAction({
  name: 'moveMeeting',
  may: 'meeting.manage',
  schema: changeInput,
  async run({ tx, today, audit }, input) {
    await changeMeeting(tx, input, today)
    await audit({ action: 'meeting.changed', details: { meeting: input.meetingId, day: input.onDay } })
    await say('changed')
    return { redirectTo: `/meetings/${input.meetingId}` }
  },
})

/** Nothing in it is changed from here on; what is written afterwards is an addition. */
export const endMeeting = staffAction({
  name: 'endMeeting',
  may: 'meeting.manage',
  schema: meetingRef,
  async run({ tx, today, audit }, { meetingId }) {
    const next = await holdMeeting(tx, meetingId, today)
    await audit({ action: 'meeting.held', details: { meeting: meetingId, next } })
    await say(next ? 'heldNext' : 'held')
    return { redirectTo: `/meetings/${meetingId}?held=1` }
  },
})

/** It does not take place: its cases go to the next, and the table is told by mail. Why is a code, and so is in the mail. */
export const cancelMeeting = staffAction({
  name: 'cancelMeeting',
  may: 'meeting.manage',
  schema: cancelInput,
  async run({ actor, tx, today, audit }, { meetingId, reason }) {
    const { onDay, starts, next } = await cancelMeetingRow(tx, meetingId, reason, today)
    const [t, locale] = [await getTranslations('meetings'), await getLocale()]
    const told = await tellTable(tx, meetingId, t('mail.cancelled'), t(next ? 'mail.cancelledNext' : 'mail.cancelledBody', { name: actor.name, day: formatDay(onDay, locale), time: starts, why: t(`cancel.mail.${reason}`), next: next ? formatDay(next.onDay, locale) : '' }))
    await audit({ action: 'meeting.cancelled', details: { meeting: meetingId, reason, next: next?.id ?? null, told } })
    await say(next ? 'cancelledNext' : 'cancelled')
    return { redirectTo: `/meetings/${meetingId}` }
  },
})

/** It takes place after all. */
export const callMeetingAgain = staffAction({
  name: 'callMeetingAgain',
  may: 'meeting.manage',
  schema: meetingRef,
  async run({ actor, tx, audit }, { meetingId }) {
    const { onDay, starts } = await callAgain(tx, meetingId)
    const [t, locale] = [await getTranslations('meetings'), await getLocale()]
    const told = await tellTable(tx, meetingId, t('mail.again'), t('mail.againBody', { name: actor.name, day: formatDay(onDay, locale), time: starts }))
    await audit({ action: 'meeting.called-again', details: { meeting: meetingId, told } })
    await say('again')
    return { redirectTo: `/meetings/${meetingId}` }
  },
})

export const markForMeeting = staffAction({
  name: 'markForMeeting',
  may: 'case.manage',
  schema: markInput,
  freeText: true,
  async run({ actor, tx, audit }, input) {
    await markCase(tx, actor, input)
    await audit({ action: 'meeting.case-marked', personId: input.personId, details: { case: input.caseId, meeting: input.meetingId } })
    await say('marked')
    return { redirectTo: `/people/${input.personId}/cases` }
  },
})

export const takeOffMeeting = staffAction({
  name: 'takeOffMeeting',
  may: 'case.manage',
  schema: unmarkInput,
  async run({ tx, audit }, { personId, meetingItemId }) {
    const { caseId, meetingId } = await unmarkCase(tx, personId, meetingItemId)
    await audit({ action: 'meeting.case-taken-off', personId, details: { case: caseId, meeting: meetingId } })
    await say('takenOff')
    return {}
  },
})

export const decideAtMeeting = staffAction({
  name: 'decideAtMeeting',
  may: 'meeting.manage',
  schema: decideInput,
  freeText: true,
  async run({ actor, tx, today, audit }, input) {
    const made = await addMinute(tx, actor, input, today)
    await audit({ action: 'meeting.decided', personId: input.personId, details: { meeting: made.meetingId, minute: made.minute } })
    if (made.task) await audit({ action: 'task.made', personId: input.personId, details: { task: made.task } })
    await say(made.task ? 'decidedTask' : 'decided')
    return { redirectTo: `/meetings/${made.meetingId}?written=${made.minute}#item-${input.meetingItemId}` }
  },
})

'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { citizenInput, groupInput, groupMeetingInput, helperInput } from './schema'
import { joinCitizen, leaveCitizen, moveHelper, writeGroup } from './writes'

const say = async (key: 'saved' | 'joined' | 'left' | 'met') => flash((await getTranslations('groups.flash'))(key))

/** A new group, or what has changed of one; also that it takes nobody any more. */
export const saveGroup = staffAction({
  name: 'saveGroup',
  may: 'volunteer.manage',
  schema: groupInput,
  async run({ actor, tx, today, audit }, input) {
    const id = await writeGroup(tx, actor, input, today)
    await audit({ action: 'group.saved', details: { group: id } })
    await say('saved')
    return { redirectTo: `/volunteers/groups/${id}` }
  },
})

export const joinAsVolunteer = staffAction({
  name: 'joinAsVolunteer',
  may: 'volunteer.manage',
  schema: helperInput,
  async run({ actor, tx, today, audit }, input) {
    await moveHelper(tx, actor, input, true, today)
    await audit({ action: 'group.volunteer-joined', details: { group: input.groupId, volunteer: input.volunteerId } })
    await say('joined')
    return { redirectTo: `/volunteers/groups/${input.groupId}` }
  },
})

export const leaveAsVolunteer = staffAction({
  name: 'leaveAsVolunteer',
  may: 'volunteer.manage',
  schema: helperInput,
  async run({ actor, tx, today, audit }, input) {
    await moveHelper(tx, actor, input, false, today)
    await audit({ action: 'group.volunteer-left', details: { group: input.groupId, volunteer: input.volunteerId } })
    await say('left')
    return { redirectTo: `/volunteers/groups/${input.groupId}` }
  },
})

/** The group met: how many came, and nobody by name. */
export const logGroupMeeting = staffAction({
  name: 'logGroupMeeting',
  may: 'volunteer.manage',
  schema: groupMeetingInput,
  async run({ actor, tx, today, audit }, { groupId, onDay, volunteers, citizens }) {
    if (onDay > today) throw new Refused('volunteering.error.future', {}, 'on')
    if (!(await tx.volunteerGroup.findFirst({ where: { id: groupId }, select: { id: true } }))) throw new Refused('groups.error.gone')
    await tx.volunteerGroupMeeting.createMany({ data: [{ groupId, onDay: dayToDb(onDay), volunteers, citizens, recordedBy: actor.userId }] })
    await audit({ action: 'group.met', details: { group: groupId, volunteers, citizens } })
    await say('met')
    return { redirectTo: `/volunteers/groups/${groupId}` }
  },
})

/** A citizen in one's care comes to a group: those who lead it hear that there is one more. */
export const joinAsCitizen = staffAction({
  name: 'joinAsCitizen',
  may: 'volunteer.request',
  schema: citizenInput,
  async run({ actor, tx, today, audit }, { personId, groupId }) {
    await joinCitizen(tx, actor, personId, groupId, today)
    await audit({ action: 'group.citizen-joined', personId, details: { group: groupId } })
    await say('joined')
    return { redirectTo: `/people/${personId}/waiting/groups` }
  },
})

export const leaveAsCitizen = staffAction({
  name: 'leaveAsCitizen',
  may: 'volunteer.request',
  schema: citizenInput,
  async run({ tx, today, audit }, { personId, groupId }) {
    await leaveCitizen(tx, personId, groupId, today)
    await audit({ action: 'group.citizen-left', personId, details: { group: groupId } })
    await say('left')
    return { redirectTo: `/people/${personId}/waiting/groups` }
  },
})

'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { changeDialogueInput, dialogueInput, dialogueRef, pointInput, pointRef } from './schema'

async function done(key: 'planned' | 'changed' | 'cancelled' | 'point' | 'pointDone', id: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('associations.dialogue.flash'))(key))
  return { redirectTo: `/associations/${id}/dialogue` }
}

/** A meeting that is planned, or that was held and is written down afterwards. */
export const planDialogue = staffAction({
  name: 'planDialogue',
  may: 'association.manage',
  schema: dialogueInput,
  async run({ actor, tx, audit }, { associationId, agenda, participants, onDay }) {
    if (!(await tx.association.findFirst({ where: { id: associationId }, select: { id: true } }))) throw new Refused('associations.error.gone')
    await tx.dialogueMeeting.createMany({ data: [{ associationId, agenda, participants, onDay: dayToDb(onDay), createdBy: actor.userId }] })
    await audit({ action: 'association.dialogue-planned', details: { association: associationId } })
    return done('planned', associationId)
  },
})

export const changeDialogue = staffAction({
  name: 'changeDialogue',
  may: 'association.manage',
  schema: changeDialogueInput,
  async run({ tx, audit }, { associationId, dialogueId: id, version, agenda, participants, onDay }) {
    const { count } = await tx.dialogueMeeting.updateMany({ where: { id, associationId, version, cancelledOn: null }, data: { agenda, participants, onDay: dayToDb(onDay), version: version + 1 } })
    if (count !== 1) throw new Refused('associations.error.meanwhile')
    await audit({ action: 'association.dialogue-changed', details: { association: associationId } })
    return done('changed', associationId)
  },
})

/** It was not held and counts for nothing; that it was planned stays. */
export const cancelDialogue = staffAction({
  name: 'cancelDialogue',
  may: 'association.manage',
  schema: dialogueRef,
  async run({ tx, today, audit }, { associationId, dialogueId: id, version }) {
    const { count } = await tx.dialogueMeeting.updateMany({ where: { id, associationId, version, cancelledOn: null }, data: { cancelledOn: dayToDb(today), version: version + 1 } })
    if (count !== 1) throw new Refused('associations.error.meanwhile')
    await audit({ action: 'association.dialogue-cancelled', details: { association: associationId } })
    return done('cancelled', associationId)
  },
})

export const addDialoguePoint = staffAction({
  name: 'addDialoguePoint',
  may: 'association.manage',
  schema: pointInput,
  async run({ actor, tx, audit }, { associationId, meetingId, words, dueOn }) {
    if (!(await tx.dialogueMeeting.findFirst({ where: { id: meetingId, associationId, cancelledOn: null }, select: { id: true } }))) throw new Refused('associations.error.gone')
    await tx.dialoguePoint.createMany({ data: [{ meetingId, words, dueOn: dayToDb(dueOn), recordedBy: actor.userId }] })
    await audit({ action: 'association.dialogue-point', details: { association: associationId } })
    return done('point', associationId)
  },
})

export const dialoguePointDone = staffAction({
  name: 'dialoguePointDone',
  may: 'association.manage',
  schema: pointRef,
  async run({ tx, today, audit }, { associationId, dialoguePointId: id }) {
    const { count } = await tx.dialoguePoint.updateMany({ where: { id, doneOn: null, meeting: { associationId } }, data: { doneOn: dayToDb(today) } })
    if (count !== 1) throw new Refused('associations.error.gone')
    await audit({ action: 'association.dialogue-point-done', details: { association: associationId } })
    return done('pointDone', associationId)
  },
})

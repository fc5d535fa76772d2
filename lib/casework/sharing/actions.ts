'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { flash } from '@/lib/platform/flash'
import { fellowInput, offerRef, refusalInput, transferInput, transferRef } from './schema'
import { addTransfer, answer } from './writes'

const say = async (key: string) => flash((await getTranslations('casework.sharing.flash'))(key))

/** Offers a case to another unit or a colleague, and writes down the consent in the same step where it is new. */
export const askTransfer = staffAction({
  name: 'askTransfer',
  may: 'case.manage',
  schema: transferInput,
  freeText: true,
  async run({ actor, tx, today, audit }, input) {
    const made = await addTransfer(tx, actor, input, today)
    if (made.consent) await audit({ action: 'consent.given', personId: input.personId, details: { consent: made.consent, fields: 'case' } })
    await audit({ action: 'case.offered', personId: input.personId, details: { case: input.caseId, transfer: made.transfer, unit: made.toUnit } })
    await say('asked')
    return { redirectTo: `/people/${input.personId}/cases` }
  },
})

export const revokeTransfer = staffAction({
  name: 'revokeTransfer',
  may: 'case.manage',
  schema: transferRef,
  async run({ tx, audit }, { transferId }) {
    const personId = await answer(tx, transferId, 'revoked', null)
    await audit({ action: 'case.offer-revoked', personId, details: { transfer: transferId } })
    await say('revoked')
    return { redirectTo: `/people/${personId}/cases` }
  },
})

/** From now on the receiver has the case, and with it the person. */
export const acceptTransfer = staffAction({
  name: 'acceptTransfer',
  may: 'case.receive',
  schema: offerRef,
  async run({ tx, audit }, { transferId }) {
    const personId = await answer(tx, transferId, 'accepted', null)
    await audit({ action: 'case.offer-accepted', personId, details: { transfer: transferId } })
    await say('accepted')
    return { redirectTo: `/people/${personId}/cases` }
  },
})

export const refuseTransfer = staffAction({
  name: 'refuseTransfer',
  may: 'case.receive',
  schema: refusalInput,
  freeText: true,
  async run({ tx, audit }, { transferId, words }) {
    const personId = await answer(tx, transferId, 'refused', words)
    await audit({ action: 'case.offer-refused', personId, details: { transfer: transferId } })
    await say('refused')
    return { redirectTo: '/' }
  },
})

/** A colleague who works on the case too: of its unit, or of one the person shares it with. */
export const addToCase = staffAction({
  name: 'addToCase',
  may: 'case.manage',
  schema: fellowInput,
  async run({ tx, audit }, { personId, caseId, userId }) {
    if (!(await tx.caseFile.findFirst({ where: { id: caseId, personId }, select: { id: true } }))) throw new Refused('casework.error.gone')
    await refuseBehindGlass(tx, personId)
    const [row] = await tx.$queryRaw<{ said: string }[]>`SELECT access.add_to_case(${caseId}::uuid, ${userId}::uuid) AS said`
    if (row?.said !== 'done') throw new Refused(`casework.sharing.error.add-${row?.said ?? 'gone'}`, {}, 'userId')
    await audit({ action: 'case.professional-added', personId, details: { case: caseId, user: userId } })
    await say('added')
    return { redirectTo: `/people/${personId}/cases` }
  },
})

export const leaveCase = staffAction({
  name: 'leaveCase',
  may: 'case.manage',
  schema: fellowInput,
  async run({ tx, audit }, { personId, caseId, userId }) {
    if (!(await tx.caseFile.findFirst({ where: { id: caseId, personId }, select: { id: true } }))) throw new Refused('casework.error.gone')
    const [row] = await tx.$queryRaw<{ done: boolean }[]>`SELECT access.leave_case(${caseId}::uuid, ${userId}::uuid) AS done`
    if (!row?.done) throw new Refused('casework.error.gone')
    await audit({ action: 'case.professional-left', personId, details: { case: caseId, user: userId } })
    return {}
  },
})

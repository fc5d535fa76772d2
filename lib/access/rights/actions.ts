'use server'

import { getTranslations } from 'next-intl/server'
import { flash } from '@/lib/platform/flash'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { Refused, staffAction } from '../action'
import { readRight } from './rules'
import { decisionInput, proposalInput, rightInput } from './schema'
import { decide, endRight, holds } from './writes'

/** Asks for a right on somebody else's behalf. It opens nothing until another person has given it. */
export const proposeRight = staffAction({
  name: 'proposeRight',
  may: 'user.manage',
  schema: proposalInput,
  async run({ actor, tx, today, audit }, input) {
    if (input.userId === actor.userId) throw new Refused('rights.error.own')
    const user = await tx.user.findUnique({ where: { id: input.userId }, select: { active: true, issuer: true } })
    if (!user) throw new Refused('rights.error.gone')
    if (!user.active) throw new Refused('rights.error.closed')
    const right = readRight(input.right)
    if (right.role && user.issuer !== null) throw new Refused('rights.error.provider')
    if (await holds(tx, input.userId, input.right, today, input.toDay)) throw new Refused('rights.error.held', {}, 'right')
    const made = await tx.$executeRaw`INSERT INTO right_proposal (user_id, role, clearance, reason, to_day, proposed_by)
      VALUES (${input.userId}::uuid, ${right.role}::role, ${right.clearance}::clearance_kind, ${input.reason}, ${input.toDay}::date, ${actor.userId}::uuid) ON CONFLICT DO NOTHING`
    if (made === 0) throw new Refused('rights.error.waiting', {}, 'right')
    await enqueue(tx, 'right.asked', null)
    await audit({ action: 'right.proposed', details: { user: input.userId, right: input.right, until: input.toDay } })
    await flash((await getTranslations('rights'))('proposed'))
    return { redirectTo: `/admin/users/${input.userId}` }
  },
})

export const withdrawRight = staffAction({
  name: 'withdrawRight',
  may: 'user.manage',
  schema: decisionInput,
  async run({ tx, audit }, input) {
    await decide(tx, input.proposalId, 'WITHDRAWN')
    await audit({ action: 'right.withdrawn', details: { proposal: input.proposalId } })
    return {}
  },
})

/** By another person than the one who proposed, and never by the one it is for. */
export const approveRight = staffAction({
  name: 'approveRight',
  may: 'right.give',
  schema: decisionInput,
  async run({ tx, audit }, input) {
    await decide(tx, input.proposalId, 'APPROVED')
    await audit({ action: 'right.approved', details: { proposal: input.proposalId } })
    await flash((await getTranslations('rights'))('approved'))
    return { redirectTo: '/rights' }
  },
})

export const refuseRight = staffAction({
  name: 'refuseRight',
  may: 'right.approve',
  schema: decisionInput,
  async run({ tx, audit }, input) {
    await decide(tx, input.proposalId, 'REFUSED')
    await audit({ action: 'right.refused', details: { proposal: input.proposalId } })
    await flash((await getTranslations('rights'))('refused'))
    return { redirectTo: '/rights' }
  },
})

/** Ending a right needs nobody else, and works at the next statement its holder makes. */
export const takeRight = staffAction({
  name: 'takeRight',
  may: 'right.approve',
  schema: rightInput,
  async run({ actor, tx, today, audit }, input) {
    if (input.userId === actor.userId) throw new Refused('rights.error.own')
    if (!(await endRight(tx, input.userId, input.right, today))) throw new Refused('rights.error.gone')
    await audit({ action: 'right.ended', details: { user: input.userId, right: input.right } })
    return {}
  },
})

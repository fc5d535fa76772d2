'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { addMonths, firstOfMonth } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { lockPerson } from '../attempts/writes'
import { refreshTasks } from '../tasks/writes'
import { endWishInput, reconsiderInput, wishInput } from './schema'
import { addWish, endWishes, keepNever } from './writes'

const MONTHS_AHEAD = 12

export const recordWish = staffAction({
  name: 'recordWish',
  may: 'outreach.record',
  schema: wishInput,
  async run({ actor, tx, today, audit }, input) {
    const month = input.kind === 'LATER' ? (input.untilMonth ?? null) : null
    if (month && (month < firstOfMonth(today) || month > addMonths(today, MONTHS_AHEAD))) throw new Refused('outreach.error.month', {}, 'untilMonth')
    await lockPerson(tx, input.personId)
    await addWish(tx, actor, input.personId, today, { kind: input.kind, untilMonth: month })
    await refreshTasks(tx, today, input.personId)
    await audit({ action: 'wish.recorded', personId: input.personId, details: { kind: input.kind } })
    return done('wish', input.back)
  },
})

/** The person wants letters again. */
export const endWish = staffAction({
  name: 'endWish',
  may: 'outreach.record',
  schema: endWishInput,
  async run({ tx, today, audit }, input) {
    await lockPerson(tx, input.personId)
    if ((await endWishes(tx, input.personId, today, 'coordinator')) === 0) throw new Refused('outreach.error.noWish')
    await refreshTasks(tx, today, input.personId)
    await audit({ action: 'wish.ended', personId: input.personId })
    return done('wishEnded', input.back)
  },
})

/** Once a year the coordinator thinks a "never" over: keeps it, or asks the person again, which ends it. */
export const reconsider = staffAction({
  name: 'reconsider',
  may: 'outreach.record',
  schema: reconsiderInput,
  async run({ actor, tx, today, audit }, input) {
    await lockPerson(tx, input.personId)
    const wish = await tx.wish.findFirst({ where: { personId: input.personId, endedOn: null, kind: 'NEVER' }, select: { id: true } })
    if (!wish) throw new Refused('outreach.error.noWish')
    if (input.decision === 'KEEP') await keepNever(tx, actor, input.personId, today)
    else await endWishes(tx, input.personId, today, 'reconsidered')
    await refreshTasks(tx, today, input.personId)
    await audit({ action: 'wish.reconsidered', personId: input.personId, details: { decision: input.decision } })
    return done(input.decision === 'KEEP' ? 'kept' : 'askAgain', input.back)
  },
})

async function done(key: 'wish' | 'wishEnded' | 'kept' | 'askAgain', back: string | undefined) {
  const t = await getTranslations('outreach.done')
  if (!back) return { message: t(key) }
  await flash(t(key))
  return { redirectTo: back }
}

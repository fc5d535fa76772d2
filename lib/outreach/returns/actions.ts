'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { addDays } from '@/lib/platform/day'
import { lockPerson } from '../attempts/writes'
import { refreshTasks } from '../tasks/writes'
import { endedInput, foundAddressInput, returnInput, undoReturnInput } from './schema'
import { markReturned, recordAddress, recordEnded, unmarkReturned } from './writes'

/** A letter came back: one tap. The search for the address is a task due the next working day. */
export const returnLetter = staffAction({
  name: 'returnLetter',
  may: 'outreach.record',
  schema: returnInput,
  async run({ tx, today, audit }, input) {
    await lockPerson(tx, input.personId)
    const letter = await markReturned(tx, input.personId, today, input.reason ?? 'UNKNOWN')
    await refreshTasks(tx, today, input.personId)
    await audit({ action: 'letter.returned', personId: input.personId, details: { letter } })
    return done('returned', input.back)
  },
})

export const undoReturn = staffAction({
  name: 'undoReturn',
  may: 'outreach.record',
  schema: undoReturnInput,
  async run({ tx, today, audit }, input) {
    await lockPerson(tx, input.personId)
    const letter = await unmarkReturned(tx, input.personId, today)
    await refreshTasks(tx, today, input.personId)
    await audit({ action: 'letter.return-undone', personId: input.personId, details: { letter } })
    return done('returnUndone', input.back)
  },
})

export const saveFoundAddress = staffAction({
  name: 'saveFoundAddress',
  may: 'outreach.record',
  schema: foundAddressInput,
  async run({ actor, tx, today, audit }, input) {
    await lockPerson(tx, input.personId)
    await recordAddress(tx, actor, input.personId, today, input)
    await refreshTasks(tx, today, input.personId)
    await audit({ action: 'address.found', personId: input.personId })
    return done('address', input.back)
  },
})

const MOST_DAYS_AHEAD = 90

export const recordEnd = staffAction({
  name: 'recordEnd',
  may: 'outreach.record',
  schema: endedInput,
  async run({ actor, tx, today, audit }, input) {
    if (input.kind === 'DEAD' && input.on > today) throw new Refused('outreach.error.future', {}, 'on')
    if (input.on > addDays(today, MOST_DAYS_AHEAD)) throw new Refused('outreach.error.farAhead', {}, 'on')
    await lockPerson(tx, input.personId)
    await recordEnded(tx, actor, input.personId, input.kind, input.on)
    await refreshTasks(tx, today, input.personId)
    await audit({ action: input.kind === 'DEAD' ? 'person.died' : 'person.moved-away', personId: input.personId })
    return done(input.kind === 'DEAD' ? 'dead' : 'movedAway', input.back)
  },
})

async function done(key: 'returned' | 'returnUndone' | 'address' | 'dead' | 'movedAway', back: string | undefined) {
  const t = await getTranslations('outreach.done')
  if (!back) return { message: t(key) }
  await flash(t(key))
  return { redirectTo: back }
}

'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { now } from '@/lib/platform/clock'
import { flash } from '@/lib/platform/flash'
import { refreshTasks } from '../tasks/writes'
import { withdrawRefusal } from './rules'
import { attemptInput, withdrawInput } from './schema'
import { addAttempt, lockPerson, withdraw } from './writes'

/** One tap is a whole attempt: who, how, reached or not, today. Leads back to the list with the button that takes it back. */
export const logAttempt = staffAction({
  name: 'logAttempt',
  may: 'outreach.record',
  schema: attemptInput,
  async run({ actor, tx, today, audit }, input) {
    const happenedOn = input.happenedOn ?? today
    if (happenedOn > today) throw new Refused('outreach.error.future', {}, 'happenedOn')
    await lockPerson(tx, input.personId)
    const id = await addAttempt(tx, actor, { personId: input.personId, channel: input.channel, outcome: input.outcome, happenedOn, note: input.note || null })
    await refreshTasks(tx, today, input.personId)
    await audit({ action: 'attempt.logged', personId: input.personId, details: { channel: input.channel, outcome: input.outcome } })
    const t = await getTranslations('outreach.done')
    if (!input.back) return { message: t('attempt') }
    return { redirectTo: `${input.back}${input.back.includes('?') ? '&' : '?'}undo=${id}` }
  },
})

export const withdrawAttempt = staffAction({
  name: 'withdrawAttempt',
  may: 'outreach.record',
  schema: withdrawInput,
  async run({ actor, tx, today, audit }, input) {
    const attempt = await tx.attempt.findUnique({ where: { id: input.attemptId } })
    if (!attempt) throw new Refused('outreach.error.gone')
    await lockPerson(tx, attempt.personId)
    const refusal = withdrawRefusal(attempt, actor.userId, now())
    if (refusal === 'withdrawn') throw new Refused('outreach.error.withdrawn')
    if (refusal === 'another') throw new Refused('outreach.error.withdrawAnother')
    if (refusal === 'late') throw new Refused('outreach.error.withdrawLate')
    await withdraw(tx, actor, attempt)
    await refreshTasks(tx, today, attempt.personId)
    await audit({ action: 'attempt.withdrawn', personId: attempt.personId })
    const t = await getTranslations('outreach.done')
    if (!input.back) return { message: t('withdrawn') }
    await flash(t('withdrawn'))
    return { redirectTo: input.back }
  },
})

'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayFromDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { daysRefusal, endedNow } from './rules'
import { changeAbsenceInput, planInput } from './schema'
import { peopleOf } from './writes'

const say = async (key: string, values?: Record<string, number>) => flash((await getTranslations('casework.cover.flash'))(key, values))

/** Somebody is away from a day to a day, and these colleagues cover: they have the people through the last day, and no longer. */
export const planAbsence = staffAction({
  name: 'planAbsence',
  may: 'case.manage',
  schema: planInput,
  async run({ actor, tx, today, audit }, { userId, all, own, from, to }) {
    const refusal = daysRefusal({ from, to }, today)
    if (refusal) throw new Refused(`casework.cover.error.${refusal}`, {}, refusal === 'past' ? 'fromOn' : 'untilOn')
    const covers = (await peopleOf(tx, userId, from)).flatMap(({ id }) => {
      const who = own.has(id) ? own.get(id) : all
      return who ? [{ person_id: id, user_id: who }] : []
    })
    if (covers.length === 0) throw new Refused('casework.cover.error.nobody', {}, 'all')
    const [row] = await tx.$queryRaw<{ said: { id?: string; covered?: number; why?: string } }[]>`SELECT access.plan_absence(${userId}::uuid, ${from}::date, ${to}::date, ${JSON.stringify(covers)}::jsonb) AS said`
    const { id, covered = 0, why } = row?.said ?? { why: 'gone' }
    if (why || !id) throw new Refused(`casework.cover.error.${why === 'overlap' ? 'overlap' : 'gone'}`, {}, why === 'overlap' ? 'fromOn' : undefined)
    if (covered === 0) throw new Refused('casework.cover.error.none', {}, 'all')
    await audit({ action: 'absence.planned', people: covers.map(({ person_id }) => person_id), details: { absence: id, user: userId, from, to, covered, by: actor.userId === userId ? 'self' : 'other' } })
    await say('planned', { covered, left: covers.length - covered })
    return { redirectTo: '/handover' }
  },
})

/** Back earlier, or later. Of two who change it at once the second is told. */
export const changeAbsence = staffAction({
  name: 'changeAbsence',
  may: 'case.manage',
  schema: changeAbsenceInput,
  async run({ tx, today, audit }, { absenceId, version, to }) {
    const found = await tx.absence.findUnique({ where: { id: absenceId }, select: { fromDay: true } })
    if (!found) throw new Refused('casework.cover.error.gone')
    const last = to ?? endedNow({ from: dayFromDb(found.fromDay) }, today)
    const [row] = await tx.$queryRaw<{ said: string }[]>`SELECT access.change_absence(${absenceId}::uuid, ${last}::date, ${version}::int) AS said`
    if (row?.said !== 'done') throw new Refused(`casework.cover.error.${['meanwhile', 'overlap', 'days'].includes(row?.said ?? '') ? row?.said : 'gone'}`, {}, row?.said === 'days' || row?.said === 'overlap' ? 'untilOn' : undefined)
    const people = await tx.$queryRaw<{ id: string }[]>`SELECT c.person_id AS id FROM access.covers_of(${absenceId}::uuid) c`
    await audit({ action: 'absence.changed', people: people.map(({ id }) => id), details: { absence: absenceId, to: last } })
    await say(to ? 'changed' : 'ended')
    return { redirectTo: '/handover' }
  },
})

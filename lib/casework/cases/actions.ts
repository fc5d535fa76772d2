'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { addDays, dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { attemptsOf } from '../contacts/attempts/rules'
import { newestEntries } from '../contacts/sql'
import { aftercareEnd, EARLY_WORDS } from './rules'
import { againInput, closeInput, giveInput, holdInput, NOBODY_YET, openInput } from './schema'
import { addCase, addState, requireColleague } from './writes'

async function done(personId: string, key: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('casework.cases.flash'))(key))
  return { redirectTo: `/people/${personId}/cases` }
}

export const openCase = staffAction({
  name: 'openCase',
  may: 'case.manage',
  schema: openInput,
  freeText: true,
  async run({ actor, tx, today, audit }, input) {
    const id = await addCase(tx, actor, input, today)
    await audit({ action: 'case.opened', personId: input.personId, details: { case: id, kind: input.kind, user: input.userId === NOBODY_YET ? null : (input.userId ?? actor.userId) } })
    return done(input.personId, 'opened')
  },
})

export const holdCase = staffAction({
  name: 'holdCase',
  may: 'case.manage',
  schema: holdInput,
  freeText: true,
  async run({ actor, tx, today, audit }, input) {
    if (input.until <= today) throw new Refused('casework.cases.error.untilPast', {}, 'resumeOn')
    await addState(tx, actor, { ...input, state: 'hold' }, today)
    await audit({ action: 'case.held', personId: input.personId, details: { case: input.caseId, until: input.until } })
    return done(input.personId, 'held')
  },
})

export const closeCase = staffAction({
  name: 'closeCase',
  may: 'case.manage',
  schema: closeInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { months, weeks, words, ...input }) {
    const until = aftercareEnd(today, months)
    const tried = input.outcome === 'contact' ? attemptsOf(await newestEntries(tx, input.personId), today) : null
    const early = tried !== null && !tried.enough
    if (early && words.length < EARLY_WORDS) throw new Refused('casework.cases.error.tries', { days: tried.missingDays, ways: tried.missingWays }, 'words')
    await addState(tx, actor, { ...input, words: words || null, until, everyWeeks: until && weeks, state: 'closed' }, today)
    await audit({ action: 'case.closed', personId: input.personId, details: { case: input.caseId, outcome: input.outcome, aftercare: until, ...(early && { triesMissing: true }) } })
    return done(input.personId, 'closed')
  },
})

/** From hold or from closed: what was written stays, and the responsibility that ended with the case comes back. */
export const openCaseAgain = staffAction({
  name: 'openCaseAgain',
  may: 'case.manage',
  schema: againInput,
  async run({ actor, tx, today, audit }, input) {
    await addState(tx, actor, { ...input, state: 'open' }, today)
    await audit({ action: 'case.reopened', personId: input.personId, details: { case: input.caseId } })
    return done(input.personId, 'again')
  },
})

/** To a colleague of the case's own unit, from today. */
export const giveCase = staffAction({
  name: 'giveCase',
  may: 'assignment.manage',
  schema: giveInput,
  async run({ actor, tx, today, audit }, { personId, caseId, userId }) {
    const found = await tx.caseFile.findFirst({ where: { id: caseId, personId }, select: { unitId: true, states: { select: { state: true }, orderBy: { number: 'desc' }, take: 1 } } })
    if (!found) throw new Refused('casework.error.gone')
    await refuseBehindGlass(tx, personId)
    if (found.states[0]?.state === 'closed') throw new Refused('casework.cases.error.meanwhile')
    await requireColleague(tx, userId, found.unitId)
    await tx.assignment.updateMany({ where: { caseId, caseRole: 'coordinator', toDay: null }, data: { toDay: dayToDb(addDays(today, -1)) } })
    // Not twice: of two who give it at once the second finds it given.
    const { count } = await tx.assignment.createMany({ data: [{ personId, userId, reason: 'case', fromDay: dayToDb(today), createdBy: actor.userId, caseId, caseRole: 'coordinator' }], skipDuplicates: true })
    if (count !== 1) throw new Refused('casework.cases.error.meanwhile')
    await audit({ action: 'case.given', personId, details: { case: caseId, user: userId } })
    return done(personId, 'given')
  },
})

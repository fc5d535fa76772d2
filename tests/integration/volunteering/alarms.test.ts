import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { tellAlarm } from '@/lib/volunteering/follow-ups/check-ins/jobs'
import { loadReference } from '@/prisma/reference'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { matched, type Matched } from '../../support/pairs'

let lead: Actor, unit = '', one: Matched
const signal = new AbortController().signal
beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
})
beforeEach(async () => {
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
  one = await matched(lead, unit)
  // Nobody else leads: neither of the last test nor among those who made the volunteer.
  await owner().roleGrant.updateMany({ where: { userId: { not: lead.userId } }, data: { toDay: dayToDb(addDays(today(), -1)) } })
  await owner().outboxMessage.deleteMany()
})
type About = Parameters<typeof tellAlarm>[0]['about']
const tell = (about: About = 'unsafe') => tellAlarm({ matchId: one.matchId, about }, signal)
const told = async () => (await owner().outboxMessage.findMany({ orderBy: { createdAt: 'asc' } })).map(({ userId }) => userId)
const moved = (who: Actor) => owner().roleGrant.updateMany({ where: { userId: who.userId }, data: { role: 'CASEWORKER' } })
const away = (who: Actor) => owner().absence.create({ data: { userId: who.userId, fromDay: dayToDb(today()), toDay: dayToDb(addDays(today(), 3)), createdBy: who.userId } })
const sorted = (...who: Actor[]) => who.map(({ userId }) => userId).sort()

describe('an alarm', () => {
  it('goes to whoever began the match, and to the others of the unit once that one leads no more', async () => {
    const [first, second] = [await staff('VOLUNTEER_LEAD', { unitId: unit }), await staff('VOLUNTEER_LEAD', { unitId: unit })]
    await staff('VOLUNTEER_LEAD')
    await tell()
    expect(await told()).toEqual([lead.userId])
    await owner().outboxMessage.deleteMany()
    await moved(lead)
    await tell()
    expect((await told()).sort()).toEqual(sorted(first, second))
  })

  it('goes to who covers where that one is away, where they lead as well; else to the others; and to who is away only where there is nobody else', async () => {
    const [cover, other] = [await staff('VOLUNTEER_LEAD', { unitId: unit }), await staff('VOLUNTEER_LEAD', { unitId: unit })]
    const absence = await away(lead)
    await tell()
    expect((await told()).sort()).toEqual(sorted(cover, other))
    await owner().outboxMessage.deleteMany()
    await owner().assignment.create({ data: { personId: one.id, userId: cover.userId, reason: 'cover', fromDay: dayToDb(today()), toDay: dayToDb(addDays(today(), 3)), createdBy: lead.userId, absenceId: absence.id } })
    await tell()
    expect(await told()).toEqual([cover.userId])
    await owner().outboxMessage.deleteMany()
    await moved(cover)
    await tell()
    expect(await told()).toEqual([other.userId])
    await owner().outboxMessage.deleteMany()
    await away(other)
    await tell()
    expect((await told()).sort()).toEqual(sorted(lead, other))
  })

  it('goes to nobody who may not know the match, and reaches a lead of no unit rather than nobody', async () => {
    const elsewhere = await staff('VOLUNTEER_LEAD')
    await owner().staffRelation.create({ data: { userId: lead.userId, personId: one.id, kind: 'SIBLING', fromDay: dayToDb(today()) } })
    await tell()
    expect(await told()).toEqual([elsewhere.userId])
  })

  it('is told once a day of each kind, anew after somebody has followed it up, and in the reader’s language', async () => {
    for (const about of ['not-met', 'not-met', 'unsafe', 'unsafe', 'concern'] as const) await tell(about)
    expect(await told()).toEqual([lead.userId, lead.userId, lead.userId])
    await owner().volunteerFollowUp.create({ data: { matchId: one.matchId, personId: one.id, number: 1, onDay: dayToDb(today()), withWhom: 'both', outcome: 'well', recordedBy: lead.userId } })
    await owner().outboxMessage.deleteMany()
    await owner().user.update({ where: { id: lead.userId }, data: { locale: 'en' } })
    await tell()
    expect((await owner().outboxMessage.findMany()).map(({ subject }) => subject)).toEqual(['There is something for you to look at today'])
  })

  it('asks in nobody’s name afterwards, and is asked by jobs alone', async () => {
    const after = await transaction({ role: 'worker' }, async (tx) => [(await tx.$queryRaw<unknown[]>`SELECT 1 FROM access.match_leads(${one.matchId}::uuid)`).length, await tx.$queryRaw`SELECT access.uid() AS who`])
    expect(after).toEqual([1, [{ who: null }]])
    await expect(transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.match_leads(${one.matchId}::uuid)`)).rejects.toThrow('permission denied')
  })
})

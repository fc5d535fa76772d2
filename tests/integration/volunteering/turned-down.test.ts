import { beforeAll, describe, expect, it } from 'vitest'
import { roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { turnDownPair } from '@/lib/volunteering/matching/candidates/actions'
import { openRequest } from '@/lib/volunteering/matching/candidates/queries'
import { personRequests } from '@/lib/volunteering/requests/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'
import { ask, helper, personSays, volunteerSays, type Waits, waits } from '../../support/pairs'

let lead: Actor, unit = ''
beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})
const refused = async ({ requestId }: Waits, who = lead) => (await openRequest(who, requestId, today()))?.refused ?? null
const ofPerson = async ({ id, caseworker }: Waits, who: Actor = caseworker) => (await personRequests(who, id, async () => null))?.content?.more.refused ?? null
const turnDown = ({ requestId }: Waits, volunteerId: string, cause: string) => as(lead, () => submit(turnDownPair, { volunteerRequestId: requestId, volunteerId, cause }))
const raw = (who: Actor, one: Waits) => transaction({ role: 'app', token: who.token }, async (tx) => [
  (await tx.$queryRaw<unknown[]>`SELECT 1 FROM access.request_turned_down(${one.requestId}::uuid)`).length, (await tx.$queryRaw<unknown[]>`SELECT 1 FROM access.person_turned_down(${one.id}::uuid)`).length,
])

describe('who was turned down', () => {
  it('is told with whose no it was, why, and whether they may be proposed again', async () => {
    const one = await waits(unit)
    const [byLead, byVolunteer, byPerson] = [await helper({ times: ['2-morning'] }), await helper(), await helper()]
    await turnDown(one, byLead, 'times')
    await ask(lead, one.requestId, byVolunteer)
    await volunteerSays(lead, one.requestId, byVolunteer, 'no', 'areas')
    await ask(lead, one.requestId, byPerson)
    await personSays(one, byPerson, 'no')
    const told = async () => Object.fromEntries((await refused(one))?.map(({ volunteerId, cause, saidBy, changed, onDay }) => [volunteerId, [cause, saidBy, changed, onDay]]) ?? [])
    expect(await told()).toEqual({ [byLead]: ['times', 'staff', false, today()], [byVolunteer]: ['areas', 'volunteer', false, today()], [byPerson]: ['wish', 'person', false, today()] })
    expect((await ofPerson(one))?.map(({ volunteerId, cause, saidBy }) => [volunteerId, cause, saidBy]).sort()).toEqual([[byLead, 'times', 'staff'], [byVolunteer, 'areas', 'volunteer'], [byPerson, 'wish', 'person']].sort())
    await owner().volunteer.update({ where: { id: byLead }, data: { times: ['1-evening'] } })
    expect((await told())[byLead]?.[2]).toBe(true)
  })

  it('is told of who had a match that ended so, and of no match that is still to be judged', async () => {
    const one = await waits(unit)
    const id = await helper()
    const match = await owner().volunteerMatch.create({ data: { requestId: one.requestId, volunteerId: id, personId: one.id, roleCode: 'visitor', startedOn: dayToDb(addDays(today(), -20)), startedBy: lead.userId } })
    expect(await ofPerson(one)).toEqual([])
    await owner().volunteerMatchEnd.create({ data: { matchId: match.id, personId: one.id, endedOn: dayToDb(today()), endedBy: 'person', cause: 'chemistry', recordedBy: lead.userId } })
    await owner().volunteerPairStep.create({ data: { requestId: one.requestId, volunteerId: id, personId: one.id, number: 1, step: 'turned-down', cause: 'chemistry', fieldState: '', onDay: dayToDb(today()), recordedBy: lead.userId } })
    expect(await ofPerson(one)).toMatchObject([{ volunteerId: id, cause: 'chemistry', saidBy: 'match' }])
    expect(await refused(one)).toMatchObject([{ volunteerId: id, changed: false }])
  })

  it('is told to nobody who may not know the person, and names nobody who is close to them', async () => {
    const [one, untold] = [await waits(unit), await waits(unit, false)]
    const [id, kin, brother] = [await helper(), await helper(), await person('RELATIVE')]
    for (const [to, volunteerId] of [[one, id], [one, kin], [untold, id]] as const) await owner().volunteerPairStep.create({ data: { requestId: to.requestId, volunteerId, personId: to.id, number: 1, step: 'turned-down', cause: 'times', fieldState: '', onDay: dayToDb(today()), recordedBy: lead.userId } })
    await owner().relation.create({ data: { personId: one.id, relatedPersonId: brother.id, kind: 'SIBLING' } })
    await owner().volunteerTie.create({ data: { volunteerId: kin, personId: brother.id, tiedBy: lead.userId } })
    expect((await refused(one))?.map(({ volunteerId }) => volunteerId)).toEqual([id])
    expect([await refused(untold), await raw(lead, untold)]).toEqual([[], [0, 0]])
    await owner().person.update({ where: { id: one.id }, data: { protection: 'P1' } })
    expect([await refused(one), await raw(lead, one)]).toEqual([[], [0, 0]])
    await owner().person.update({ where: { id: one.id }, data: { protection: 'P0' } })
    for (const role of roles) expect([role, await raw(await staff(role), one)]).toEqual([role, [0, 0]])
    expect(await raw(one.caseworker, one)).toEqual([0, 2])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { listVolunteers } from '@/lib/volunteering/list/queries'
import { listView } from '@/lib/volunteering/list/schema'
import { tieVolunteer, untieVolunteer } from '@/lib/volunteering/ties/actions'
import { personTies } from '@/lib/volunteering/ties/queries'
import { changeVolunteer } from '@/lib/volunteering/volunteers/actions'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'
import { volunteer } from '../../support/volunteers'

let lead: Actor, coordinator: Actor
beforeAll(async () => {
  await loadReference(owner())
  lead = await staff('VOLUNTEER_LEAD')
})
const named = async (firstName: string, lastName: string) => {
  const id = await volunteer()
  return owner().volunteer.update({ where: { id }, data: { firstName, lastName, postcode: '8900' }, select: { id: true, number: true } })
}
/** A coordinator each: the tries of one are counted. */
const tie = async (personId: string, number: number | string, by?: Actor) => {
  coordinator = by ?? (await staff('VETERAN_COORDINATOR'))
  return as(coordinator, () => submit(tieVolunteer, { personId, volunteerNumber: String(number) }))
}
const none = async () => null

describe('a volunteer who is a citizen as well', () => {
  it('is tied by the number they give, where the names agree; neither side reads the other by it', async () => {
    const who = await veteran({ firstName: 'Jens Peter', lastName: 'Holm Kjær' })
    const v = await named('Jens', 'Kjær')
    expect((await tie(who.id, v.number)).redirectedTo).toBe(`/people/${who.id}/volunteer`)
    expect((await personTies(coordinator, who.id, none))?.content?.more).toMatchObject([{ by: 'Test VETERAN_COORDINATOR' }])
    // The lead sees no tie, and no person; the coordinator no volunteer.
    const read = (actor: Actor, table: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<unknown[]>(`SELECT * FROM ${table}`))
    expect([await read(lead, 'volunteer_tie'), await read(lead, 'person'), await read(coordinator, 'volunteer')]).toEqual([[], [], []])
    expect(JSON.stringify(await openVolunteer(lead, v.id, today()))).not.toContain(who.id)
    const details = (await owner().auditEvent.findMany({ where: { action: 'volunteer.tied', personId: who.id } })).map((one) => one.details)
    expect(details).toEqual([null])
  })

  it.each([['another name', 'Jens', 'Olsen'], ['another first name', 'Ole', 'Kjær']])('of %s is answered as a number there is not', async (_what, first, last) => {
    const who = await veteran({ firstName: 'Jens', lastName: 'Kjær' })
    const v = await named(first, last)
    const [wrong, nothing] = [await tie(who.id, v.number), await tie(who.id, 999_999)]
    expect(wrong.state?.fields).toEqual(nothing.state?.fields)
    expect(wrong.state?.fields).toHaveProperty('volunteerNumber')
    expect(await owner().volunteerTie.count({ where: { volunteerId: v.id } })).toBe(0)
  })

  it('is tied once, and by nobody who does not have the person for good', async () => {
    const [who, same, outside] = [await veteran({ firstName: 'Ida', lastName: 'Bak' }), await veteran({ firstName: 'Ida', lastName: 'Bak' }), await person('REFUGEE', { firstName: 'Ida', lastName: 'Bak' })]
    const v = await named('Ida', 'Bak')
    expect((await tie(outside.id, v.number)).state?.fields).toHaveProperty('volunteerNumber')
    const worker = await staff('CASEWORKER')
    await owner().breakGlass.create({ data: { userId: worker.userId, personId: who.id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    expect((await tie(who.id, v.number, worker)).state?.message).toContain('nødadgang')
    expect((await tie(who.id, v.number, lead)).state?.message).toContain('adgang')
    const both = await Promise.all([tie(who.id, v.number), tie(same.id, v.number)])
    expect(both.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
    expect(await owner().volunteerTie.count({ where: { volunteerId: v.id } })).toBe(1)
  })

  it('is tried ten times an hour and not more', async () => {
    const who = await veteran()
    const one = await staff('VETERAN_COORDINATOR')
    for (let nth = 0; nth < 10; nth++) expect((await tie(who.id, 800_000 + nth, one)).state?.fields).toHaveProperty('volunteerNumber')
    expect((await tie(who.id, 800_011, one)).state?.message).toBeDefined()
  })

  it('is untied by whoever has the person in hand, and not from another’s page', async () => {
    const [who, other] = [await veteran({ firstName: 'Bo', lastName: 'Lind' }), await veteran()]
    const v = await named('Bo', 'Lind')
    await tie(who.id, v.number)
    const { id } = await owner().volunteerTie.findUniqueOrThrow({ where: { volunteerId: v.id } })
    const untie = (personId: string) => as(coordinator, () => submit(untieVolunteer, { personId, tieId: id }))
    expect((await untie(other.id)).redirectedTo).toBeNull()
    expect((await untie(who.id)).redirectedTo).toBeDefined()
    expect(await owner().volunteerTie.count({ where: { volunteerId: v.id } })).toBe(0)
  })
})

describe('what the tie does', () => {
  const tied = async (personId: string) => {
    const v = await named('Test', 'Tie')
    await owner().volunteerTie.create({ data: { volunteerId: v.id, personId, tiedBy: lead.userId } })
    return v.id
  }
  const seen = async (actor: Actor, id: string) => (await openVolunteer(actor, id, today())) !== null && (await listVolunteers(actor, listView.parse({ page: '1' }), today())).counts.waiting > 0

  it('closes one’s own family, oneself, and somebody shielded to whoever leads volunteers', async () => {
    const [kin, me, hidden, plain] = [await veteran(), await veteran(), await veteran({ protection: 'P3' }), await veteran()]
    const close = await staff('VOLUNTEER_LEAD', { personId: me.id })
    await owner().staffRelation.create({ data: { userId: close.userId, personId: kin.id, kind: 'brother', fromDay: new Date('2026-01-01') } })
    const [ofKin, ofMe, ofHidden, ofPlain] = [await tied(kin.id), await tied(me.id), await tied(hidden.id), await tied(plain.id)]
    expect([await seen(close, ofKin), await seen(close, ofMe), await seen(close, ofHidden), await seen(close, ofPlain)]).toEqual([false, false, false, true])
    expect([await seen(lead, ofKin), await seen(lead, ofMe), await seen(lead, ofHidden)]).toEqual([true, true, false])
    const cleared = await staff('VOLUNTEER_LEAD', { clearances: ['SHIELDED'] })
    expect(await seen(cleared, ofHidden)).toBe(true)
    expect(await transaction({ role: 'app', token: close.token }, (tx) => tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM volunteer_step WHERE volunteer_id = ${ofKin}::uuid`)).toEqual([{ n: 0 }])
  })

  it('protects the address from the day it is protected there, whatever the form says', async () => {
    const [before, later] = [await veteran({ protection: 'P1' }), await veteran()]
    const [first, second] = [await tied(before.id), await tied(later.id)]
    const place = (id: string) => owner().volunteer.findUniqueOrThrow({ where: { id }, select: { addressProtected: true, postcode: true, version: true } })
    expect(await place(first)).toEqual({ addressProtected: true, postcode: null, version: 2 })
    expect(await place(second)).toMatchObject({ addressProtected: false, postcode: '8900' })
    await owner().person.update({ where: { id: later.id }, data: { protection: 'P2' } })
    expect(await place(second)).toEqual({ addressProtected: true, postcode: null, version: 2 })
    const form = { volunteerId: second, version: '2', firstName: 'Test', lastName: 'Tie', phone: '20 12 34 56', postcode: '8900', capacity: '1', language: 'da' }
    expect((await as(lead, () => submit(changeVolunteer, form))).redirectedTo).toBeDefined()
    expect(await place(second)).toMatchObject({ addressProtected: true, postcode: null })
  })
})

it('whoever ended two years ago may be erased with everything, once the municipality says so; who came again is kept', async () => {
  const [gone, back] = [await volunteer({ step: 'ended', on: addDays(today(), -800), papers: [['confidentiality', null]] }), await volunteer({ step: 'ended', on: addDays(today(), -800) })]
  await owner().volunteerStep.create({ data: { volunteerId: back, number: 2, step: 'interested', onDay: dayToDb(today()) } })
  await owner().retentionRule.update({ where: { kind: 'volunteer' }, data: { active: true } })
  const due = await owner().$queryRaw<{ id: string }[]>`SELECT row_key::text AS id FROM access.retention_candidates() WHERE kind = 'volunteer' AND anchor_on < access.today() - 731`
  expect(due.map(({ id }) => id)).toContain(gone)
  expect(due.map(({ id }) => id)).not.toContain(back)
  // With them goes what somebody they were asked for had said of them: not while that somebody is held.
  const [asked, { userId }] = [(await person('VETERAN')).id, await staff('DATA_PROTECTION_OFFICER')]
  await owner().volunteerRequest.create({ data: { personId: asked, roleCode: 'mentor', since: dayToDb(addDays(today(), -900)), createdBy: userId, pairs: { create: { volunteerId: gone, personId: asked, number: 1, step: 'asked', onDay: dayToDb(addDays(today(), -850)) } } } })
  const { id: holdId } = await owner().legalHold.create({ data: { personId: asked, reason: 'Klagesag ved domstolen', reviewOn: dayToDb(addDays(today(), 90)), createdBy: userId } })
  const listed = async () => (await owner().$queryRaw<{ id: string }[]>`SELECT row_key::text AS id FROM access.retention_candidates() WHERE kind = 'volunteer'`).map(({ id }) => id)
  expect(await listed()).not.toContain(gone)
  await owner().legalHold.delete({ where: { id: holdId } })
  expect(await listed()).toContain(gone)
  // The receipt of what they laid out goes with them, and into the archive before.
  const { id: fileId } = await owner().storedFile.create({ data: { kind: 'receipt', mime: 'application/pdf', name: 'kvittering.pdf', sha256: 'x', bytes: Buffer.from('bon') } })
  await owner().volunteerExpense.create({ data: { volunteerId: gone, kind: 'other', onDay: dayToDb(addDays(today(), -900)), amount: 100, purpose: 'x', receipt: 'kvittering.pdf', file: { create: { fileId, recordedBy: userId } } } })
  const [kept] = await owner().$queryRaw<{ image: Record<string, unknown[]> }[]>`SELECT access.retention_image('volunteer', ${gone}::uuid) AS image`
  expect(Object.entries(kept!.image).map(([table, found]) => [table, found.length]).sort()).toEqual([['expense_receipt', 1], ['stored_file', 1], ['volunteer', 1], ['volunteer_expense', 1], ['volunteer_pair_step', 1], ['volunteer_paper', 1], ['volunteer_step', 1]])
  expect(kept!.image.stored_file).toMatchObject([{ id: fileId, base64: Buffer.from('bon').toString('base64') }])
  await owner().$queryRaw`SELECT access.erase_record('volunteer', ${gone}::uuid)`
  expect(await owner().storedFile.count({ where: { id: fileId } })).toBe(0)
  expect([await owner().volunteer.count({ where: { id: gone } }), await owner().volunteerStep.count({ where: { volunteerId: gone } }), await owner().volunteerPaper.count({ where: { volunteerId: gone } })]).toEqual([0, 0, 0])
})

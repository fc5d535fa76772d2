import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { noteReferralAnswer, refer, revokeReferral } from '@/lib/casework/referrals/actions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { twoUnits } from '../../support/cases'
import { owner } from '../../support/db'
import { volunteer } from '../../support/volunteers'

/** What the functions of the database ask of a referral, whoever calls them: each condition alone is what refuses. */
let team: Awaited<ReturnType<typeof twoUnits>>, lead: Actor
const day = today()
const asked = <T>(actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<T[]>(sql))
const consent = (personId: string, more: object = {}) => team.consent(personId, team.veterans, { purpose: 'referral', fields: ['contact'], ...more })
const named = (personId: string, recipientName: string, more: object = {}) => consent(personId, { recipientUnitId: null, recipientName, ...more })
const send = async (personId: string, consentId: string, target = team.veterans, kind = 'unit', by = team.sender) => (await asked<{ said: string; id: string | null }>(by, `SELECT said, id::text FROM access.send_referral('${personId}', '${consentId}', '${kind}', '${target}', 'Vil gerne', NULL, current_date + 7)`))[0]
const answer = async (id: string, verdict: string, by = team.receiver) => (await asked<{ person: string | null }>(by, `SELECT access.answer_referral('${id}', '${verdict}', 'Ord om det')::text AS person`))[0]?.person ?? null
const sent = async (target?: string, kind?: string, given?: (personId: string) => Promise<{ id: string }>) => {
  const { personId } = await team.opened()
  const { id: consentId } = await (given ?? consent)(personId)
  return { personId, consentId, id: (await send(personId, consentId, target, kind))?.id ?? '' }
}
const received = async (by = team.receiver) => (await asked<{ id: string }>(by, 'SELECT id::text FROM access.received_referrals()')).map(({ id }) => id)
const lapse = (id: string) => owner().consent.update({ where: { id }, data: { givenOn: dayToDb(addDays(day, -9)), expiresOn: dayToDb(addDays(day, -1)) } })
const form = (personId: string, more: Record<string, string> = {}) => ({ personId, to: `unit:${team.veterans}`, consentId: '', shown: 'contact', how: 'written', why: 'Vil gerne', 'answerBy.day': day.slice(8), 'answerBy.month': day.slice(5, 7), 'answerBy.year': day.slice(0, 4), ...more })
const association = async ({ from = -9, to = 90, ...more }: { from?: number; to?: number; closedOn?: Date; name?: string } = {}) => {
  const one = await owner().association.create({ data: { name: `Roklubben ${randomUUID().slice(0, 6)}`, kind: 'sport', areas: [], createdBy: lead.userId, ...more } })
  await owner().partnership.create({ data: { associationId: one.id, number: 1, fromDay: dayToDb(addDays(day, from)), toDay: dayToDb(addDays(day, to)), responsibilities: 'Tager imod', recordedBy: lead.userId } })
  return one
}
const offer = async (more: object = {}) => owner().offer.create({ data: { code: randomUUID(), titleDa: 'Svømmehold', titleEn: 'Swimming', summaryDa: 'x', summaryEn: 'x', audience: [], needs: [], publishedFrom: dayToDb(addDays(day, -9)), ...more } })
const partner = (name: string) => owner().partner.create({ data: { code: randomUUID(), name, provider: 'ASSOCIATION', descriptionDa: 'x', descriptionEn: 'x' } })

beforeAll(async () => {
  team = await twoUnits()
  lead = await staff('VOLUNTEER_LEAD', { unitId: team.veterans })
})

describe('a referral is sent', () => {
  it('of somebody alive whose record is their own, and never from behind emergency access', async () => {
    const [dead, merged, keeps, glass] = [await team.opened(), await team.opened(), await team.opened(), await team.opened()]
    const consents = new Map(await Promise.all([dead, merged, glass].map(async ({ personId }) => [personId, (await consent(personId)).id] as const)))
    await owner().person.update({ where: { id: dead.personId }, data: { diedOn: dayToDb(day) } })
    await owner().person.update({ where: { id: merged.personId }, data: { mergedIntoId: keeps.personId } })
    for (const { personId } of [dead, merged]) expect((await send(personId, consents.get(personId) ?? ''))?.said).toBe('gone')
    const far = await staff('CASEWORKER', { unitId: (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Fjern', nameEn: 'Far' } })).id })
    await owner().breakGlass.create({ data: { userId: far.userId, personId: glass.personId, code: 'acute', note: 'Prøve af nødadgang i en test', untilAt: new Date(Date.now() + 3_600_000) } })
    expect((await send(glass.personId, consents.get(glass.personId) ?? '', undefined, undefined, far))?.said).toBe('gone')
    expect((await as(far, () => submit(refer, form(glass.personId, { consentId: consents.get(glass.personId) ?? '', how: '' })))).state?.message).toContain('nødadgang')
    expect((await send(glass.personId, consents.get(glass.personId) ?? ''))?.said).toBe('sent')
    const id = (await owner().referral.findFirstOrThrow({ where: { personId: glass.personId } })).id
    expect(await answer(id, 'revoked', far)).toBeNull()
    expect((await as(far, () => submit(revokeReferral, { personId: glass.personId, referralId: id }))).state?.message).toContain('nødadgang')
    expect(await owner().referralStep.count({ where: { personId: glass.personId } })).toBe(0)
  })

  it('with an address where it is open; of somebody whose address is protected with anything else', async () => {
    const [open, closed] = [await team.opened(), await team.opened({ protection: 'P1' })]
    const by = async (personId: string, shown: string) => (await as(team.sender, () => submit(refer, form(personId, { shown })))).redirectedTo !== null
    expect([await by(closed.personId, 'contact,address'), await by(closed.personId, 'contact'), await by(open.personId, 'contact,address')]).toEqual([false, true, true])
  })

  it('on that consent and on no better one beside it, from its first day through its last', async () => {
    const { personId } = await team.opened()
    const [taken, early, late] = [await consent(personId), await consent(personId, { givenOn: dayToDb(addDays(day, 1)) }), await consent(personId, { expiresOn: dayToDb(addDays(day, -1)) })]
    await owner().consentWithdrawal.create({ data: { consentId: taken.id, personId, withdrawnOn: dayToDb(day), how: 'spoken', recordedBy: team.sender.userId } })
    const today_ = await consent(personId, { givenOn: dayToDb(day), expiresOn: dayToDb(day) })
    for (const { id } of [taken, early, late]) expect((await send(personId, id))?.said).toBe('consent')
    expect((await send(personId, today_.id))?.said).toBe('sent')
  })

  it('to a unit that is open, and to nothing of a kind there is not', async () => {
    const { personId } = await team.opened()
    const closed = await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Lukket', nameEn: 'Closed', closedOn: dayToDb(day) } })
    expect((await send(personId, (await consent(personId, { recipientUnitId: closed.id })).id, closed.id))?.said).toBe('consent')
    expect((await send(personId, (await consent(personId)).id, team.veterans, 'house'))?.said).toBe('consent')
  })

  it('to an offer that is published today, with the consent to whoever gives it', async () => {
    const { personId } = await team.opened()
    const [one, another] = [await partner('Huset'), await partner('Et andet hus')]
    const own = await offer({ titleDa: `Gåtur ${randomUUID().slice(0, 6)}` })
    const [coming, over, through, theirs] = [await offer({ partnerId: one.id, publishedFrom: dayToDb(addDays(day, 1)) }), await offer({ partnerId: one.id, publishedTo: dayToDb(addDays(day, -1)) }), await offer({ partnerId: one.id, publishedTo: dayToDb(day) }), await offer({ partnerId: one.id })]
    const [toOne, toAnother, toTitle] = [await consent(personId, { recipientUnitId: null, partnerId: one.id }), await consent(personId, { recipientUnitId: null, partnerId: another.id }), await named(personId, own.titleDa)]
    const said = async (to: { id: string }, on: { id: string }) => (await send(personId, on.id, to.id, 'offer'))?.said
    expect([await said(coming, toOne), await said(over, toOne), await said(theirs, toAnother), await said(theirs, toTitle), await said(own, toOne)]).toEqual(['consent', 'consent', 'consent', 'consent', 'consent'])
    expect([await said(through, toOne), await said(theirs, toOne), await said(own, toTitle)]).toEqual(['sent', 'sent', 'sent'])
  })

  it('to an association with an agreement that has begun, that is open, and that was accepted', async () => {
    const [coming, waiting, refused, accepted, closing] = [await association({ from: 1 }), await association(), await association(), await association(), await association({ closedOn: dayToDb(addDays(day, 5)) })]
    for (const [one, said] of [[waiting, null], [refused, false], [accepted, true]] as const) await owner().associationSignup.create({ data: { associationId: one.id, language: 'da', accepted: said, ...(said !== null && { decidedBy: lead.userId, decidedAt: new Date(), reason: said ? null : 'Passer ikke' }) } })
    const offered = (await asked<{ id: string }>(team.sender, 'SELECT id::text FROM access.referable_associations()')).map(({ id }) => id)
    expect([coming, waiting, refused, accepted, closing].map(({ id }) => offered.includes(id))).toEqual([false, false, false, true, true])
    const { personId } = await team.opened()
    expect((await send(personId, (await named(personId, waiting.name)).id, waiting.id, 'association'))?.said).toBe('consent')
    // A consent to a volunteer is to them alone, whatever they are called.
    expect((await send(personId, (await named(personId, accepted.name, { recipientVolunteerId: await volunteer() })).id, accepted.id, 'association'))?.said).toBe('consent')
    expect((await send(personId, (await named(personId, accepted.name)).id, accepted.id, 'association'))?.said).toBe('sent')
  })

  it('once at a time to the same receiver, of the same person', async () => {
    const first = await sent()
    const again = () => send(first.personId, first.consentId)
    expect((await again())?.said).toBe('waits')
    const { personId } = await team.opened()
    expect((await send(personId, (await consent(personId)).id))?.said).toBe('sent')
    await answer(first.id, 'accepted')
    expect((await again())?.said).toBe('waits')
    await answer(first.id, 'done')
    expect((await again())?.said).toBe('sent')
  })
})

describe('a referral is answered', () => {
  it('in order: nothing is done before it was accepted, and nothing comes after the end', async () => {
    const steps = ['accepted', 'refused', 'done', 'revoked'] as const
    const allowed = async (...before: (typeof steps)[number][]) => Promise.all(steps.map(async (verdict) => {
      const { id } = await sent()
      for (const one of before) await answer(id, one, one === 'revoked' ? team.sender : team.receiver)
      return (await answer(id, verdict, verdict === 'revoked' ? team.sender : team.receiver)) !== null
    }))
    expect(await allowed()).toEqual([true, true, false, true])
    expect(await allowed('accepted')).toEqual([false, false, true, true])
    for (const end of [['refused'], ['revoked'], ['accepted', 'done']] as const) expect([end, await allowed(...end)]).toEqual([end, [false, false, false, false]])
  })

  it('by whoever it went to; taken back by whoever has the person, and a word there is not by nobody', async () => {
    const { id, personId } = await sent()
    for (const verdict of ['accepted', 'refused']) for (const by of [team.sender, team.near]) expect([verdict, by.name, await answer(id, verdict, by)]).toEqual([verdict, by.name, null])
    expect([await answer(id, 'revoked'), await answer(id, 'sent'), await answer(randomUUID(), 'accepted')]).toEqual([null, null, null])
    expect(await answer(id, 'accepted')).toBe(personId)
    for (const by of [team.near]) expect(await answer(id, 'done', by)).toBeNull()
    expect(await answer(id, 'done', team.sender)).toBe(personId)
    expect((await owner().referralStep.findMany({ where: { referralId: id }, orderBy: { number: 'asc' } })).map(({ step, said }) => [step, said])).toEqual([['accepted', 'here'], ['done', 'told']])
  })

  it('as told of those without access: accepted while the consent holds, refused also afterwards, by whoever has the person', async () => {
    const club = await association()
    const make = () => sent(club.id, 'association', (personId) => named(personId, club.name))
    const [runs, lapsed] = [await make(), await make()]
    for (const verdict of ['accepted', 'refused', 'revoked']) for (const by of [team.near, team.receiver]) expect([verdict, by.name, await answer(runs.id, verdict, by)]).toEqual([verdict, by.name, null])
    expect(await answer(runs.id, 'accepted', team.sender)).toBe(runs.personId)
    await lapse(lapsed.consentId)
    expect([await answer(lapsed.id, 'accepted', team.sender), await answer(lapsed.id, 'refused', team.sender)]).toEqual([null, lapsed.personId])
  })

  it('through the person it is about', async () => {
    const club = await association()
    const one = await sent(club.id, 'association', (personId) => named(personId, club.name))
    const other = await team.opened()
    for (const submitted of [() => submit(revokeReferral, { personId: other.personId, referralId: one.id }), () => submit(noteReferralAnswer, { personId: other.personId, referralId: one.id, verdict: 'accepted', words: '' })]) expect((await as(team.sender, submitted)).redirectedTo).toBeNull()
    expect(await owner().referralStep.count({ where: { referralId: one.id } })).toBe(0)
    await as(team.sender, () => submit(noteReferralAnswer, { personId: one.personId, referralId: one.id, verdict: 'accepted', words: '' }))
    await as(team.sender, () => submit(revokeReferral, { personId: one.personId, referralId: one.id }))
    expect((await owner().auditEvent.findMany({ where: { personId: one.personId, kind: 'CHANGE' }, orderBy: { at: 'asc' }, select: { action: true, details: true } })).map(({ action, details }) => [action, details])).toEqual(['referral.accepted', 'referral.revoked'].map((action) => [action, expect.objectContaining({ referral: one.id })]))
  })

  it('and waits for the receiver while it was sent or is accepted, and rests on what holds', async () => {
    const { id, consentId } = await sent()
    const seen = async () => [(await received()).includes(id), (await received(team.other)).includes(id), (await received(team.sender)).includes(id)]
    expect(await seen()).toEqual([true, true, false])
    await answer(id, 'accepted')
    expect(await seen()).toEqual([true, true, false])
    await lapse(consentId)
    expect([await seen(), await answer(id, 'done')]).toEqual([[false, false, false], null])
  })
})

it('is read where the person is: nobody without the right, and nobody out of reach', async () => {
  const { id } = await sent()
  await answer(id, 'accepted')
  const rows = async (by: Actor) => [(await asked(by, `SELECT 1 FROM referral WHERE id = '${id}'`)).length, (await asked(by, `SELECT 1 FROM referral_step WHERE referral_id = '${id}'`)).length]
  expect(await rows(team.sender)).toEqual([1, 1])
  for (const by of [team.near, team.receiver, lead, await staff('MANAGER', { unitId: team.job }), await staff('ADMINISTRATOR'), await staff('DATA_PROTECTION_OFFICER')]) expect([by.roles, await rows(by)]).toEqual([by.roles, [0, 0]])
})

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { myDay } from '@/lib/casework/day/queries'
import { answerReceived, finishReceived, finishReferral, noteReferralAnswer, refer, revokeReferral } from '@/lib/casework/referrals/actions'
import { newReferral, personReferrals } from '@/lib/casework/referrals/queries'
import { receivedReferrals, referralsOn } from '@/lib/casework/referrals/received/queries'
import { withdrawConsent } from '@/lib/consent/register/actions'
import { sharedCard, sharedPeople } from '@/lib/consent/sharing/queries'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { type OneCase, twoUnits } from '../../support/cases'
import { owner } from '../../support/db'

let veterans: string, job: string, sender: Actor, near: Actor, receiver: Actor, other: Actor, lead: Actor, opened: Awaited<ReturnType<typeof twoUnits>>['opened']
const day = today()
const boxes = (name: string, on: string) => ({ [`${name}.day`]: String(Number(on.slice(8))), [`${name}.month`]: String(Number(on.slice(5, 7))), [`${name}.year`]: on.slice(0, 4) })
const form = ({ personId }: OneCase, to: string, more: Record<string, string> = {}) => ({ personId, to, consentId: '', shown: 'contact', how: 'written', why: 'Vil gerne i gang med træning', ...boxes('answerBy', addDays(day, 7)), ...more })
const sent = (one: OneCase, to = `unit:${veterans}`, more: Record<string, string> = {}, by = sender) => as(by, () => submit(refer, form(one, to, more)))
const newest = (personId: string) => owner().referral.findFirstOrThrow({ where: { personId }, orderBy: { sentAt: 'desc' } })
const steps = async (personId: string) => (await owner().referralStep.findMany({ where: { personId }, orderBy: { recordedAt: 'asc' }, select: { step: true, said: true, words: true } })).map(({ step, said, words }) => [step, said, words])
const sees = async (who: Actor, personId: string) => [(await receivedReferrals(who)).some((one) => one.personId === personId), (await sharedPeople(who)).some((one) => one.personId === personId)]
const answer = async (personId: string, verdict: string, words = '', by = receiver) => as(by, async () => submit(answerReceived, { receivedId: (await newest(personId)).id, verdict, words }))
const rows = async (actor: Actor, personId: string) => (await personReferrals(actor, personId, async () => null))?.content?.more ?? null

beforeAll(async () => {
  ;({ veterans, job, sender, near, receiver, other, opened } = await twoUnits())
  lead = await staff('VOLUNTEER_LEAD', { unitId: veterans, name: 'Frida Frivillig' })
})

describe('a referral to another unit', () => {
  it('writes down the consent that was read out, and is seen by that unit alone', async () => {
    const one = await opened({ firstName: 'Henrik', lastName: 'Henvist' })
    expect((await sent(one, `unit:${veterans}`, { how: '' })).state?.fields).toHaveProperty('how')
    expect((await sent(one, `unit:${veterans}`, { how: 'spoken', evidence: 'kort' })).state?.fields).toHaveProperty('evidence')
    expect(await owner().consent.count({ where: { personId: one.personId } })).toBe(0)
    const read = await newReferral(sender, one.personId, { to: { kind: 'unit', id: veterans }, show: ['contact'] }, async () => null)
    expect((await sent(one)).redirectedTo).toBe(`/people/${one.personId}/referrals`)
    expect(await owner().consent.findMany({ where: { personId: one.personId }, select: { purpose: true, fields: true, recipientUnitId: true, wording: true } })).toEqual([{ purpose: 'referral', fields: ['contact'], recipientUnitId: veterans, wording: read?.content?.more.chosen?.wording }])
    expect(await receivedReferrals(receiver)).toMatchObject([{ name: 'Henrik Henvist', why: 'Vil gerne i gang med træning', state: 'sent', by: 'Jonas Jobcenter', unit: { nameDa: 'Jobcentret' } }])
    for (const who of [receiver, other, lead]) expect(await sees(who, one.personId), who.name).toEqual([true, true])
    for (const who of [near, sender]) expect(await sees(who, one.personId), who.name).toEqual([false, false])
    expect((await owner().auditEvent.findMany({ where: { personId: one.personId, kind: 'CHANGE' }, select: { action: true } })).map(({ action }) => action).sort()).toEqual(['consent.given', 'referral.sent'])
    expect((await sent(one)).state?.message).toContain('allerede en henvisning i gang')
  })

  it('rests on a consent that stands, and on no other', async () => {
    const [one, second] = [await opened(), await opened()]
    const give = (personId: string, more: object = {}) => owner().consent.create({ data: { personId, purpose: 'referral', recipientUnitId: veterans, fields: ['needs'], how: 'written', wording: 'Vi må fortælle dem det', givenOn: dayToDb(addDays(day, -40)), expiresOn: dayToDb(addDays(day, 60)), recordedBy: sender.userId, ...more } })
    const wrong = [await give(one.personId, { expiresOn: dayToDb(addDays(day, -1)) }), await give(one.personId, { purpose: 'work' }), await give(one.personId, { recipientUnitId: job }), await give(second.personId)]
    const taken = await give(one.personId)
    await owner().consentWithdrawal.create({ data: { consentId: taken.id, personId: one.personId, withdrawnOn: dayToDb(day), how: 'spoken', recordedBy: sender.userId } })
    for (const { id } of [...wrong, taken]) expect((await sent(one, `unit:${veterans}`, { consentId: id, how: '' })).state?.message).toContain('gælder ikke længere')
    const right = await give(one.personId)
    await sent(one, `unit:${veterans}`, { consentId: right.id, how: '' })
    expect(await newest(one.personId)).toMatchObject({ consentId: right.id, toUnitId: veterans })
  })

  it('accepted and done: the card is open meanwhile, and closed afterwards, though the consent still holds', async () => {
    const one = await opened()
    await sent(one)
    const { consentId, id } = await newest(one.personId)
    expect((await answer(one.personId, 'accepted', 'Vi ringer tirsdag')).redirectedTo).toBe('/shared')
    expect([await referralsOn(receiver, consentId), (await sharedCard(receiver, consentId))?.personId]).toMatchObject([[{ state: 'accepted' }], one.personId])
    expect((await as(receiver, () => submit(finishReceived, { receivedId: id, words: '' }))).state?.fields).toHaveProperty('words')
    await as(receiver, () => submit(finishReceived, { receivedId: id, words: 'Går selv til træning' }))
    expect(await steps(one.personId)).toEqual([['accepted', 'here', 'Vi ringer tirsdag'], ['done', 'here', 'Går selv til træning']])
    expect([await sees(receiver, one.personId), await sharedCard(receiver, consentId)]).toEqual([[false, false], null])
    expect((await rows(sender, one.personId))?.[0]).toMatchObject({ state: 'done', seen: [{ name: 'Vera Veteran', times: 1 }] })
    // Referred again on the same consent, it opens again.
    await sent(one, `unit:${veterans}`, { consentId, how: '' })
    expect(await sees(receiver, one.personId)).toEqual([true, true])
  })

  it('refused says why, is told to the sender, and shows nothing more', async () => {
    const one = await opened()
    await sent(one)
    expect((await answer(one.personId, 'refused')).state?.fields).toHaveProperty('words')
    await answer(one.personId, 'refused', 'Vi har ingen pladser før marts')
    expect(await sees(receiver, one.personId)).toEqual([false, false])
    expect((await myDay(sender, day, null)).news?.filter(({ personId }) => personId === one.personId)).toMatchObject([{ state: 'refused', said: 'here', words: 'Vi har ingen pladser før marts', to: { nameDa: 'Veteranindsatsen' } }])
    expect((await answer(one.personId, 'accepted')).state?.message).toContain('allerede besvaret')
  })

  it('ends at once when the consent is taken back, and when it is revoked', async () => {
    const [one, second] = [await opened(), await opened()]
    for (const each of [one, second]) await sent(each)
    const { consentId } = await newest(one.personId)
    await as(sender, () => submit(withdrawConsent, { personId: one.personId, consentId, how: 'spoken', note: '' }))
    await as(sender, async () => submit(revokeReferral, { personId: second.personId, referralId: (await newest(second.personId)).id }))
    expect([await steps(one.personId), await steps(second.personId)]).toEqual([[['revoked', 'consent', null]], [['revoked', 'told', null]]])
    for (const each of [one, second]) expect(await sees(receiver, each.personId)).toEqual([false, false])
    expect((await answer(one.personId, 'accepted')).state?.message).toContain('allerede besvaret')
  })

  it('is answered once: of two at the same moment one is told', async () => {
    const one = await opened()
    await sent(one)
    const said = await Promise.all([answer(one.personId, 'accepted'), answer(one.personId, 'refused', 'Nej', other), answer(one.personId, 'accepted', '', lead)])
    expect(said.filter(({ redirectedTo }) => redirectedTo === '/shared')).toHaveLength(1)
    expect(await steps(one.personId)).toHaveLength(1)
    const again = await opened()
    await Promise.all([sent(again), sent(again)])
    expect(await owner().referral.count({ where: { personId: again.personId } })).toBe(1)
  })

  it('goes along with its consent when two records become one, and back again', async () => {
    const [one, second] = [await opened(), await opened()]
    await sent(one)
    await answer(one.personId, 'accepted')
    const { id, consentId } = await newest(one.personId)
    for (const { personId } of [second, one]) {
      await owner().consent.update({ where: { id: consentId }, data: { personId } })
      expect(await owner().referral.findUniqueOrThrow({ where: { id }, select: { personId: true, steps: { select: { personId: true } } } })).toEqual({ personId, steps: [{ personId }] })
    }
  })

  it('waits on the first page of whoever answers, and on the sender’s when the day has passed', async () => {
    const one = await opened()
    await sent(one, `unit:${veterans}`, { nextStep: 'Ring og hør', ...boxes('nextOn', addDays(day, 3)) })
    expect((await owner().task.findMany({ where: { personId: one.personId }, select: { text: true, ownerId: true } }))).toEqual([{ text: 'Ring og hør', ownerId: sender.userId }])
    expect((await myDay(receiver, day, null)).referred?.some(({ personId }) => personId === one.personId)).toBe(true)
    const mine = async (on = day) => (await myDay(sender, on, null)).news?.some(({ personId }) => personId === one.personId)
    expect([await mine(), await mine(addDays(day, 8))]).toEqual([false, true])
    expect((await myDay(near, addDays(day, 8), null)).news).toEqual([])
  })
})

describe('what no referral opens', () => {
  it('a protected address: it is not offered, not read out, and not stored', async () => {
    const one = await opened({ protection: 'P1' })
    const read = await newReferral(sender, one.personId, { to: { kind: 'unit', id: veterans }, show: ['contact', 'address'] }, async () => null)
    expect([read?.content?.more.show, read?.content?.more.chosen?.wording.includes('adresse')]).toEqual([['contact'], false])
    expect((await sent(one, `unit:${veterans}`, { shown: 'contact,address' })).state?.message).toContain('beskyttet')
    expect(await owner().consent.count({ where: { personId: one.personId } })).toBe(0)
  })

  it('nothing of somebody shielded, of one’s own family, or once the consent has run out', async () => {
    const one = await opened()
    await sent(one)
    const { consentId } = await newest(one.personId)
    await owner().person.update({ where: { id: one.personId }, data: { protection: 'P3' } })
    expect(await sees(receiver, one.personId)).toEqual([false, false])
    const second = await opened()
    await sent(second)
    await owner().staffRelation.create({ data: { userId: receiver.userId, personId: second.personId, kind: 'SIBLING', fromDay: dayToDb(addDays(day, -1)) } })
    expect([await sees(receiver, second.personId), await sees(other, second.personId)]).toEqual([[false, false], [true, true]])
    expect((await answer(second.personId, 'accepted')).state?.message).toContain('allerede besvaret')
    const third = await opened()
    await sent(third)
    await owner().consent.update({ where: { id: (await newest(third.personId)).consentId }, data: { givenOn: dayToDb(addDays(day, -9)), expiresOn: dayToDb(addDays(day, -1)) } })
    expect(await sees(receiver, third.personId)).toEqual([false, false])
    expect(await sharedCard(receiver, consentId)).toBeNull()
  })

  it('the rows are written by functions alone, and read by whoever has the person', async () => {
    const one = await opened()
    await sent(one)
    const { id, consentId } = await newest(one.personId)
    const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<unknown[]>(sql))
    for (const table of ['referral', 'referral_step']) expect(await asked(receiver, `SELECT 1 FROM ${table}`)).toEqual([])
    await expect(asked(sender, `INSERT INTO referral (person_id, consent_id, to_kind, why, answer_by, sent_by) VALUES ('${one.personId}', '${consentId}', 'unit', 'x', current_date, '${sender.userId}')`)).rejects.toThrow(/permission denied/)
    await expect(asked(sender, `INSERT INTO referral_step (referral_id, person_id, number, step, said, recorded_by) VALUES ('${id}', '${one.personId}', 1, 'accepted', 'here', '${sender.userId}')`)).rejects.toThrow(/permission denied/)
    for (const who of [near, other]) expect(await as(who, () => submit(revokeReferral, { personId: one.personId, referralId: id })), who.name).not.toHaveProperty('redirectedTo', `/people/${one.personId}/referrals`)
    expect((await as(sender, () => submit(noteReferralAnswer, { personId: one.personId, referralId: id, verdict: 'accepted', words: '' }))).state?.message).toContain('allerede besvaret')
    expect(await steps(one.personId)).toEqual([])
    expect((await sent(one, `unit:${veterans}`, {}, near)).redirectedTo).toBeNull()
    // The functions ask the same, whoever calls them: somebody of the same unit who has not the person sends nothing and takes nothing back.
    expect(await asked(near, `SELECT access.answer_referral('${id}', 'revoked', NULL) AS answered`)).toEqual([{ answered: null }])
    await asked(sender, `SELECT access.answer_referral('${id}', 'revoked', NULL)`)
    expect(await asked(near, `SELECT said FROM access.send_referral('${one.personId}', '${consentId}', 'unit', '${veterans}', 'Vil gerne', NULL, current_date)`)).toEqual([{ said: 'gone' }])
    expect(await steps(one.personId)).toEqual([['revoked', 'told', null]])
  })

  it('a consent that is taken back adds nothing to what is over', async () => {
    const one = await opened()
    await sent(one)
    await answer(one.personId, 'refused', 'Ingen pladser')
    await as(sender, async () => submit(withdrawConsent, { personId: one.personId, consentId: (await newest(one.personId)).consentId, how: 'spoken', note: '' }))
    expect(await steps(one.personId)).toEqual([['refused', 'here', 'Ingen pladser']])
  })
})

describe('a referral to a receiver without access', () => {
  const agreed = async (more: object = {}, to = addDays(day, 90)) => {
    const { id, name } = await owner().association.create({ data: { name: `Løbeklubben ${randomUUID().slice(0, 6)}`, kind: 'sport', areas: [], createdBy: lead.userId, ...more } })
    await owner().partnership.create({ data: { associationId: id, number: 1, fromDay: dayToDb(addDays(day, -200)), toDay: dayToDb(to), responsibilities: 'Tager imod', recordedBy: lead.userId } })
    return { id, name }
  }

  it('an association with an agreement that holds: its answer is written down by whoever has the person', async () => {
    const [one, running, over, closed] = [await opened(), await agreed(), await agreed({}, addDays(day, -1)), await agreed({ closedOn: dayToDb(day) })]
    for (const { id } of [over, closed]) expect((await sent(one, `association:${id}`)).redirectedTo).toBeNull()
    await sent(one, `association:${running.id}`)
    expect((await rows(sender, one.personId))?.[0]).toMatchObject({ kind: 'association', to: { nameDa: running.name }, state: 'sent', fields: ['contact'] })
    const { id } = await newest(one.personId)
    const told = (verdict: string, words = '') => as(sender, () => submit(noteReferralAnswer, { personId: one.personId, referralId: id, verdict, words }))
    expect((await told('refused')).state?.fields).toHaveProperty('words')
    // Not through the door of a unit it was sent to: the form is theirs, and says who answered.
    expect((await answer(one.personId, 'accepted', '', sender)).state?.message).toContain('allerede besvaret')
    await told('accepted')
    expect((await as(sender, () => submit(finishReceived, { receivedId: id, words: 'Er blevet medlem' }))).state?.message).toContain('allerede besvaret')
    await as(sender, () => submit(finishReferral, { personId: one.personId, referralId: id, words: 'Er blevet medlem' }))
    expect(await steps(one.personId)).toEqual([['accepted', 'told', null], ['done', 'told', 'Er blevet medlem']])
    // Which associations there are is told to whoever refers; and a consent to one of them is none to another.
    const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<unknown[]>(sql))
    const names = (actor: Actor) => asked(actor, `SELECT id FROM access.referable_associations() WHERE id = '${running.id}'`)
    expect([await names(sender), await names(lead)]).toEqual([[{ id: running.id }], []])
    const another = await agreed()
    const { consentId } = await newest(one.personId)
    expect(await asked(sender, `SELECT said FROM access.send_referral('${one.personId}', '${consentId}', 'association', '${another.id}', 'Vil gerne', NULL, current_date)`)).toEqual([{ said: 'consent' }])
    // Nor to the same when its agreement no longer holds.
    await owner().partnership.updateMany({ where: { associationId: running.id }, data: { toDay: dayToDb(addDays(day, -1)) } })
    expect(await asked(sender, `SELECT said FROM access.send_referral('${one.personId}', '${consentId}', 'association', '${running.id}', 'Vil gerne', NULL, current_date)`)).toEqual([{ said: 'consent' }])
  })

  it('an offer that is published, with the consent to the partner behind it', async () => {
    const partner = await owner().partner.create({ data: { code: randomUUID(), name: 'Veteranhuset', provider: 'ASSOCIATION', descriptionDa: 'x', descriptionEn: 'x' } })
    const offer = async (more: object) => (await owner().offer.create({ data: { code: randomUUID(), titleDa: 'Cykelhold', titleEn: 'Cycling', summaryDa: 'x', summaryEn: 'x', audience: [], needs: [], publishedFrom: dayToDb(addDays(day, -9)), ...more } })).id
    const [one, open, gone] = [await opened(), await offer({ partnerId: partner.id }), await offer({ partnerId: partner.id, publishedTo: dayToDb(addDays(day, -1)) })]
    expect((await sent(one, `offer:${gone}`)).redirectedTo).toBeNull()
    await sent(one, `offer:${open}`)
    expect(await owner().consent.findFirst({ where: { personId: one.personId }, select: { partnerId: true, wording: true } })).toMatchObject({ partnerId: partner.id, wording: expect.stringContaining('Veteranhuset') })
    expect((await rows(sender, one.personId))?.[0]).toMatchObject({ to: { nameDa: 'Cykelhold', partner: 'Veteranhuset' } })
  })
})

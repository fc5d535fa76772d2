import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { closeCase } from '@/lib/casework/cases/actions'
import { personCases } from '@/lib/casework/cases/queries'
import { myDay } from '@/lib/casework/day/queries'
import { acceptTransfer, askTransfer, refuseTransfer, revokeTransfer } from '@/lib/casework/sharing/actions'
import { withdrawConsent } from '@/lib/consent/register/actions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, submit } from '../../support/as'
import { owner } from '../../support/db'
import { type OneCase, twoUnits } from '../../support/cases'

type Ground = Awaited<ReturnType<typeof twoUnits>>
let job: string, veterans: string, sender: Actor, near: Actor, receiver: Actor, other: Actor, opened: Ground['opened'], consent: Ground['consent']
const day = today()
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const cases = async (actor: Actor, personId: string) => (await personCases(actor, personId, async () => null))?.content?.more.cases ?? null
const offer = (one: OneCase, to: string, more: Record<string, string> = {}, by = sender) => as(by, () => submit(askTransfer, { ...one, to, message: 'Kan I tage over fra nytår?', ...more }))
const offeredCases = async (who: Actor) => (await myDay(who, day, null)).offered ?? []
const waiting = async (caseId: string) => (await owner().caseTransfer.findFirstOrThrow({ where: { caseId }, orderBy: { askedAt: 'desc' } })).id
const accept = (transferId: string, by = receiver) => as(by, () => submit(acceptTransfer, { transferId }))

beforeAll(async () => {
  ;({ job, veterans, sender, near, receiver, other, opened, consent } = await twoUnits())
})

describe('a case that is handed over', () => {
  it('to another unit asks for the person’s consent, which is written down in the same step', async () => {
    const one = await opened()
    expect((await offer(one, `user:${receiver.userId}`)).state?.fields).toHaveProperty('how')
    expect((await offer(one, `user:${receiver.userId}`, { how: 'spoken', evidence: 'kort' })).state?.fields).toHaveProperty('evidence')
    expect(await owner().consent.count({ where: { personId: one.personId } })).toBe(0)
    expect((await offer(one, `user:${receiver.userId}`, { how: 'spoken', evidence: 'I samtalen i dag, hustruen var med' })).redirectedTo).toBe(`/people/${one.personId}/cases`)
    expect(await owner().consent.findMany({ where: { personId: one.personId }, select: { recipientUnitId: true, fields: true, how: true } })).toEqual([{ recipientUnitId: veterans, fields: ['case'], how: 'spoken' }])
    expect((await owner().auditEvent.findMany({ where: { personId: one.personId, kind: 'CHANGE' }, select: { action: true } })).map(({ action }) => action).sort()).toEqual(['case.offered', 'consent.given'])
  })

  it('is seen by whom it waits for, by name and message, and opens nothing before it is taken', async () => {
    const one = await opened()
    await consent(one.personId)
    await offer(one, `user:${receiver.userId}`)
    expect((await offeredCases(receiver)).filter(({ personId }) => personId === one.personId)).toMatchObject([{ kind: 'employment', about: 'Praktik', message: 'Kan I tage over fra nytår?', by: 'Jonas Jobcenter', unit: { nameDa: 'Jobcentret' }, forMe: true }])
    for (const who of [other, near, sender]) expect((await offeredCases(who)).some(({ personId }) => personId === one.personId), who.name).toBe(false)
    expect(await cases(receiver, one.personId)).toBeNull()
    expect((await accept(await waiting(one.caseId), other)).state?.message).toContain('besvaret')
    expect((await accept(await waiting(one.caseId))).redirectedTo).toBe(`/people/${one.personId}/cases`)
    expect(await cases(receiver, one.personId)).toMatchObject([{ unit: { nameDa: 'Veteranindsatsen' }, mine: true, transfer: { answer: 'accepted' } }])
    // The sender reads along for the rest of the day, and no longer.
    expect((await owner().assignment.findFirstOrThrow({ where: { caseId: one.caseId, userId: sender.userId } })).toDay).toEqual(dayToDb(day))
    expect((await cases(receiver, one.personId))?.[0]?.people.find(({ to }) => to === null)?.name).toBe('Vera Veteran')
  })

  it('is not offered to oneself', async () => {
    const one = await opened()
    expect((await offer(one, `user:${sender.userId}`)).state?.fields).toHaveProperty('to')
    expect(await owner().caseTransfer.count({ where: { caseId: one.caseId } })).toBe(0)
  })

  it('waits for a whole unit until one of them takes it; the second finds it taken', async () => {
    const one = await opened()
    await consent(one.personId)
    await offer(one, `unit:${veterans}`)
    const answers = await Promise.all([accept(await waiting(one.caseId)), accept(await waiting(one.caseId), other)])
    expect(answers.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
    expect(await owner().assignment.count({ where: { caseId: one.caseId, caseRole: 'coordinator', toDay: null } })).toBe(1)
  })

  it('is refused with a reason the sender reads, or taken back; then it can be offered anew', async () => {
    const one = await opened()
    await consent(one.personId)
    await offer(one, `user:${receiver.userId}`)
    expect((await offer(one, `user:${other.userId}`)).state?.message).toContain('allerede tilbudt')
    const transferId = await waiting(one.caseId)
    expect((await as(receiver, () => submit(refuseTransfer, { transferId, words: ' ' }))).state?.fields).toHaveProperty('words')
    await as(receiver, () => submit(refuseTransfer, { transferId, words: 'Vi er tre mand nede til marts' }))
    expect((await cases(sender, one.personId))?.[0]?.transfer).toMatchObject({ answer: 'refused', words: 'Vi er tre mand nede til marts', answeredBy: 'Vera Veteran' })
    expect((await offer(one, `user:${other.userId}`)).redirectedTo).toBeDefined()
    expect((await as(receiver, () => submit(revokeTransfer, { personId: one.personId, transferId: randomUUID() }))).state?.message).toContain('besvaret')
    await as(sender, async () => submit(revokeTransfer, { personId: one.personId, transferId: await waiting(one.caseId) }))
    expect((await accept(await waiting(one.caseId), other)).state?.message).toContain('besvaret')
    expect(await cases(other, one.personId)).toBeNull()
  })

  it('within the unit asks for no consent', async () => {
    const one = await opened()
    expect((await offer(one, `user:${near.userId}`)).redirectedTo).toBeDefined()
    expect((await accept(await waiting(one.caseId), near)).redirectedTo).toBeDefined()
    expect(await cases(near, one.personId)).toHaveLength(1)
  })

  it('goes nowhere when the consent is taken back or has run out, when the case is closed, and to the person’s own family', async () => {
    const gone = async (change: (one: OneCase, id: string) => Promise<unknown>) => {
      const one = await opened()
      const { id } = await consent(one.personId)
      await offer(one, `user:${receiver.userId}`)
      await change(one, id)
      expect((await offeredCases(receiver)).some(({ personId }) => personId === one.personId)).toBe(false)
      expect((await accept(await waiting(one.caseId))).state?.message).toContain('besvaret')
    }
    await gone(({ personId }, consentId) => as(sender, () => submit(withdrawConsent, { personId, consentId, how: 'spoken', note: '' })))
    await gone((_, id) => owner().consent.update({ where: { id }, data: { expiresOn: dayToDb(addDays(day, -1)) } }))
    await gone(({ personId, caseId }) => as(sender, () => submit(closeCase, { personId, caseId, number: '1', outcome: 'goal', months: '0', weeks: '4' })))
    await gone(({ personId }) => owner().staffRelation.create({ data: { userId: receiver.userId, personId, kind: 'brother', fromDay: new Date('2026-01-01') } }))
    await gone(({ personId }) => owner().person.update({ where: { id: personId }, data: { protection: 'P3' } }))
  })

  it('is offered by whoever has it and nobody else, and the database asks for the consent again', async () => {
    const one = await opened()
    await owner().assignment.create({ data: { personId: one.personId, userId: near.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    expect((await offer(one, `user:${near.userId}`, {}, near)).state?.message).toContain('Kun den, der har sagen')
    const insert = (by: Actor, to: string, from = job) => `INSERT INTO case_transfer (case_id, person_id, from_unit_id, to_unit_id, message, asked_by) VALUES ('${one.caseId}', '${one.personId}', '${from}', '${to}', 'x', '${by.userId}')`
    for (const [by, sql] of [[sender, insert(sender, veterans)], [sender, insert(sender, veterans, veterans)], [sender, insert(near, job)], [near, insert(near, job)], [receiver, insert(receiver, job)]] as const) await expect(asked(by, sql), sql).rejects.toThrow(/row-level security/)
    await consent(one.personId)
    await asked(sender, insert(sender, veterans))
    await expect(asked(sender, "UPDATE case_transfer SET answer = 'accepted'")).rejects.toThrow(/permission denied/)
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { cookies } from 'next/headers'
import { logContact } from '@/lib/casework/contacts/actions'
import { answerScreening } from '@/lib/casework/screening/actions'
import { personScreenings } from '@/lib/casework/screening/queries'
import { outcomeOf } from '@/lib/casework/screening/rules'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { flashOf } from '@/lib/platform/flash-words'
import { SCREENING_GUIDES } from '@/prisma/reference/screening-guides'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { planned, sends } from '../../support/plans'

const read = async (actor: Actor, personId: string) => (await personScreenings(actor, personId, async () => null))?.content?.more ?? null
const ask = (actor: Actor, personId: string, given: Record<string, string>, version = '1') => as(actor, () => submit(answerScreening, { personId, version, ...Object.fromEntries(Object.entries(given).map(([code, answer]) => [`answer.${code}`, answer])) }))
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const leads = { deployed: 'yes', sleep: 'yes', guard: 'yes' }
let helper: string

beforeAll(async () => {
  await owner().screeningGuide.createMany({ data: SCREENING_GUIDES.map((guide) => ({ ...guide, validFrom: new Date(guide.validFrom) })), skipDuplicates: true })
  const found = await owner().unit.findFirst({ where: { code: 'veteran' } })
  helper = (found ?? (await owner().unit.create({ data: { code: 'veteran', nameDa: 'Veteranindsatsen', nameEn: 'Veterans' } }))).id
})

describe('the screening guide', () => {
  it('keeps every answer, says what led to the finding, and asked again is another time', async () => {
    const { id, caseworker } = await planned()
    expect((await ask(caseworker, id, { ...leads, anger: 'no' })).redirectedTo).toContain('/screening')
    await ask(caseworker, id, { deployed: 'no' })
    const found = await read(caseworker, id)
    expect(found?.done.map(({ by, given }) => [by, Object.keys(given).length])).toEqual([['Jonas Jobcenter', 9], ['Jonas Jobcenter', 9]])
    const findings = found?.done.map(({ given }) => outcomeOf(found.guide!, given)).map(({ finding, led }) => [finding, led.map(({ code }) => code)])
    expect(findings).toEqual([['nothing', []], ['propose', ['deployed', 'sleep', 'guard']]])
    expect(found?.done[1]?.given).toMatchObject({ anger: 'no', work: 'not-asked' })
  })

  it('is counted with the version it was asked from, and asks the newest that has begun', async () => {
    const { id, caseworker } = await planned()
    await ask(caseworker, id, leads)
    const questions = [{ code: 'deployed', weight: 9, needed: true, da: 'Ny?', en: 'New?', daHelp: null, enHelp: null }]
    await owner().screeningGuide.createMany({ data: [{ version: 2, validFrom: dayToDb(today()), threshold: 1, questions }, { version: 3, validFrom: dayToDb(addDays(today(), 1)), threshold: 1, questions }] })
    const found = await read(caseworker, id)
    expect([found?.guide?.version, found?.guides.find(({ version }) => version === found.done[0]?.version)?.questions.length]).toEqual([2, 9])
    await owner().screeningGuide.deleteMany({ where: { version: { gt: 1 } } })
  })

  it('proposes the unit, knows a consent that holds and a case of one’s own, and that one works there', async () => {
    const { id, caseworker } = await planned()
    expect((await read(caseworker, id))?.helper).toMatchObject({ id: helper, own: false, consent: null })
    const expiresOn = addDays(today(), 30)
    const { id: consent } = await owner().consent.create({ data: { personId: id, purpose: 'coordination', recipientUnitId: helper, fields: ['case'], how: 'written', wording: 'Vi må fortælle dem om din sag', givenOn: dayToDb(addDays(today(), -2)), expiresOn: dayToDb(expiresOn), recordedBy: caseworker.userId } })
    expect((await read(caseworker, id))?.helper?.consent).toBe(expiresOn)
    await owner().consentWithdrawal.create({ data: { consentId: consent, personId: id, how: 'spoken', withdrawnOn: dayToDb(today()), recordedBy: caseworker.userId } })
    expect((await read(caseworker, id))?.helper?.consent).toBeNull()
    const mine = await staff('VETERAN_COORDINATOR', { unitId: helper })
    expect((await read(mine, (await veteran()).id))?.helper?.own).toBe(true)
  })

  it('takes no form with nothing answered, no version that is not there, and answers to no question it does not have', async () => {
    const { id, caseworker } = await planned()
    expect(Object.keys((await ask(caseworker, id, { deployed: 'not-asked' })).state?.fields ?? {})).toEqual(['answer.deployed'])
    expect((await ask(caseworker, id, leads, '77')).state?.message).toContain('findes ikke')
    await ask(caseworker, id, { ...leads, madeup: 'yes' })
    expect(await owner().screeningAnswer.count({ where: { personId: id, question: 'madeup' } })).toBe(0)
  })

  it('is that of those who have the person; behind emergency access it is read and not written', async () => {
    const { id, caseworker, stranger } = await planned()
    await ask(caseworker, id, leads)
    expect(await read(stranger, id)).toBeNull()
    expect((await ask(stranger, id, leads)).state?.message).toBe((await ask(stranger, randomUUID(), leads)).state?.message)
    await owner().breakGlass.create({ data: { userId: stranger.userId, personId: id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    expect((await read(stranger, id))?.done).toHaveLength(1)
    expect((await ask(stranger, id, leads)).state?.message).toContain('nødadgang')
    await expect(asked(stranger, `INSERT INTO screening (person_id, version, recorded_by) VALUES ('${id}', 1, '${stranger.userId}')`)).rejects.toThrow(/row-level security/)
  })

  it('is changed by nobody, written in nobody else’s name, and gets no answer afterwards', async () => {
    const [one, two] = [await planned(), await planned()]
    const { caseworker: c, id } = one
    await owner().assignment.create({ data: { personId: two.id, userId: c.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    await owner().assignment.create({ data: { personId: id, userId: two.caseworker.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    await ask(c, id, leads)
    const { id: screening } = await owner().screening.findFirstOrThrow({ where: { personId: id } })
    const answer = (person: string, question = 'more') => `INSERT INTO screening_answer (screening_id, person_id, question, answer) VALUES ('${screening}', '${person}', '${question}', 'yes')`
    for (const sql of [`UPDATE screening_answer SET answer = 'no' WHERE screening_id = '${screening}'`, `DELETE FROM screening WHERE id = '${screening}'`, `INSERT INTO screening (person_id, version, recorded_by) VALUES ('${id}', 1, '${one.stranger.userId}')`, answer(two.id)]) await expect(asked(c, sql), sql).rejects.toThrow(/permission denied|row-level security/)
    await expect(asked(c, answer(id, 'anger'))).rejects.toThrow(/unique|duplicate/i)
    await expect(asked(two.caseworker, answer(id))).rejects.toThrow(/row-level security/)
  })

  it('is offered where a talk was just logged with somebody whose deployment nobody knows of', async () => {
    const { id, caseworker } = await planned()
    const { id: known } = await veteran()
    await owner().assignment.create({ data: { personId: known, userId: caseworker.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    const offered = async (personId: string, more: Record<string, string | string[]> = {}) => {
      await as(caseworker, () => submit(logContact, { personId, outcome: 'reached', kind: 'phone', ...sends('happenedOn', addDays(today(), -1)), at: '10:30', 'note.general': 'Sover ikke', back: '/', ...more }))
      return flashOf((await cookies()).get('indgang-flash')?.value ?? null)
    }
    expect(await offered(id)).toEqual({ text: 'Kontakten er gemt.', link: { href: `/people/${id}/screening`, label: 'Tyder noget på en udsendelse? Åbn spørgeguiden' } })
    for (const none of [await offered(known), await offered(id, { outcome: 'tried' }), await offered(id, { alsoPersonId: [known] })]) expect(none).toEqual({ text: 'Kontakten er gemt.', link: null })
  })

  it('goes with the person into a merge and back', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const [kept, merged] = [await veteran({ lastName: 'Spurgt' }), await veteran({ lastName: 'Spurgt' })]
    await ask(coordinator, merged.id, leads)
    const db = (run: string) => transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$queryRawUnsafe<{ answer: { id?: string } }[]>(run))
    const [made] = await db(`SELECT access.merge_people('${kept.id}', '${merged.id}', '{}', false, false) AS answer`)
    const counts = async (id: string) => (await read(coordinator, id))?.done.map(({ given }) => Object.keys(given).length)
    expect(await counts(kept.id)).toEqual([9])
    await db(`SELECT access.undo_merge('${made?.answer.id}') AS answer`)
    expect([await counts(kept.id), await counts(merged.id)]).toEqual([[], [9]])
  })
})

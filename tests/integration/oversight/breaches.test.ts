import { describe, expect, it } from 'vitest'
import { breachText } from '@/components/oversight/breaches/breach-text'
import type { Actor } from '@/lib/access/permissions'
import { assessBreach, authorityTold, closeBreach, peopleTold, reportBreach } from '@/lib/oversight/breaches/actions'
import { breach, breaches, selectionFacts } from '@/lib/oversight/breaches/queries'
import { readFilter } from '@/lib/access/trail/rules'
import { transaction } from '@/lib/platform/db'
import { now, today } from '@/lib/platform/clock'
import { addDays, type Day, momentAt } from '@/lib/platform/day'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

const boxes = (name: string, day: Day, time: string) => { const [year = '', month = '', date = ''] = day.split('-'); return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: date, [`${name}Time`]: time } }
const facts = (daysAgo: number, more: Record<string, string | string[]> = {}) => ({ title: 'Tabt telefon', happened: 'En telefon blev glemt i toget med kalenderen åben.', kinds: ['confidentiality', 'availability'], dataKinds: 'Navne', people: '3', ...boxes('foundAt', addDays(today(), -daysAgo), '00:05'), ...boxes('awareAt', addDays(today(), -daysAgo), '00:10'), ...more })
const act = (who: Actor, action: Parameters<typeof submit>[0], breachId: string, values: Record<string, string>) => as(who, async () => submit(action, { breachId, version: String((await owner().breach.findUniqueOrThrow({ where: { id: breachId } })).version), ...values }))
const assessment = { riskReason: 'Telefonen var ulåst i flere timer', consequences: 'Andre kan have set aftaler', measures: 'Slettet på afstand', people: '3' }

describe('a breach', () => {
  it('is told by anybody, kept by the officer, and goes through the steps its risk asks for', async () => {
    const [caseworker, officer] = [await staff('CASEWORKER'), await staff('DATA_PROTECTION_OFFICER')]
    expect((await as(caseworker, () => submit(reportBreach, facts(1, { people: 'mange' })))).state?.fields).toHaveProperty('people')
    expect((await as(caseworker, () => submit(reportBreach, facts(1, boxes('foundAt', today(), '00:20'))))).state?.fields).toHaveProperty('awareAt')
    expect((await as(caseworker, () => submit(reportBreach, facts(1)))).redirectedTo).toBe('/protection')
    const [row] = await breaches(officer)
    const id = row?.id ?? ''
    await expect(breach(caseworker, id)).rejects.toThrow()
    expect((await act(caseworker, assessBreach, id, { risk: 'NONE', ...assessment })).state?.ok).toBeUndefined()
    expect((await act(officer, closeBreach, id, { learned: 'Telefoner låser nu selv' })).state?.message).toContain('ikke lukkes')
    expect((await act(officer, assessBreach, id, { risk: 'HIGH', ...assessment })).state?.ok).toBe(true)
    expect((await act(officer, authorityTold, id, boxes('toldAt', today(), '00:00'))).state?.ok).toBe(true)
    expect((await act(officer, closeBreach, id, { learned: 'Telefoner låser nu selv' })).state?.message).toContain('ikke lukkes')
    expect((await act(officer, peopleTold, id, { how: 'Ringet op alle tre' })).state?.ok).toBe(true)
    expect((await act(officer, closeBreach, id, { learned: 'Telefoner låser nu selv' })).state?.ok).toBe(true)
    expect((await act(officer, assessBreach, id, { risk: 'NONE', ...assessment })).state?.ok).toBeUndefined()
    await expect(transaction({ role: 'app', token: officer.token }, (tx) => tx.$executeRaw`UPDATE breach SET title = 'Intet' WHERE id = ${id}::uuid`)).rejects.toThrow()
    await expect(transaction({ role: 'app', token: officer.token }, (tx) => tx.$executeRaw`DELETE FROM breach`)).rejects.toThrow()
  })

  it('told after 72 hours says why, in the form and in the database', async () => {
    const officer = await staff('DATA_PROTECTION_OFFICER')
    const id = (await as(officer, () => submit(reportBreach, facts(5)))).redirectedTo?.split('/').at(-1) ?? ''
    await act(officer, assessBreach, id, { risk: 'RISK', ...assessment })
    expect((await act(officer, authorityTold, id, boxes('toldAt', addDays(today(), -6), '12:00'))).state?.fields).toHaveProperty('toldAt')
    const late = boxes('toldAt', addDays(today(), -1), '12:00')
    expect((await act(officer, authorityTold, id, late)).state?.fields).toHaveProperty('lateReason')
    await expect(owner().breach.update({ where: { id }, data: { authorityToldAt: now() } })).rejects.toThrow()
    expect((await act(officer, authorityTold, id, { ...late, lateReason: 'Omfanget var ikke kendt før i går' })).state?.ok).toBe(true)
    const found = await breach(officer, id)
    const text = found ? breachText(found.breach, found.municipality, translatorFor('da', 'oversight.breach'), 'da') : ''
    for (const word of ['Tabt', 'telefon', 'Slettet på afstand', 'Omfanget var ikke kendt', 'Nogen har set noget']) expect(text + found?.breach.title).toContain(word)
    expect(text).not.toContain('undefined')
  })

  it('begun from a selection of the log has its numbers and its people', async () => {
    const [officer, nosy] = [await staff('DATA_PROTECTION_OFFICER'), await staff('VETERAN_COORDINATOR', { name: 'Nysgerrig Nielsen' })]
    const people = await Promise.all(Array.from({ length: 4 }, () => veteran()))
    for (const one of people.slice(0, 3)) await owner().auditEvent.create({ data: { kind: 'VIEW', action: 'person.viewed', personId: one.id, actorUserId: nosy.userId } })
    await owner().auditEvent.create({ data: { kind: 'LIST', action: 'person.search', actorUserId: nosy.userId, subjects: { create: [people[2], people[3]].map((one) => ({ personId: one?.id ?? '' })) } } })
    await owner().auditEvent.create({ data: { kind: 'VIEW', action: 'person.viewed', personId: people[0]?.id, actorUserId: nosy.userId, at: momentAt(addDays(today(), -30), 12) } })
    const selection = `user=${nosy.userId}&from=${addDays(today(), -1)}`
    const seen = await selectionFacts(officer, readFilter(Object.fromEntries(new URLSearchParams(selection))))
    expect([seen.events, seen.people, seen.users]).toEqual([4, 4, ['Nysgerrig Nielsen']])
    const id = (await as(officer, () => submit(reportBreach, facts(1, { selection })))).redirectedTo?.split('/').at(-1) ?? ''
    expect((await breach(officer, id))?.subjects.sort()).toEqual(people.map((one) => one.id).sort())
    await as(nosy, () => submit(reportBreach, facts(1, { selection, title: 'Udenom' })))
    expect(await owner().breachSubject.count()).toBe(4)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { reportDocument } from '@/components/oversight/report-document'
import { record } from '@/lib/audit/record'
import type { Actor } from '@/lib/access/permissions'
import { findSubject } from '@/lib/oversight/lookups/actions'
import { lookupReport } from '@/lib/oversight/lookups/queries'
import { LOOKUP_KINDS, type LookupKind } from '@/lib/oversight/lookups/rules'
import { transaction } from '@/lib/platform/db'
import { renderReport } from '@/lib/platform/documents/report'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'
import { giveCpr } from '../../support/letter-run'
import { randomFrom } from '../../support/random'

const PEOPLE = 500
const random = randomFrom(2026)
type Truth = { kind: LookupKind; work: string; direct: boolean }
const truth = new Map<string, Truth[]>()
let officer: Actor
let people: string[] = []

const address = (id: string, from: string | null = null, to: string | null = null) => ({ person: id, from, to }) as Parameters<typeof lookupReport>[1]
const asStaff = (actor: Actor, entry: Parameters<typeof record>[1]) => transaction({ role: 'app', token: actor.token }, (tx) => record(tx, entry))
const key = ({ kind, work, direct }: Truth) => `${kind} ${work} ${direct}`

beforeAll(async () => {
  officer = await staff('DATA_PROTECTION_OFFICER')
  people = Array.from({ length: PEOPLE }, () => '')
  for (let at = 0; at < PEOPLE; at++) people[at] = (await person(random.chance(0.8) ? 'VETERAN' : 'RELATIVE', {}, { address: null })).id
  for (const id of people) truth.set(id, [])
  const users = [await staff('VETERAN_COORDINATOR', { name: 'Snushane Hansen' }), await staff('CASEWORKER', { name: 'Gitte Kollega' })]
  const note = (id: string, entry: Truth) => truth.get(id)?.push(entry)
  for (let n = 0; n < 2500; n++) {
    const actor = random.pick(users)
    const who = random.pick(people)
    const what = random.int(6)
    if (what === 0) { await asStaff(actor, { kind: 'VIEW', action: 'person.viewed', personId: who, purpose: 'Naboen Ib Jensen ringede' }); note(who, { kind: 'VIEW', work: 'person', direct: true }) }
    else if (what === 1) { await asStaff(actor, { kind: 'CHANGE', action: 'attempt.logged', personId: who }); note(who, { kind: 'CHANGE', work: 'attempt', direct: true }) }
    else if (what === 2) await asStaff(actor, { kind: 'DENIED', action: 'access.denied', personId: who })
    else if (what === 3) await transaction({ role: 'worker' }, (tx) => record(tx, { kind: 'MACHINE', action: 'letter.sent', personId: who }))
    else {
      const list = [...new Set(Array.from({ length: 1 + random.int(12) }, () => random.pick(people)))]
      const disclosed = random.chance(0.3)
      // Whoever is both the subject and in the list was looked at once.
      await asStaff(actor, { kind: disclosed ? 'DISCLOSURE' : 'LIST', action: disclosed ? 'outreach.exported' : 'outreach.listed', people: list, ...(random.chance(0.1) ? { personId: list[0] } : {}) })
      const direct = (await owner().auditEvent.findFirstOrThrow({ orderBy: { seq: 'desc' } })).personId
      for (const id of list) note(id, { kind: disclosed ? 'DISCLOSURE' : 'LIST', work: 'outreach', direct: id === direct })
    }
  }
}, 120_000)

const born = (day: number, month: number, year: number) => ({ 'born.day': String(day), 'born.month': String(month), 'born.year': String(year) })

describe('the report a citizen gets', () => {
  it('is exactly what happened, for five hundred people: nothing missing, nothing extra', async () => {
    for (const id of people) {
      const report = await lookupReport(officer, address(id), 'screen')
      expect(report?.lookups.map(key).sort(), id).toEqual(truth.get(id)?.map(key).sort())
      expect(report?.lookups.every((one) => LOOKUP_KINDS.includes(one.kind))).toBe(true)
      truth.get(id)?.push({ kind: 'VIEW', work: 'audit', direct: true })
    }
  }, 120_000)

  it('leaves as a file only with a fresh proof; the screen asks for none', async () => {
    const [late, { id }] = [await staff('DATA_PROTECTION_OFFICER'), await veteran()]
    await owner().$executeRaw`UPDATE session SET proved_at = now() - interval '301 seconds' WHERE id = ${late.sessionId}::uuid`
    expect(await lookupReport(late, address(id), 'screen')).not.toBeNull()
    for (const as of ['pdf', 'csv'] as const) await expect(lookupReport(late, address(id), as)).rejects.toMatchObject({ digest: expect.stringContaining('/prove') as string })
    expect(await owner().auditEvent.count({ where: { personId: id, action: 'audit.report-made' } })).toBe(0)
  })

  it('has no names of staff, nobody else, and not what staff wrote', async () => {
    const id = people.find((one) => truth.get(one)?.some((entry) => entry.work === 'person')) ?? ''
    const report = await lookupReport(officer, address(id), 'pdf')
    const [t, role] = [translatorFor('da', 'oversight.report'), translatorFor('da', 'frame.roles')]
    const document = reportDocument(report?.lookups ?? [], { address: address(id), municipality: 'Test Kommune', locale: 'da', now: new Date('2027-03-28T21:30:00Z'), t, role })
    const text = JSON.stringify(document)
    for (const word of ['Snushane', 'Kollega', 'Ib Jensen', 'oversight.', 'undefined', ...people.filter((one) => one !== id)]) expect(text).not.toContain(word)
    expect(text).toContain('Veterankoordinator')
    const pdf = Buffer.from(renderReport(document)).toString('latin1')
    expect([pdf.slice(0, 5), pdf.includes('pdfuaid')]).toEqual(['%PDF-', true])
  })

  it('keeps to its days as Danish days, and 29 February is one', async () => {
    const who = await veteran()
    for (const at of ['2028-02-28T22:59:00Z', '2028-02-28T23:01:00Z', '2028-02-29T22:59:00Z', '2028-02-29T23:01:00Z'])
      await owner().auditEvent.create({ data: { kind: 'VIEW', action: 'person.viewed', personId: who.id, at: new Date(at) } })
    const found = await lookupReport(officer, address(who.id, '2028-02-29', '2028-02-29'), 'screen')
    expect(found?.lookups.map((one) => one.at.toISOString())).toEqual(['2028-02-28T23:01:00.000Z', '2028-02-29T22:59:00.000Z'])
  })

  it('follows a merge in both directions, and is itself in the log', async () => {
    const [kept, merged] = [await veteran(), await veteran()]
    await asStaff(await staff('VETERAN_COORDINATOR'), { kind: 'VIEW', action: 'person.viewed', personId: merged.id })
    await owner().person.update({ where: { id: merged.id }, data: { mergedIntoId: kept.id } })
    for (const id of [kept.id, merged.id]) expect((await lookupReport(officer, address(id), 'csv'))?.lookups.map((one) => one.work)).toContain('person')
    expect(await owner().auditEvent.count({ where: { kind: 'DISCLOSURE', action: 'audit.report-made', personId: kept.id } })).toBe(1)
  })
})

describe('whoever asks', () => {
  it('is found by number, or by name and birthday, and the officer learns nothing but that', async () => {
    const who = await veteran({ firstName: 'Åse', lastName: 'Ørsted', birthDate: day('1978-05-21') })
    await giveCpr(owner(), who.id, 4711)
    const number = '6101' + String(70 + (4711 % 20)).padStart(2, '0') + '5711'
    const find = (values: Record<string, string>) => as(officer, () => submit(findSubject, values))
    expect((await find({ cpr: `${number.slice(0, 6)}-${number.slice(6)}` })).redirectedTo).toBe(`/audit/report?person=${who.id}`)
    expect((await find({ name: 'aase oersted', ...born(21, 5, 1978) })).redirectedTo).toBe(`/audit/report?person=${who.id}`)
    expect((await find({ name: 'Åse Ørsted', ...born(22, 5, 1978) })).state?.fields).toHaveProperty('cpr')
    expect((await find({ cpr: '12' })).state).toMatchObject({ fields: { cpr: [expect.stringContaining('ti cifre')] }, values: { cpr: '12' } })
    expect((await find({})).state?.fields).toHaveProperty('cpr')
    await veteran({ firstName: 'Åse', lastName: 'Ørsted', birthDate: day('1978-05-21') })
    expect((await find({ name: 'Åse Ørsted', ...born(21, 5, 1978) })).state?.fields?.cpr?.[0]).toContain('2 i registret')
  })

  it('is not somebody of the officer’s own family, and is found by nobody but the officer', async () => {
    const who = await veteran({ firstName: 'Egen', lastName: 'Slægtning', birthDate: day('1970-01-01') })
    const relative = await staff('DATA_PROTECTION_OFFICER')
    await owner().staffRelation.create({ data: { userId: relative.userId, personId: who.id, kind: 'SIBLING', fromDay: day('2020-01-01') } })
    expect(await lookupReport(relative, address(who.id), 'screen')).toBeNull()
    expect((await as(relative, () => submit(findSubject, { name: 'Egen Slægtning', ...born(1, 1, 1970) }))).redirectedTo).toBeNull()
    const manager = await staff('MANAGER')
    await expect(lookupReport(manager, address(who.id), 'screen')).rejects.toThrow()
    const asked = await transaction({ role: 'app', token: manager.token }, (tx) => tx.$queryRaw`SELECT access.same_person(${who.id}::uuid)`)
    expect(asked).toEqual([])
  })
})

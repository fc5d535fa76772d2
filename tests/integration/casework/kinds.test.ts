import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { personCases } from '@/lib/casework/cases/queries'
import { logContact, logNoShow } from '@/lib/casework/contacts/actions'
import { personContacts } from '@/lib/casework/contacts/queries'
import { contactReport } from '@/lib/casework/contacts/report/queries'
import { readReportInput, type ReportInput } from '@/lib/casework/contacts/report/schema'
import { addKind, changeKind, retireKind, reviveKind } from '@/lib/casework/kinds/actions'
import { keptKinds } from '@/lib/casework/kinds/queries'
import { quickLog } from '@/lib/casework/quick-log/queries'
import { withKindWords } from '@/lib/oversight/subject-export/kind-words'
import { personTimeline } from '@/lib/people/timeline/queries'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { addDays } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { nothingElse } from '../../support/nothing-else'

let caseworker: Actor, coordinator: Actor, administrator: Actor
const yesterday = addDays(today(), -1)
const boxes = { 'happenedOn.day': String(Number(yesterday.slice(8))), 'happenedOn.month': String(Number(yesterday.slice(5, 7))), 'happenedOn.year': yesterday.slice(0, 4) }
const log = (personId: string, kind: string, more: Record<string, string> = {}) => as(caseworker, () => submit(logContact, { personId, outcome: 'reached', kind, ...boxes, at: '10:30', 'note.general': 'Kaffe og kort', ...more }))
const read = async (personId: string) => (await personContacts(caseworker, personId, 1, nothingElse))?.content?.more
const mine = async () => {
  const who = await veteran()
  await owner().assignment.create({ data: { personId: who.id, userId: caseworker.userId, reason: 'test', fromDay: day('2026-01-01') } })
  return who.id
}
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const named = (nameDa: string) => owner().contactKind.findFirstOrThrow({ where: { nameDa } })
/** A kind of its own for one test. */
const made = async (nameDa: string, channel = 'meeting') => {
  await as(administrator, () => submit(addKind, { nameDa, nameEn: `${nameDa} (en)`, channel, position: '50' }))
  return (await named(nameDa)).code
}
const change = async (code: string, more: Record<string, string>, by = administrator) => {
  const { nameDa, nameEn, version } = await owner().contactKind.findUniqueOrThrow({ where: { code } })
  return as(by, () => submit(changeKind, { kind: code, version: String(version), nameDa, nameEn, position: '50', ...more }))
}
const meanwhile = { state: { message: expect.stringContaining('ændret imens') } }

beforeAll(async () => {
  caseworker = await staff('CASEWORKER')
  coordinator = await staff('VETERAN_COORDINATOR')
  administrator = await staff('ADMINISTRATOR')
})

describe('the kinds of contact', () => {
  it('begin with one of each channel, called as it', async () => {
    expect((await keptKinds(coordinator)).map(({ code, channel, movable }) => [code, channel, movable])).toEqual(['phone', 'meeting', 'home', 'walk', 'video', 'sms', 'email', 'letter'].map((code) => [code, code, false]))
  })

  it('are added, renamed, placed and taken out of use by those who keep the lists, and by nobody else', async () => {
    const id = await mine()
    const offered = async () => (await read(id))?.kinds.filter(({ retired }) => !retired).map(({ nameDa }) => nameDa) ?? []
    expect((await as(administrator, () => submit(addKind, { nameDa: 'Værestedet', nameEn: 'The drop-in', channel: 'meeting', position: '0' }))).redirectedTo).toBe('/admin/kinds')
    expect((await offered()).slice(0, 2)).toContain('Værestedet')
    expect((await quickLog(caseworker, [id])).kinds.map(({ nameDa }) => nameDa)).toContain('Værestedet')
    const { code, version } = await named('Værestedet')
    expect(await change(code, { nameDa: 'Stedet' }, caseworker)).toMatchObject({ state: { message: expect.stringContaining('adgang') } })
    await change(code, { nameDa: 'Stedet', position: '90' }, coordinator)
    expect((await offered()).at(-1)).toBe('Stedet')
    expect(await change(code, { version: String(version) })).toMatchObject(meanwhile)
    await as(coordinator, () => submit(retireKind, { kind: code }))
    expect([await offered(), (await keptKinds(coordinator)).at(-1)]).toEqual([expect.not.arrayContaining(['Stedet']), expect.objectContaining({ nameDa: 'Stedet', retired: true })])
    expect(await as(administrator, () => submit(retireKind, { kind: code }))).toMatchObject(meanwhile)
    await as(coordinator, () => submit(reviveKind, { kind: code }))
    expect(await offered()).toContain('Stedet')
    expect(await as(administrator, () => submit(reviveKind, { kind: code }))).toMatchObject(meanwhile)
    expect(await owner().auditEvent.count({ where: { action: { startsWith: 'contact-kind.' }, actorUserId: { in: [coordinator.userId, administrator.userId] }, details: { path: ['kind'], equals: code } } })).toBe(4)
    await expect(asked(caseworker, `INSERT INTO contact_kind (code, name_da, name_en, channel, position) VALUES ('x-x', 'x', 'x', 'walk', 1)`)).rejects.toThrow(/row-level security/)
    expect(await asked(caseworker, `UPDATE contact_kind SET name_da = 'x'`)).toBe(0)
  })

  it('say what they count as, and need a name', async () => {
    const answer = await as(administrator, () => submit(addKind, { nameDa: ' ', nameEn: 'x', channel: '', position: 'sidst' }))
    expect(Object.keys(answer.state?.fields ?? {}).sort()).toEqual(['channel', 'nameDa', 'position'])
  })

  it('never lose the one that is written in one click', async () => {
    expect(await as(administrator, () => submit(retireKind, { kind: 'meeting' }))).toMatchObject({ state: { message: expect.stringContaining('møder op') } })
    await expect(owner().contactKind.update({ where: { code: 'meeting' }, data: { retiredOn: day('2026-01-01') } })).rejects.toThrow()
    const id = await mine()
    await owner().contact.create({ data: { personId: id, outcome: 'reached', channel: 'phone', happenedAt: new Date(`${yesterday}T09:00:00Z`), agreed: 'Vi ses', nextOn: day(today()), recordedBy: caseworker.userId } })
    await as(caseworker, () => submit(logNoShow, { personId: id }))
    expect((await read(id))?.rows[0]).toMatchObject({ outcome: 'tried', channel: 'meeting', kind: { code: 'meeting' } })
  })
})

describe('a contact', () => {
  it('is of a kind, counts as its channel, and is called so wherever it stands', async () => {
    const [id, code] = [await mine(), await made('Søturen', 'walk')]
    const unitId = (await owner().unit.create({ data: { code: 'kinds', nameDa: 'Enhed', nameEn: 'Unit' } })).id
    const caseId = (await owner().caseFile.create({ data: { personId: id, kind: 'veteran', unitId, openedOn: day('2026-01-01'), openedBy: caseworker.userId, states: { create: { personId: id, number: 1, state: 'open', fromDay: day('2026-01-01'), recordedBy: caseworker.userId } } } })).id
    await owner().assignment.create({ data: { personId: id, userId: caseworker.userId, reason: 'case', fromDay: day('2026-01-01'), caseId, caseRole: 'coordinator' } })
    await log(id, code, { caseId })
    expect(await owner().contact.findFirstOrThrow({ where: { personId: id } })).toMatchObject({ channel: 'walk', kindCode: code })
    const kind = { code, nameDa: 'Søturen', nameEn: 'Søturen (en)' }
    expect((await read(id))?.rows).toMatchObject([{ channel: 'walk', kind }])
    expect((await contactReport(caseworker, id, readReportInput({ why: 'meeting' }, today(), false) as ReportInput))?.choice.contacts).toMatchObject([{ channel: 'walk', kind }])
    expect((await personCases(caseworker, id, async () => null))?.content?.more.cases[0]?.contacts.newest).toMatchObject([{ kind }])
    expect((await personTimeline(caseworker, id, { page: 1, kind: 'contact' }, async () => null))?.content?.more.rows).toMatchObject([{ values: { channel: 'walk', da: 'Søturen', en: 'Søturen (en)' } }])
    expect(await owner().auditEvent.findFirstOrThrow({ where: { personId: id, action: 'contact.logged' } })).toMatchObject({ details: { channel: 'walk', kind: code } })
    const rows = [{ tab: 'contact', key: 'x', image: { kind_code: code } }, { tab: 'wish', key: 'y', image: { kind_code: code } }]
    expect((await transaction({ role: 'app', token: coordinator.token }, (tx) => withKindWords(tx, rows))).map(({ image }) => image.kind_code)).toEqual(['Søturen', code])
  })

  it('from before there were kinds is called as the kind of its channel; work is of none', async () => {
    const id = await mine()
    await owner().contact.create({ data: { personId: id, outcome: 'reached', channel: 'sms', happenedAt: new Date(`${yesterday}T09:00:00Z`), agreed: 'Vi ses', recordedBy: caseworker.userId } })
    await log(id, '', { outcome: 'work' })
    await change('sms', { nameDa: 'Besked' })
    expect((await read(id))?.rows.map(({ kind }) => kind?.nameDa ?? null)).toEqual([null, 'Besked'])
    await change('sms', { nameDa: 'Sms', nameEn: 'Text message', position: '5' })
  })

  it('of a kind out of use is not taken, nothing typed is lost, and the old ones are called as before', async () => {
    const [id, code] = [await mine(), await made('Skypesamtale', 'video')]
    await log(id, code)
    await as(administrator, () => submit(retireKind, { kind: code }))
    const answer = await log(id, code, { 'note.general': 'Det, der ikke må gå tabt' })
    expect(answer.state).toMatchObject({ fields: { kind: [expect.stringContaining('ikke i brug')] }, values: { kind: code, 'note.general': 'Det, der ikke må gå tabt' } })
    expect(await read(id)).toMatchObject({ rows: [{ kind: { nameDa: 'Skypesamtale' } }], kinds: expect.arrayContaining([expect.objectContaining({ code, retired: true })]) })
    const insert = (channel: string, kind: string) => asked(caseworker, `INSERT INTO contact (person_id, outcome, channel, kind_code, happened_at, recorded_by) VALUES ('${id}', 'tried', '${channel}', ${kind}, now() - interval '1 hour', '${caseworker.userId}')`)
    await expect(insert('video', `'${code}'`)).rejects.toThrow(/row-level security/)
    await insert('video', 'NULL')
    await as(administrator, () => submit(retireKind, { kind: 'video' }))
    await expect(insert('video', 'NULL')).rejects.toThrow(/row-level security/)
    await as(administrator, () => submit(reviveKind, { kind: 'video' }))
    // A kind that is none, and one that counts as something else.
    await expect(insert('video', "'nothing'")).rejects.toThrow(/foreign key/)
    await expect(insert('phone', "'walk'")).rejects.toThrow(/foreign key/)
  })
})

describe('what a kind counts as', () => {
  it('is changed until a contact was written with it, and never of one that is called as its channel', async () => {
    const [id, code] = [await mine(), await made('Garnisonen')]
    const movable = async () => (await keptKinds(administrator)).find((one) => one.code === code)?.movable
    expect((await change(code, { channel: 'home' })).redirectedTo).toBe('/admin/kinds')
    expect([await movable(), await named('Garnisonen')]).toMatchObject([true, { channel: 'home' }])
    await log(id, code)
    expect(await movable()).toBe(false)
    expect(await change(code, { channel: 'walk' })).toMatchObject({ state: { fields: { channel: [expect.stringContaining('allerede skrevet')] } } })
    expect((await change(code, { channel: 'home', nameDa: 'Garnison' })).redirectedTo).toBe('/admin/kinds')
    expect(await change('letter', { channel: 'walk' })).toMatchObject({ state: { fields: { channel: [expect.anything()] } } })
    for (const one of [code, 'letter']) await expect(asked(administrator, `UPDATE contact_kind SET channel = 'walk' WHERE code = '${one}'`)).rejects.toThrow(/foreign key|check constraint/)
    expect(await owner().contact.findFirstOrThrow({ where: { personId: id } })).toMatchObject({ channel: 'home' })
  })

  it('is told to those who keep the list, and whether a kind is used to nobody else', async () => {
    const [id, code] = [await mine(), await made('Telefonvagten', 'phone')]
    await log(id, code)
    const used = (actor: Actor) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRaw<{ code: string }[]>`SELECT code FROM access.contact_kinds_used()`)
    expect((await used(administrator)).map((one) => one.code)).toContain(code)
    expect(await used(caseworker)).toEqual([])
  })
})

import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { catalogue } from '@/lib/oversight/catalogue/read'
import { handOut, makeExport, registerRequest, strikeParts } from '@/lib/oversight/subject-export/actions'
import { subjectFile, subjectRequest, subjectRequests } from '@/lib/oversight/subject-export/queries'
import { ORDER, type SubjectRow, shownColumns } from '@/lib/oversight/subject-export/rules'
import { addressShownReport } from '@/lib/people/protection/queries'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import da from '@/messages/da/oversight.json'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'
import { giveCpr } from '../../support/letter-run'

const SECRET = 'Hendes nabo Gerda Nikolajsen ringede om støjen'

async function asked(personId: string, by: Actor): Promise<string> {
  const row = await owner().subjectRequest.create({ data: { personId, askedBy: 'self', askedHow: 'letter', identity: 'MitID', receivedOn: day('2026-11-01'), dueOn: day('2026-12-01'), createdBy: by.userId } })
  return row.id
}
const version = async (id: string) => String((await owner().subjectRequest.findUniqueOrThrow({ where: { id } })).version)
const make = async (actor: Actor, requestId: string) => as(actor, async () => submit(makeExport, { requestId, version: await version(requestId), gone: 'on', language: 'da' }))
const links = () => owner().$queryRaw<{ tab: string; col: string }[]>`SELECT tab, col FROM access.subject_links()`

/** The JSON of the bundle, by the central directory's own offsets. */
function jsonOf(bytes: Uint8Array): string {
  const zip = Buffer.from(bytes)
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString()
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    if (name.endsWith('.json')) return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))).toString()
  }
  return ''
}

describe('the answer is made from the catalogue', () => {
  it('so that no column that points at a person is forgotten', async () => {
    const known = (await links()).map((link) => `${link.tab}.${link.col}`)
    const left = ['audit_event.person_id', 'audit_subject.person_id', 'access_reason.person_id', 'break_glass.person_id', 'staff_relation.person_id', 'app_user.person_id', 'subject_request.person_id', 'person.merged_into_id', 'retention_item.person_id', 'retention_tombstone.person_id']
    const all = await owner().$queryRaw<{ name: string }[]>`SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND c.data_type = 'uuid' AND (c.column_name ~ '(person|kept|merged|left|right)_?(into_)?id$' OR c.column_name ~ 'person')`
    expect(all.length).toBeGreaterThan(25)
    expect(all.map((row) => row.name).filter((name) => !known.includes(name) && !left.includes(name))).toEqual([])
  })

  it('and a table made tomorrow is in it', async () => {
    await owner().$executeRawUnsafe('CREATE TABLE tomorrow (id uuid PRIMARY KEY DEFAULT uuidv7(), subject uuid REFERENCES person(id))')
    expect((await links()).map((link) => `${link.tab}.${link.col}`)).toContain('tomorrow.subject')
    await owner().$executeRawUnsafe('DROP TABLE tomorrow')
  })

  it('in an order: every table has its place, and something in it is shown', async () => {
    const tabs = [...new Set((await links()).map((link) => link.tab))]
    expect([tabs.filter((tab) => !ORDER.includes(tab)), ORDER.filter((tab) => !tabs.includes(tab))]).toEqual([[], []])
    // Two say nothing but which: the case an entry belongs to, and the breach somebody was hit by, of which they are told by itself.
    expect(tabs.filter((tab) => shownColumns(catalogue(), tab).length === 0).sort()).toEqual(['breach_subject', 'contact_case'])
  })

  it('in words: every table, field and code that is shown has its own', async () => {
    const known = catalogue()
    const texts = da.subject as unknown as Record<'table' | 'field' | 'value', Record<string, string>>
    const tabs = [...new Set((await links()).map((link) => link.tab))]
    const columns = tabs.flatMap((tab) => shownColumns(known, tab))
    expect(columns.length).toBeGreaterThan(100)
    expect([...tabs.filter((tab) => !(tab in texts.table)), ...columns.map((column) => column.name).filter((name) => !(name in texts.field))]).toEqual([])
    expect(['Protection', 'ProtectionBasis', 'DigitalPost', 'PersonRoleKind', 'Service', 'RelationKind', 'WishKind', 'AttemptChannel', 'AttemptOutcome', 'RunGroup', 'LetterChannel', 'ReplyKind', 'OutreachTaskKind', 'DuplicateState'].flatMap((name) => known.enums[name] ?? [name]).filter((value) => !(value in texts.value))).toEqual([])
  })
})

describe('the file', () => {
  it('holds what is held, without what was struck out, wherever it stands', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const who = await veteran({ firstName: 'Jørn', lastName: 'Ægidius' }, { address: { street: 'Fuglebakken' } })
    await giveCpr(owner(), who.id, 815)
    await owner().attempt.create({ data: { personId: who.id, channel: 'PHONE', outcome: 'REACHED', happenedOn: day('2026-02-28'), recordedBy: coordinator.userId, note: `Ringede. ${SECRET}. Vil gerne ses.` } })
    await owner().veteranProfile.update({ where: { personId: who.id }, data: { resources: SECRET } })
    const id = await asked(who.id, coordinator)
    const found = await subjectRequest(coordinator, id)
    expect(found?.answer?.sealed).toEqual([])
    const profile = found?.answer?.parts.find((part) => part.tab === 'veteran_profile')
    const struck = await as(coordinator, () => submit(strikeParts, { requestId: id, parts: `veteran_profile|${profile?.key}|resources`, reason: 'third-party' }))
    expect(struck.state).toMatchObject({ ok: true })
    // Whoever read it as it was before makes no files of what they have not seen.
    expect((await as(coordinator, async () => submit(makeExport, { requestId: id, version: String(Number(await version(id)) - 1), gone: 'on', language: 'da' }))).state?.message).toContain('ændret')
    expect((await make(coordinator, id)).state).toMatchObject({ ok: true })
    const pdf = Buffer.from((await subjectFile(coordinator, id, 'pdf'))?.bytes ?? []).toString('latin1')
    expect([pdf.slice(0, 5), pdf.includes('pdfuaid')]).toEqual(['%PDF-', true])
    const json = jsonOf((await subjectFile(coordinator, id, 'zip'))?.bytes ?? new Uint8Array())
    for (const word of ['Ægidius', 'Fuglebakken', 'third-party', '"cpr"']) expect(json).toContain(word)
    expect(json).not.toContain('Gerda')
    expect(await owner().auditEvent.count({ where: { kind: 'DISCLOSURE', personId: who.id, action: { startsWith: 'subject.' } } })).toBe(3)
    expect((await as(coordinator, async () => submit(handOut, { requestId: id, version: await version(id), how: 'letter' }))).redirectedTo).toBe(`/protection/requests/${id}`)
    expect((await as(coordinator, () => submit(strikeParts, { requestId: id, parts: `veteran_profile|${profile?.key}|resources`, reason: 'keep' }))).state?.ok).toBeUndefined()
  })
})

describe('whoever runs it', () => {
  it('sees a protected address on the screen only with a fresh proof, and the log counts it where the address was in view', async () => {
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
    const [who, open] = [await veteran({ protection: 'P1' }, { address: { street: 'Skjulestien' } }), await veteran({}, { address: { street: 'Fuglebakken' } })]
    const [id, other] = [await asked(who.id, cleared), await asked(open.id, cleared)]
    const report = async (personId: string) => (await addressShownReport(await staff('DATA_PROTECTION_OFFICER'), personId, today()))?.map(({ action, how }) => [action, how])
    await owner().$executeRaw`UPDATE session SET proved_at = now() - interval '301 seconds' WHERE user_id = ${cleared.userId}::uuid`
    await expect(subjectRequest(cleared, id)).rejects.toMatchObject({ digest: expect.stringContaining('/prove') as string })
    expect(JSON.stringify(await subjectRequest(cleared, other))).toContain('Fuglebakken')
    expect([await report(who.id), await report(open.id)]).toEqual([[], [['subject.viewed', 'screen']]])
    await owner().$executeRaw`UPDATE session SET proved_at = now() WHERE user_id = ${cleared.userId}::uuid`
    expect(JSON.stringify(await subjectRequest(cleared, id))).toContain('Skjulestien')
    await subjectRequest(await staff('VETERAN_COORDINATOR'), id)
    expect(await report(who.id)).toEqual([['subject.viewed', 'screen']])
  })

  it('without clearance sees no protected address and cannot make a file that leaves it out', async () => {
    const [plain, cleared] = [await staff('VETERAN_COORDINATOR'), await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })]
    const who = await veteran({ protection: 'P1' }, { address: { street: 'Skjulestien' } })
    const id = await asked(who.id, plain)
    const seen = await subjectRequest(plain, id)
    expect(JSON.stringify(seen)).not.toContain('Skjulestien')
    expect(seen?.answer?.sealed.map((one) => one.tab)).toContain('protected_address')
    expect((await make(plain, id)).state?.message).toContain('kan du ikke se')
    expect((await make(cleared, id)).state).toMatchObject({ ok: true })
    expect(await subjectFile(plain, id, 'pdf')).toBeNull()
    expect(jsonOf((await subjectFile(cleared, id, 'zip'))?.bytes ?? new Uint8Array())).toContain('Skjulestien')
  })

  it('finds nothing about their own family or a shielded person, and the officer finds no content', async () => {
    const [who, shielded] = [await veteran({ firstName: 'Egon', lastName: 'Slægt', birthDate: day('1980-02-29') }), await veteran({ protection: 'P3' })]
    const coordinator = await staff('VETERAN_COORDINATOR')
    const officer = await staff('DATA_PROTECTION_OFFICER')
    const relative = await staff('VETERAN_COORDINATOR')
    await owner().staffRelation.create({ data: { userId: relative.userId, personId: who.id, kind: 'SIBLING', fromDay: day('2020-01-01') } })
    const id = await asked(who.id, coordinator)
    const hidden = await asked(shielded.id, coordinator)
    expect(await subjectRequest(relative, id)).toBeNull()
    expect(await subjectRequest(coordinator, hidden)).toBeNull()
    const seen = await subjectRequest(officer, id)
    expect([seen?.answer, seen?.request.name]).toEqual([null, null])
    expect((await subjectRequests(officer)).map((one) => one.id)).toContain(hidden)
    // Whoever is the officer too finds the request of somebody out of sight, and no answer to it; whoever only meets the person as a caseworker has a name and no answer.
    const [both, meets] = [await staff('VETERAN_COORDINATOR', { roles: ['VETERAN_COORDINATOR', 'DATA_PROTECTION_OFFICER'] }), await staff('CASEWORKER', { roles: ['CASEWORKER', 'DATA_PROTECTION_OFFICER'] })]
    await owner().assignment.create({ data: { personId: who.id, userId: meets.userId, reason: 'test', fromDay: day('2020-01-01') } })
    const asOfficer = [await subjectRequest(both, hidden), await subjectRequest(meets, id)]
    expect(asOfficer.map((one) => [one?.request.name, one?.answer])).toEqual([[null, null], ['Egon Slægt', null]])
    await expect(subjectFile(officer, id, 'pdf')).rejects.toThrow()
    const direct = await transaction({ role: 'app', token: officer.token }, (tx) => tx.$queryRaw<SubjectRow[]>`SELECT tab FROM access.subject_rows(${who.id}::uuid)`)
    expect(direct).toEqual([])
    expect((await make(officer, id)).state?.ok).toBeUndefined()
  })

  it('writes a request down with the day it came, and the month ends as months do', async () => {
    await loadReference(owner())
    const officer = await staff('DATA_PROTECTION_OFFICER')
    const who = await person('RELATIVE', { firstName: 'Bodil', lastName: 'Spørger', birthDate: day('1961-05-04') })
    const values = { name: 'Bodil Spørger', 'born.day': '4', 'born.month': '5', 'born.year': '1961', askedBy: 'self', askedHow: 'letter', identity: 'Pas', 'receivedOn.day': '31', 'receivedOn.month': '1', 'receivedOn.year': '2024' }
    expect((await as(officer, () => submit(registerRequest, { ...values, 'receivedOn.year': '2999' }))).state?.fields).toHaveProperty('receivedOn')
    expect((await as(officer, () => submit(registerRequest, values))).redirectedTo).toContain('/protection/requests/')
    const row = await owner().subjectRequest.findFirstOrThrow({ where: { personId: who.id } })
    expect(row.dueOn.toISOString().slice(0, 10)).toBe('2024-02-29')
    for (const role of ['MANAGER', 'ADMINISTRATOR', 'CASEWORKER'] as const) expect((await as(await staff(role), () => submit(registerRequest, values))).redirectedTo).toBeNull()
  })
})

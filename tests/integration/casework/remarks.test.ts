import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { personContacts } from '@/lib/casework/contacts/queries'
import { redactContact, restoreContact } from '@/lib/casework/contacts/redaction/actions'
import { remarkContact } from '@/lib/casework/contacts/remarks/actions'
import { contactsToReport } from '@/lib/casework/contacts/report/queries'
import { readReportView } from '@/lib/casework/contacts/report/schema'
import { myDay } from '@/lib/casework/day/queries'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { nothingElse } from '../../support/nothing-else'

let writer: Actor, colleague: Actor, stranger: Actor
const read = async (by: Actor, personId: string) => (await personContacts(by, personId, 1, nothingElse))?.content?.more.rows[0]
/** An entry the writer made, of somebody both have. */
const entry = async () => {
  const who = await veteran()
  for (const { userId } of [writer, colleague]) await owner().assignment.create({ data: { personId: who.id, userId, reason: 'test', fromDay: day('2026-01-01') } })
  const { id } = await owner().contact.create({ data: { personId: who.id, outcome: 'reached', channel: 'phone', happenedAt: new Date('2026-11-01T09:00:00Z'), agreed: 'Vi ses', recordedBy: writer.userId } })
  return { personId: who.id, contactId: id }
}
const remark = (by: Actor, of: { personId: string; contactId: string }, kind = 'praise', text = 'Flot, at du blev ved') => as(by, () => submit(remarkContact, { ...of, kind, text }))

beforeAll(async () => {
  writer = await staff('CASEWORKER', { name: 'Jonas Jobcenter' })
  colleague = await staff('CASEWORKER', { name: 'Ida Igen' })
  stranger = await staff('CASEWORKER', { name: 'Ukendt' })
})

describe('praise and comments', () => {
  it('stand under the entry with who and when, and on the first page of whoever wrote it', async () => {
    const one = await entry()
    expect((await remark(colleague, one)).redirectedTo).toBe(`/people/${one.personId}/contacts`)
    await remark(colleague, one, 'comment', 'Husk bisidderen næste gang')
    expect((await read(writer, one.personId))?.remarks).toMatchObject([{ kind: 'praise', text: 'Flot, at du blev ved', by: 'Ida Igen' }, { kind: 'comment', text: 'Husk bisidderen næste gang' }])
    const { remarks } = await myDay(writer, today(), null)
    expect(remarks?.map(({ personId, kind, by }) => [personId, kind, by])).toEqual([[one.personId, 'comment', 'Ida Igen'], [one.personId, 'praise', 'Ida Igen']])
    expect((await myDay(colleague, today(), null)).remarks).toEqual([])
    expect(await owner().auditEvent.count({ where: { action: 'contact.remarks-listed', actorUserId: writer.userId, subjects: { some: { personId: one.personId } } } })).toBe(1)
  })

  it('are no addition, and no part of a report', async () => {
    const one = await entry()
    await remark(colleague, one)
    expect((await read(colleague, one.personId))?.additions).toEqual([])
    const report = await contactsToReport(writer, one.personId, readReportView({ from: '2026-10-01', to: '2026-11-10' }, today()), async () => null)
    expect(report?.content?.more).toMatchObject({ matching: 1, contacts: [{ id: one.contactId, additions: [] }] })
  })

  it('leave the first page when the writer no longer reaches the person, and after two weeks', async () => {
    const one = await entry()
    await remark(colleague, one)
    const mine = async () => (await myDay(writer, today(), null)).remarks?.filter(({ personId }) => personId === one.personId).length
    expect(await mine()).toBe(1)
    await owner().$executeRaw`UPDATE contact_addition SET added_at = now() - interval '16 days' WHERE contact_id = ${one.contactId}::uuid`
    expect(await mine()).toBe(0)
    await owner().$executeRaw`UPDATE contact_addition SET added_at = now() WHERE contact_id = ${one.contactId}::uuid`
    await owner().assignment.deleteMany({ where: { personId: one.personId, userId: writer.userId } })
    expect(await mine()).toBe(0)
  })

  it('are for what others wrote, for those who reach it, and not for what was taken back', async () => {
    const one = await entry()
    expect(await remark(writer, one)).toMatchObject({ state: { message: expect.stringContaining('din egen') } })
    const raw = (by: Actor, who: string) => transaction({ role: 'app', token: by.token }, (tx) => tx.$executeRawUnsafe(`INSERT INTO contact_addition (contact_id, person_id, text, added_by, kind) VALUES ('${one.contactId}', '${one.personId}', 'x', '${who}', 'praise')`))
    await expect(raw(writer, writer.userId)).rejects.toThrow(/row-level security/)
    await expect(raw(colleague, writer.userId)).rejects.toThrow(/row-level security/)
    expect(await remark(stranger, one)).toMatchObject({ state: { message: expect.stringContaining('findes ikke') } })
    expect(await remark(colleague, one, 'praise', 'Ring til 610180-0123')).toMatchObject({ state: { fields: { text: [expect.stringContaining('personnummer')] } } })
    expect(await remark(colleague, one, '')).toMatchObject({ state: { fields: { kind: [expect.any(String)] } } })
    await as(writer, () => submit(redactContact, { ...one, reason: 'mistake' }))
    expect(await remark(colleague, one)).toMatchObject({ state: { message: expect.stringContaining('findes ikke') } })
  })

  it('come back as what they were when the entry does', async () => {
    const one = await entry()
    await remark(colleague, one)
    await as(writer, () => submit(redactContact, { ...one, reason: 'mistake' }))
    expect((await read(writer, one.personId))?.remarks).toEqual([])
    await as(writer, () => submit(restoreContact, one))
    expect((await read(writer, one.personId))?.remarks).toMatchObject([{ kind: 'praise', by: 'Ida Igen' }])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { logContact } from '@/lib/casework/contacts/actions'
import { personContacts } from '@/lib/casework/contacts/queries'
import { personCases } from '@/lib/casework/cases/queries'
import { redactContact } from '@/lib/casework/contacts/redaction/actions'
import { quickLog } from '@/lib/casework/quick-log/queries'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, submit } from '../../support/as'
import { type OneCase, twoUnits } from '../../support/cases'
import { owner } from '../../support/db'
import { nothingElse } from '../../support/nothing-else'

let world: Awaited<ReturnType<typeof twoUnits>>, first: OneCase, second: OneCase
const on = addDays(today(), -1)
const log = (personId: string, more: Record<string, string | string[]>) => as(world.sender, () => submit(logContact, {
  personId, outcome: 'reached', kind: 'phone', 'happenedOn.day': String(Number(on.slice(8))), 'happenedOn.month': String(Number(on.slice(5, 7))), 'happenedOn.year': on.slice(0, 4), at: '10:30', 'note.general': 'Talt om praktikken', ...more,
}))
const read = async (personId: string) => (await personContacts(world.sender, personId, 1, nothingElse))?.content?.more
const ofCase = async ({ personId, caseId }: OneCase) => (await personCases(world.sender, personId, async () => null))?.content?.more.cases.find(({ id }) => id === caseId)?.contacts

beforeAll(async () => {
  world = await twoUnits()
  first = await world.opened()
  second = await world.opened()
})

describe('a contact names its cases', () => {
  it('of everybody who was there, each their own; and the case says so', async () => {
    await log(first.personId, { alsoPersonId: second.personId, caseId: [first.caseId, second.caseId] })
    expect((await read(first.personId))?.rows[0]?.cases).toMatchObject([{ id: first.caseId, kind: 'employment', unit: { nameDa: 'Jobcentret' } }])
    expect((await read(second.personId))?.rows[0]?.cases).toMatchObject([{ id: second.caseId }])
    expect(await ofCase(first)).toMatchObject({ count: 1, newest: [{ outcome: 'reached', channel: 'phone' }] })
  })

  it('and no other’s: a case of somebody who was not there is as one that does not exist', async () => {
    const before = (await ofCase(second))?.count
    await log(first.personId, { caseId: second.caseId })
    expect((await read(first.personId))?.rows.filter(({ cases }) => cases.length > 0)).toHaveLength(1)
    expect((await ofCase(second))?.count).toBe(before)
  })

  it('is offered those that are not closed, on the page and in the quick log', async () => {
    expect((await read(first.personId))?.cases.map(({ id }) => id)).toEqual([first.caseId])
    expect((await quickLog(world.sender, [first.personId, second.personId])).cases.map(({ id }) => id).sort()).toEqual([first.caseId, second.caseId].sort())
    const done = await world.opened()
    await owner().caseState.create({ data: { caseId: done.caseId, personId: done.personId, number: 2, state: 'closed', outcome: 'goal', fromDay: new Date(), recordedBy: world.sender.userId } })
    expect((await read(done.personId))?.cases).toEqual([])
  })

  it('counts no more on the case when it is taken back', async () => {
    const one = await world.opened()
    await log(one.personId, { caseId: one.caseId })
    const { id: contactId } = await owner().contact.findFirstOrThrow({ where: { personId: one.personId } })
    expect(await ofCase(one)).toMatchObject({ count: 1 })
    await as(world.sender, () => submit(redactContact, { personId: one.personId, contactId, reason: 'mistake' }))
    expect(await ofCase(one)).toEqual({ count: 0, newest: [] })
  })

  it('when it is written, and never later', async () => {
    const one = await world.opened()
    await log(one.personId, {})
    const { id } = await owner().contact.findFirstOrThrow({ where: { personId: one.personId } })
    await expect(transaction({ role: 'app', token: world.sender.token }, (tx) => tx.$executeRawUnsafe(`INSERT INTO contact_case (contact_id, case_id, person_id) VALUES ('${id}', '${one.caseId}', '${one.personId}')`))).rejects.toThrow(/row-level security/)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { confirmImport, workAgain } from '@/lib/people/register-import/decisions/actions'
import { addDays, dayToDb } from '@/lib/platform/day'
import { today } from '@/lib/platform/clock'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { batchOf, confirm, csvFile, dump, job, preview, rowsOf, undo } from '../../support/imports'

let coordinator: Actor
beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
})
const HEAD = 'Id;Fornavn;Efternavn;Født;Adresse;Postnr.;By;Telefon;Mission;Land'
const line = (id: string, last: string, street = 'Nygade 1', phone = '20123456', mission = 'KFOR') => `${id};Test;${last};01-01-1980;${street};8900;Randers C;${phone};${mission};Kosovo`
const ask = async (id: string) => as(coordinator, async () => submit(confirmImport, { batch: id, version: String((await batchOf(id)).version) }))

/** Makes the database fail at the first write to this table, as a full disk or a killed process would. */
async function failAt(table: string, run: () => Promise<void>): Promise<void> {
  await owner().$executeRawUnsafe(`CREATE FUNCTION boom() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'boom'; END $$`)
  await owner().$executeRawUnsafe(`CREATE TRIGGER boom BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION boom()`)
  try {
    await run()
  } finally {
    await owner().$executeRawUnsafe(`DROP TRIGGER boom ON ${table}`)
    await owner().$executeRawUnsafe('DROP FUNCTION boom()')
  }
}

describe('interrupted at any table', () => {
  it.each(['person', 'person_role', 'veteran_profile', 'external_key', 'address', 'contact_point', 'deployment', 'import_row'])('%s: nothing is written, and starting over finishes', async (table) => {
    const id = await preview(coordinator, csvFile([HEAD, line(`${table}-1`, `${table.replaceAll('_', ' ')} En`), line(`${table}-2`, `${table.replaceAll('_', ' ')} To`, 'Nygade 2')]))
    const before = await dump()
    await ask(id)
    await failAt(table, () => expect(job.confirm(id)).rejects.toThrow())
    expect(await dump()).toEqual(before)
    expect(await batchOf(id)).toMatchObject({ state: 'CONFIRMING', errorCode: expect.any(String), confirmedAt: null })
    expect((await as(coordinator, () => submit(workAgain, { batch: id }))).redirectedTo).toContain(id)
    expect(await job.confirm(id)).toMatchObject({ new: 2 })
    await undo(coordinator, id)
    expect(await dump()).toEqual(before)
  })

  it('undoing too', async () => {
    const id = await preview(coordinator, csvFile([HEAD, line('u-1', 'Fortryd')]))
    await confirm(coordinator, id)
    const after = await dump()
    await failAt('deployment', () => expect(undo(coordinator, id)).rejects.toThrow())
    expect(await dump()).toEqual(after)
    expect(await job.undo(id)).toEqual({ undone: 1, undoRefused: 0 })
  })

  it('two workers, two clicks: done once', async () => {
    const id = await preview(coordinator, csvFile([HEAD, line('d-1', 'Dobbelt')]))
    await ask(id)
    expect((await ask(id)).state?.message).toContain('siden du åbnede')
    const done = await Promise.all([job.confirm(id), job.confirm(id)])
    expect(done.filter((counts) => counts !== null)).toHaveLength(1)
    expect(await owner().person.count({ where: { lastName: 'Dobbelt' } })).toBe(1)
  })
})

describe('somebody works in the register meanwhile', () => {
  it('a person changed since the preview is held back, with the rows that build on it; the others go in', async () => {
    const person = await veteran({ firstName: 'Test', lastName: 'Imens', birthDate: day('1980-01-01') })
    const id = await preview(coordinator, csvFile([HEAD, line('', 'Imens', 'Nygade 5'), line('', 'Imens', 'Nygade 5', '20123456', 'ISAF'), line('m-2', 'Uberørt')]))
    await owner().person.update({ where: { id: person.id }, data: { digitalPost: 'YES' } })
    await owner().contactPoint.create({ data: { personId: person.id, kind: 'PHONE', value: '+4530303030', source: 'staff', fromDay: day('2026-01-01') } })
    await confirm(coordinator, id)
    expect((await rowsOf(id)).map((row) => [row.verdict, row.reasonCodes, row.applied !== null])).toEqual([
      ['DOUBTFUL', ['changed-since-preview'], false], ['DOUBTFUL', ['changed-since-preview'], false], ['NEW', [], true],
    ])
    expect((await batchOf(id)).counts).toMatchObject({ new: 1, doubtful: 2, changedSince: 2 })
    expect(await owner().address.findMany({ where: { personId: person.id } })).toMatchObject([{ street: 'Vestergade' }])
  })

  it('undoing leaves what a colleague changed since, says why, and takes back the rest', async () => {
    const person = await veteran({ firstName: 'Test', lastName: 'Senere', birthDate: day('1980-01-01') })
    const id = await preview(coordinator, csvFile([HEAD, line('', 'Senere', 'Nygade 5'), line('s-2', 'Brugt'), line('s-3', 'Urørt')]))
    await confirm(coordinator, id)
    await owner().address.updateMany({ where: { personId: person.id, toDay: null }, data: { floor: '2' } })
    const [, used] = await rowsOf(id)
    await owner().wish.create({ data: { personId: used?.personId ?? '', kind: 'NEVER', givenOn: day('2026-11-01'), source: 'test' } })
    await undo(coordinator, id)
    expect((await batchOf(id)).counts).toMatchObject({ undone: 1, undoRefused: 2 })
    const refused = (await rowsOf(id)).map((row) => (row.applied as { refused?: { code: string }[] }).refused?.map((reason) => reason.code) ?? [])
    expect(refused.map((codes) => [...new Set(codes)])).toEqual([['changed-later'], ['person-in-use'], []])
    expect(await owner().address.findMany({ where: { personId: person.id, toDay: null } })).toMatchObject([{ street: 'Nygade', floor: '2' }])
    expect(await owner().contactPoint.count({ where: { personId: person.id } })).toBe(0)
    expect(await owner().person.count({ where: { lastName: { in: ['Brugt', 'Urørt'] } } })).toBe(1)
  })

  it('after thirty days it is too late', async () => {
    const id = await preview(coordinator, csvFile([HEAD, line('t-1', 'Forsent')]))
    await confirm(coordinator, id)
    await owner().importBatch.update({ where: { id }, data: { confirmedAt: dayToDb(addDays(today(), -31)) } })
    await expect(undo(coordinator, id)).rejects.toThrow('mere end 30 dage')
  })
})

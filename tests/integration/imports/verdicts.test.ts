import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import { decideKind, decideRow } from '@/lib/people/register-import/decisions/actions'
import { saveColumns, saveValues } from '@/lib/people/register-import/actions'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { batchOf, confirm, csvFile, dump, job, preview, rowsOf, undo, upload } from '../../support/imports'

let coordinator: Actor
beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
})

const HEAD = 'CPR;Fornavn;Efternavn;Født;Adresse;Postnr.;By;Telefon;Mission;Land'
const known = async (cpr: string, firstName: string, lastName: string, more = {}) => {
  const person = await veteran({ firstName, lastName, birthDate: day('1980-01-01'), ...more })
  await owner().personCpr.create({ data: { personId: person.id, kind: 'REPLACEMENT', cipher: seal(cpr), keyedHash: blindIndex(cpr), birthPart: cpr.slice(0, 6) } })
  return person
}
const verdicts = async (id: string) => (await rowsOf(id)).map((row) => row.verdict)
const decideOne = (id: string, row: number, decision: string) => as(coordinator, () => submit(decideRow, { batch: id, row: String(row), decision }))

describe('every verdict, in one file', () => {
  it('adds up; answers settle the doubtful; what was written is undone exactly', async () => {
    const moved = await known('6101800001', 'Bo', 'Lund')
    await owner().contactPoint.create({ data: { personId: moved.id, kind: 'PHONE', value: '+4520000001', allowed: false, source: 'test', fromDay: day('2025-01-01') } })
    await known('6101800002', 'Anne', 'Kjær')
    const named = await known('6101800003', 'Niels', 'Holm')
    const before = await dump()
    const id = await preview(coordinator, csvFile([
      HEAD,
      '610180-0001;Bo;Lund;01-01-1980;Østergade 7;8920;Randers NV;20 00 00 09;KFOR;Kosovo',
      '610180-0002;Anne;Kjær;01-01-1980;Vestergade 12;8900;Randers C;;;',
      '610180-0003;Zebra;Xylofon;01-01-1980;;;;;;',
      '610180-0004;Ny;Person;01-01-1980;Nygade 1;8900;Randers C;;;',
      '610180-0005;Fejl;Person;31-02-1980;;;;;;',
      ';Kun;Navn;;;;;;;',
    ]))
    expect(await verdicts(id)).toEqual(['CHANGED', 'SAME', 'DOUBTFUL', 'NEW', 'ERROR', 'DOUBTFUL'])
    expect((await batchOf(id)).counts).toEqual({ new: 1, changed: 1, same: 1, doubtful: 2, error: 1 })

    expect((await decideOne(id, 4, `person:${moved.id}`)).state?.message).toContain('passer ikke længere')
    expect((await decideOne(id, 4, 'new')).state?.message).toContain('passer ikke længere')
    expect((await decideOne(id, 4, `person:${named.id}`)).redirectedTo).toContain(id)
    await as(coordinator, () => submit(decideKind, { batch: id, code: 'nothing-to-recognise-by', wanted: 'skip' }))
    expect(await verdicts(id)).toEqual(['CHANGED', 'SAME', 'CHANGED', 'NEW', 'ERROR', 'DOUBTFUL'])
    await confirm(coordinator, id)

    const addresses = await owner().address.findMany({ where: { personId: moved.id }, orderBy: { id: 'asc' } })
    expect(addresses.map((address) => [address.street, address.number, address.toDay === null])).toEqual([['Vestergade', '12', false], ['Østergade', '7', true]])
    const phones = await owner().contactPoint.findMany({ where: { personId: moved.id }, orderBy: { id: 'asc' } })
    // The no to being called belongs to the person, not to the old number.
    expect(phones.map((phone) => [phone.value, phone.allowed, phone.toDay === null])).toEqual([['+4520000001', false, false], ['+4520000009', false, true]])
    expect(await owner().person.findUnique({ where: { id: named.id } })).toMatchObject({ firstName: 'Zebra', lastName: 'Xylofon' })
    const history = await owner().fieldHistory.findMany({ where: { personId: named.id, field: 'last_name', oldValue: 'Holm' } })
    expect(history).toMatchObject([{ newValue: 'Xylofon', changedBy: coordinator.userId }])

    await undo(coordinator, id)
    expect(await dump()).toEqual(before)
  })
})

it('a word nobody knows is asked about once, and known the next time', async () => {
  const lines = ['Fornavn;Efternavn;Født;Mission;Værn', 'Jo;Jæger;01-02-1981;ISAF;Jægerkorpset', 'Per;Jæger;01-02-1982;ISAF;jægerkorpset']
  const id = await upload(coordinator, csvFile(lines))
  const { mapping } = await batchOf(id)
  const columns = Object.fromEntries(Object.entries(mapping as Record<string, number>).map(([field, column]) => [`column.${field}`, String(column)]))
  expect((await as(coordinator, () => submit(saveColumns, { batch: id, complete: 'no', ...columns }))).redirectedTo).toContain('step=values')
  expect((await batchOf(id)).unknownValues).toMatchObject([{ field: 'service', text: 'Jægerkorpset', count: 2 }])
  expect((await as(coordinator, () => submit(saveValues, { batch: id, 'value.0': '' }))).state?.fields).toHaveProperty('value.0')
  await as(coordinator, () => submit(saveValues, { batch: id, 'value.0': 'ARMY' }))
  await job.preview(id)
  await confirm(coordinator, id)
  expect(await owner().deployment.count({ where: { person: { lastName: 'Jæger' }, service: 'ARMY' } })).toBe(2)

  const again = await preview(coordinator, csvFile([...lines, 'Ib;Jæger;01-02-1983;ISAF;JÆGERKORPSET']))
  expect(await verdicts(again)).toEqual(['SAME', 'SAME', 'NEW'])
})

it('one column for two fields, or none for the name, is refused at the field', async () => {
  const id = await upload(coordinator, csvFile(['A;B', 'Bo;Lund']))
  const twice = await as(coordinator, () => submit(saveColumns, { batch: id, complete: 'no', 'column.firstName': '0', 'column.lastName': '0' }))
  expect(twice.state?.fields?.['column.lastName']?.[0]).toContain('»A«')
  const none = await as(coordinator, () => submit(saveColumns, { batch: id, complete: 'no', 'column.firstName': '0' }))
  expect(none.state?.fields).toHaveProperty('column.firstName')
})

it('a relative found in the register becomes a veteran too, and undoing takes only that back', async () => {
  const relative = await owner().person.create({ data: { firstName: 'Lis', lastName: 'Dobbelt', birthDate: day('1980-01-01'), registeredOn: day('2025-01-01'), source: 'test' } })
  await owner().personRole.create({ data: { personId: relative.id, kind: 'RELATIVE', fromDay: day('2025-01-01') } })
  const before = await dump()
  const id = await preview(coordinator, csvFile([HEAD, ';Lis;Dobbelt;01-01-1980;;;;;IFOR;Bosnien']))
  expect(await verdicts(id)).toEqual(['CHANGED'])
  await confirm(coordinator, id)
  const roles = await owner().personRole.findMany({ where: { personId: relative.id }, orderBy: { kind: 'asc' } })
  expect(roles.map((role) => role.kind)).toEqual(['VETERAN', 'RELATIVE'])
  await undo(coordinator, id)
  expect(await dump()).toEqual(before)
})

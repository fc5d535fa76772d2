import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { GET } from '@/app/(staff)/imports/[batchId]/bad-rows/route'
import { readTable } from '@/lib/imports/files/read'
import { abandonImport, markMovedAway } from '@/lib/people/register-import/decisions/actions'
import { uploadRegister } from '@/lib/people/register-import/actions'
import { importHistory, missingPeople } from '@/lib/people/register-import/queries'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { batchOf, confirm, csvFile, preview, rowsOf, upload } from '../../support/imports'

let coordinator: Actor
beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
})
const HEAD = 'CPR;Fornavn;Efternavn;Født;Telefon'

it('bad rows come back as a file, are corrected, and go in; the good ones are not asked about again', async () => {
  const id = await preview(coordinator, csvFile([HEAD, '610180-0401;God;Række;01-01-1980;20123456', '610180-0402;-Fejl;Række;31-02-1980;20123457', '610180-04;Kort;Nummer;01-01-1980;']))
  await confirm(coordinator, id)
  expect((await rowsOf(id)).map((row) => [row.verdict, (row.cells as string[]).length])).toEqual([['NEW', 0], ['ERROR', 5], ['ERROR', 5]])
  for (const format of ['csv', 'xlsx'] as const) {
    const response = await as(coordinator, () => GET(new Request(`https://indgang.example/x?format=${format}`), { params: Promise.resolve({ batchId: id }) }))
    expect(response.headers.get('cache-control')).toBe('no-store')
    const table = await readTable(new Uint8Array(await response.arrayBuffer()))
    expect(table.rows.map((row) => row.cells[0])).toEqual(['3', '4'])
    expect(table.rows[0]?.cells[1]).toContain('»31-02-1980«')
    const corrected = [table.columns.join(';'), ...table.rows.map((row) => row.cells.map((cell) => cell.replace('31-02', '28-02').replace('610180-04', format === 'csv' ? '610180-0403' : '610180-0404').replace(/610180-040\d02/, '610180-0402')).join(';'))]
    const again = await upload(coordinator, csvFile(corrected))
    expect(await batchOf(again)).toMatchObject({ complete: false })
    const second = await preview(coordinator, csvFile(corrected), 'no')
    await confirm(coordinator, second)
    expect((await rowsOf(second)).map((row) => row.verdict)).toEqual(format === 'csv' ? ['DOUBTFUL', 'NEW'] : ['DOUBTFUL', 'DOUBTFUL'])
  }
  const [disclosed] = await owner().auditEvent.findMany({ where: { action: 'import.bad-rows' }, take: 1 })
  expect(disclosed).toMatchObject({ kind: 'DISCLOSURE', actorUserId: coordinator.userId })
  expect((await as(null, () => GET(new Request('https://indgang.example/x'), { params: Promise.resolve({ batchId: id }) }))).status).toBe(404)
})

it('people who are not in a whole register are shown; nothing happens until somebody says so', async () => {
  await owner().$executeRaw`UPDATE person SET moved_away_on = '2020-01-01'`
  const here = await veteran({ firstName: 'Er', lastName: 'Her', birthDate: day('1980-01-01') })
  const gone = await veteran({ firstName: 'Er', lastName: 'Væk', birthDate: day('1980-01-01') })
  const unsure = await veteran({ firstName: 'Måske', lastName: 'Her', birthDate: day('1980-01-01') })
  const lines = [HEAD, ';Er;Her;01-01-1980;', ';Måske;Her;01-01-1980;12']
  const id = await preview(coordinator, csvFile(lines))
  const listed = async () => (await missingPeople(coordinator, id, 1)).people.map((person) => [person.id, person.certainty, person.movedAwayOn])
  expect(await listed()).toEqual([[gone.id, 'gone', null], [unsure.id, 'unsure', null]])
  await confirm(coordinator, id)
  expect(await owner().person.findMany({ where: { id: { in: [here.id, gone.id, unsure.id] }, movedAwayOn: { not: null } } })).toEqual([])

  const day3 = { 'day.day': '3', 'day.month': '11', 'day.year': '2026' }
  expect((await as(coordinator, () => submit(markMovedAway, { batch: id, person: gone.id, ...day3, 'day.month': '13' }))).state?.fields).toHaveProperty('day')
  await as(coordinator, () => submit(markMovedAway, { batch: id, person: gone.id, ...day3 }))
  expect(await listed()).toEqual([[gone.id, 'gone', '2026-11-03'], [unsure.id, 'unsure', null]])
  expect((await batchOf(await preview(coordinator, csvFile(lines), 'no'))).missing).toEqual([])
})

it('a file that cannot be read is refused at the field; one that is discarded leaves no rows and no bytes', async () => {
  const refused = async (file: File) => (await as(coordinator, () => submit(uploadRegister, { file }))).state?.fields?.file?.[0]
  expect(await refused(new File([Buffer.from('%PDF-1.7')], 'liste.csv'))).toContain('PDF')
  expect(await refused(new File([], 'tom.csv'))).toContain('tom')
  expect(await refused(new File([], ''))).toContain('Vælg en fil')
  expect(await refused(new File([Buffer.alloc(25 * 1024 * 1024 + 1)], 'stor.csv'))).toContain('25 MB')
  const id = await upload(coordinator, csvFile([HEAD, ';Kan;Slettes;01-01-1980;']))
  const { fileId } = await batchOf(id)
  expect((await as(coordinator, () => submit(abandonImport, { batch: id }))).redirectedTo).toBe('/imports')
  expect([await owner().importRow.count({ where: { batchId: id } }), await owner().storedFile.count({ where: { id: fileId } })]).toEqual([0, 0])
  expect((await importHistory(coordinator, 1)).lines.find((line) => line.id === id)?.state).toBe('ABANDONED')
})

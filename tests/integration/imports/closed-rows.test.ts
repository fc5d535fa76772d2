import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { decideRow } from '@/lib/people/register-import/decisions/actions'
import { badRows, importRows } from '@/lib/people/register-import/queries'
import { batchView } from '@/lib/people/register-import/schema'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'
import { confirm, csvFile, preview, undo } from '../../support/imports'

let importer: Actor
let own: string
const NAMES = ['Dalby', 'Ejby', 'Farum', 'Gentofte', 'Hobro', 'Ikast']
beforeAll(async () => {
  own = (await person('VETERAN', { firstName: 'Importør', lastName: 'Selv' })).id
  importer = await staff('VETERAN_COORDINATOR', { personId: own })
})
const HEAD = 'CPR;Fornavn;Efternavn;Født;Adresse;Postnr.;By;Adressebeskyttelse'
const ALL = batchView.parse({ show: 'all' })
const told = async (actor: Actor, id: string) => JSON.stringify([await importRows(actor, id, ALL), await badRows(actor, id),
  await transaction({ role: 'app', token: actor.token }, (tx) => tx.importRow.findMany({ where: { batchId: id } }))])

/** A file that moves one veteran and leaves a bad row beside them. */
async function moved() {
  const last = NAMES.shift() ?? ''
  const one = await veteran({ firstName: 'Mona', lastName: last, birthDate: day('1980-01-01') })
  const id = await preview(importer, csvFile([HEAD, `;Mona;${last};01-01-1980;Nyhjem 7;8900;Randers C;nej`, ';Fejl;Rækken;99-99-9999;Ingensteds 3;8900;Randers C;nej']))
  return { id, last, person: one }
}
const shield = (id: string) => owner().person.update({ where: { id }, data: { protection: 'P3' } })
const protect = (id: string) => owner().person.update({ where: { id }, data: { protection: 'P1' } })
const relate = (id: string) => owner().relation.create({ data: { personId: own, relatedPersonId: id, kind: 'SIBLING' } })
const leave = (id: string) => owner().personRole.updateMany({ where: { personId: id }, data: { toDay: day('2026-01-01') } })

describe('whoever is not the importer’s to see any more', () => {
  it.each([['shielded', shield], ['own family', relate], ['in no programme of theirs', leave]] as const)('%s: the row says that somebody is there, and counts', async (_what, close) => {
    const { id, last, person: one } = await moved()
    await confirm(importer, id)
    expect(await told(importer, id)).toContain(last)
    await close(one.id)
    const page = await importRows(importer, id, ALL)
    expect(page.rows).toMatchObject([{ number: 2, verdict: 'CHANGED', shut: 'person', personId: null, personName: null, label: {} }, { number: 3, verdict: 'DOUBTFUL', shut: null }])
    expect(page).toMatchObject({ total: 2, counts: { all: 2, changed: 1, doubtful: 1 } })
    for (const word of [last, 'Nyhjem', '1980-01-01', one.id]) expect(await told(importer, id)).not.toContain(word)
  })

  it('shielded while the preview stands: the other rows are still answered, and nothing of theirs is told', async () => {
    const twin = await veteran({ firstName: 'Tvivl', lastName: 'Somt', birthDate: day('1980-01-01') })
    await veteran({ firstName: 'Tvivl', lastName: 'Somt', birthDate: day('1980-01-01') })
    const one = await veteran({ firstName: 'Vera', lastName: 'Venter', birthDate: day('1980-01-01') })
    const id = await preview(importer, csvFile([HEAD, ';Vera;Venter;01-01-1980;Lukkevej 8;8900;Randers C;nej', ';Tvivl;Somt;01-01-1980;Nyhjem 9;8900;Randers C;nej']))
    await shield(one.id)
    expect(await told(importer, id)).not.toMatch(/Vera|Venter|Lukkevej/)
    await as(importer, () => submit(decideRow, { batch: id, row: '3', decision: `person:${twin.id}` }))
    expect(await importRows(importer, id, ALL)).toMatchObject({ total: 2, rows: [{ shut: 'person' }, { shut: null, decision: `person:${twin.id}` }] })
  })
})

describe('a protected address', () => {
  it('closes with the record that was kept of two', async () => {
    const { id, last, person: one } = await moved()
    await confirm(importer, id)
    const kept = await veteran({ firstName: 'Kept', lastName: 'Record' })
    await owner().person.update({ where: { id: one.id }, data: { mergedIntoId: kept.id } })
    expect((await importRows(importer, id, ALL)).rows[0]).toMatchObject({ shut: null, label: { name: `Mona ${last}` } })
    await protect(kept.id)
    expect((await importRows(importer, id, ALL)).rows[0]).toMatchObject({ shut: 'address' })
    await shield(kept.id)
    expect((await importRows(importer, id, ALL)).rows[0]).toMatchObject({ shut: 'person' })
    expect(await told(importer, id)).not.toMatch(new RegExp(`Nyhjem|${last}`))
  })

  it('is not told by the row that wrote it, with the name as it is; whoever has the clearance reads it', async () => {
    const { id, last, person: one } = await moved()
    await confirm(importer, id)
    await protect(one.id)
    expect((await importRows(importer, id, ALL)).rows[0]).toMatchObject({ shut: 'address', label: { name: `Mona ${last}` }, personId: one.id })
    expect(await told(importer, id)).not.toContain('Nyhjem')
    await owner().clearance.create({ data: { userId: importer.userId, kind: 'PROTECTED_ADDRESS', fromDay: day('2026-01-01') } })
    expect(await told(importer, id)).toContain('Nyhjem')
    await owner().clearance.deleteMany({ where: { userId: importer.userId } })
  })

  it('of somebody the import made is not told when they are gone again; of others the row stays as it was', async () => {
    const id = await preview(importer, csvFile([HEAD, '610180-0401;Ny;Skjult;01-01-1980;Hemmelig 1;8900;Randers C;ja', '610180-0402;Ny;Åben;01-01-1980;Åbenvej 1;8900;Randers C;nej']))
    await confirm(importer, id)
    expect(await told(importer, id)).not.toContain('Hemmelig')
    await undo(importer, id)
    const after = await told(importer, id)
    expect(after).not.toContain('Hemmelig')
    expect(after).toContain('Åbenvej')
    expect((await importRows(importer, id, ALL)).rows).toMatchObject([{ shut: 'address' }, { shut: null }])
  })

  it('does not stand in the file of bad rows either', async () => {
    const one = await veteran({ firstName: 'Dorte', lastName: 'Dobbelt', birthDate: day('1980-01-01') })
    await owner().personCpr.create({ data: { personId: one.id, kind: 'REPLACEMENT', cipher: Buffer.from('x'), keyedHash: blindIndex('6101800411'), birthPart: '610180' } })
    const id = await preview(importer, csvFile([HEAD, '610180-0411;Dorthe;Andet;02-02-1981;Bøffelvej 5;8900;Randers C;nej']))
    await confirm(importer, id)
    const [row] = await owner().importRow.findMany({ where: { batchId: id } })
    expect(row).toMatchObject({ verdict: 'DOUBTFUL', personId: one.id })
    expect((await badRows(importer, id))?.rows).toHaveLength(1)
    await protect(one.id)
    expect((await badRows(importer, id))?.rows).toEqual([])
    expect(await told(importer, id)).not.toContain('Bøffelvej')
  })
})

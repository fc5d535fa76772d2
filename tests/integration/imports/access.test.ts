import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import { transaction } from '@/lib/platform/db'
import { uploadRegister } from '@/lib/people/register-import/actions'
import { confirmImport, decideRow } from '@/lib/people/register-import/decisions/actions'
import { badRows, importBatch, importRows, missingPeople } from '@/lib/people/register-import/queries'
import { batchView } from '@/lib/people/register-import/schema'
import { as, staff, submit } from '../../support/as'
import { changeState } from '@/lib/people/register-import/batch/steps'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'
import { batchOf, confirm, csvFile, dump, preview, rowsOf, undo } from '../../support/imports'

let coordinator: Actor
beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
})
const HEAD = 'CPR;Fornavn;Efternavn;Født;Adresse;Postnr.;By;Adressebeskyttelse'
const number = (personId: string, cpr: string) => owner().personCpr.create({ data: { personId, kind: 'REPLACEMENT', cipher: seal(cpr), keyedHash: blindIndex(cpr), birthPart: cpr.slice(0, 6) } })
const row = (cpr: string, first: string, last: string, rest = ';;;') => `${cpr};${first};${last};01-01-1980;${rest}`
const VIEW = batchView.parse({})

describe('somebody who is not the importer’s to see', () => {
  it.each([
    ['another programme', () => person('REFUGEE', { firstName: 'Ida', lastName: 'Skjult' }), () => coordinator],
    ['shielded', () => veteran({ firstName: 'Ida', lastName: 'Skjult', protection: 'P3' }), () => coordinator],
    ['own family', () => veteran({ firstName: 'Ida', lastName: 'Skjult' }), null],
  ] as const)('%s: the row is an error that says nothing, is logged, and nothing is written', async (what, make, importer) => {
    const hidden = await make()
    const cpr = { 'another programme': '6101800101', shielded: '6101800102', 'own family': '6101800103' }[what]
    await number(hidden.id, cpr)
    const actor = importer?.() ?? (await staff('VETERAN_COORDINATOR', { personId: hidden.id }))
    const before = await dump()
    const id = await preview(actor, csvFile([HEAD, row(cpr, 'Ida', 'Skjult', 'Nygade 1;8900;Randers C;ja')]))
    const rows = await rowsOf(id)
    expect(rows).toMatchObject([{ verdict: 'ERROR', personId: null, reasonCodes: ['not-open-to-you'] }])
    expect(JSON.stringify(rows)).not.toContain(hidden.id)
    expect(JSON.stringify(await batchOf(id))).not.toContain(hidden.id)
    await confirm(actor, id)
    expect(await dump()).toEqual(before)
    const asked = await owner().auditEvent.findMany({ where: { action: 'import.matched-outside', actorUserId: actor.userId }, orderBy: { seq: 'asc' }, include: { subjects: true } })
    expect(asked.at(-1)?.subjects.map((subject) => subject.personId)).toEqual([hidden.id])
  })

  it('by name and birth date nothing is told: the row is new', async () => {
    await person('REFUGEE', { firstName: 'Navne', lastName: 'Fælle', birthDate: day('1980-01-01') })
    const id = await preview(coordinator, csvFile([HEAD, row('', 'Navne', 'Fælle')]))
    expect((await rowsOf(id)).map((each) => each.verdict)).toEqual(['NEW'])
  })
})

describe('a protected person', () => {
  const protectedOne = async (cpr: string, last: string) => {
    const made = await veteran({ firstName: 'Per', lastName: last, birthDate: day('1980-01-01'), protection: 'P1' }, { address: { street: 'Hemmelig', number: '4' } })
    await number(made.id, cpr)
    return made
  }

  it('keeps the address for an importer without clearance, who is not told whether the file’s is right', async () => {
    const hidden = await protectedOne('6101800201', 'Værnet')
    const before = await dump()
    for (const address of ['Hemmelig 4;8900;Randers C;nej', 'Andetsteds 9;8900;Randers C;nej', ';;;nej']) {
      const id = await preview(coordinator, csvFile([HEAD, row('610180-0201', 'Per', 'Værnet', address)]))
      const [only] = await rowsOf(id)
      expect(only).toMatchObject({ verdict: 'SAME', personId: hidden.id })
      expect(JSON.stringify([only?.changes, only?.reasons])).not.toMatch(/Hemmelig/)
      await confirm(coordinator, id)
    }
    expect(await dump()).toEqual(before)
  })

  it('has it changed only by somebody with clearance who says so, and gets it back', async () => {
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
    const hidden = await protectedOne('6101800202', 'Spurgt')
    const before = await dump()
    const id = await preview(cleared, csvFile([HEAD, row('610180-0202', 'Per', 'Spurgt', 'Andetsteds 9;8900;Randers C;ja')]))
    const [only] = await rowsOf(id)
    expect(only).toMatchObject({ verdict: 'DOUBTFUL', reasonCodes: ['protected-address-would-change'] })
    expect(JSON.stringify(only?.changes)).not.toContain('Hemmelig')
    await as(cleared, () => submit(decideRow, { batch: id, row: '2', decision: `person:${hidden.id}:address` }))
    await confirm(cleared, id)
    const now = await owner().protectedAddress.findMany({ where: { personId: hidden.id, toDay: null } })
    expect(now).toMatchObject([{ street: 'Andetsteds', number: '9' }])
    expect(await owner().address.count({ where: { personId: hidden.id } })).toBe(0)
    await undo(cleared, id)
    expect(await dump()).toEqual(before)
  })

  it('becomes one by the file, with the address out of sight at once; undoing takes the rest back, and lifts nothing', async () => {
    const open = await veteran({ firstName: 'Eva', lastName: 'Åben', birthDate: day('1980-01-01') })
    const spouse = await veteran({ firstName: 'Ejnar', lastName: 'Åben' })
    await owner().relation.create({ data: { personId: open.id, relatedPersonId: spouse.id, kind: 'SPOUSE', livesTogether: true } })
    const homes = (table: 'address' | 'protectedAddress', personId: string) => (owner()[table] as never as { findMany(by: object): Promise<{ id: string; street: string; toDay: Date | null }[]> })
      .findMany({ where: { personId }, select: { id: true, street: true, toDay: true }, orderBy: { id: 'asc' } })
    const [before, spouseBefore] = [await homes('address', open.id), await homes('address', spouse.id)]
    const id = await preview(coordinator, csvFile([HEAD, row('', 'Eva', 'Åben', 'Nyvej 2;8900;Randers C;ja')]))
    await confirm(coordinator, id)
    expect(await owner().person.findUnique({ where: { id: open.id } })).toMatchObject({ protection: 'P1' })
    expect(await owner().address.count({ where: { personId: open.id } })).toBe(0)
    expect(await owner().protectedAddress.count({ where: { personId: open.id } })).toBe(2)
    await undo(coordinator, id)
    for (const who of [open, spouse]) {
      expect(await owner().person.findUnique({ where: { id: who.id } })).toMatchObject({ protection: 'P1' })
      expect(await homes('address', who.id)).toEqual([])
    }
    // The address itself is the former one again, with its own id, and as hidden as the file’s was.
    expect(await homes('protectedAddress', open.id)).toEqual(before)
    expect((await homes('protectedAddress', spouse.id)).map((home) => home.street)).toEqual(spouseBefore.map((home) => home.street))
    expect(await owner().personProtection.count({ where: { personId: { in: [open.id, spouse.id] }, liftedAt: null } })).toBe(2)
    expect(await batchOf(id)).toMatchObject({ state: 'UNDONE', counts: { undone: 0, undoRefused: 1 } })
    expect((await rowsOf(id)).map((each) => (each.applied as { refused: unknown }).refused)).toEqual([[{ code: 'protection-stays', field: 'protectedAddress' }]])
  })

  it('comes by the file and goes with it, when nothing else was known of the person', async () => {
    const before = await dump()
    const id = await preview(coordinator, csvFile([HEAD, row('610180-0204', 'Kun', 'Kort', 'Nyvej 4;8900;Randers C;ja')]))
    await confirm(coordinator, id)
    const [only] = await rowsOf(id)
    await undo(coordinator, id)
    expect(await dump()).toEqual(before)
    expect(await owner().personProtection.count({ where: { personId: only?.personId ?? '' } })).toBe(0)
  })

  it('no job can take a ground away: it is lifted, or it stands', async () => {
    await protectedOne('6101800205', 'Stående')
    await expect(transaction({ role: 'worker' }, (tx) => tx.$executeRaw`DELETE FROM person_protection`)).rejects.toThrow('permission denied')
  })

  it('a new person who is protected has no open address for a moment', async () => {
    const id = await preview(coordinator, csvFile([HEAD, row('610180-0203', 'Ny', 'Beskyttet', 'Nyvej 3;8900;Randers C;ja')]))
    await confirm(coordinator, id)
    const [only] = await rowsOf(id)
    expect(await owner().address.count({ where: { personId: only?.personId ?? '' } })).toBe(0)
    expect(await owner().protectedAddress.count({ where: { personId: only?.personId ?? '' } })).toBe(1)
  })
})

describe('who may', () => {
  it('rows, file and answers are the owner’s; colleagues see that it happened; others nothing', async () => {
    const colleague = await staff('VETERAN_COORDINATOR')
    const id = await preview(coordinator, csvFile([HEAD, row('610180-0301', 'Kun', 'Min'), row('', 'Fejl', 'Rækken', 'x').replace('01-01-1980', '99-99-9999')]))
    expect((await importRows(coordinator, id, VIEW)).counts.all).toBe(2)
    expect((await importRows(colleague, id, { ...VIEW, show: 'all' })).rows).toEqual([])
    expect(await badRows(colleague, id)).toBeNull()
    // The rows as they came, with numbers and addresses: a file like any other that leaves.
    const proved = (actor: Actor, seconds: number) => owner().$executeRaw`UPDATE session SET proved_at = now() - make_interval(secs => ${seconds}::int) WHERE id = ${actor.sessionId}::uuid`
    await proved(coordinator, 301)
    await expect(badRows(coordinator, id)).rejects.toMatchObject({ digest: expect.stringContaining('/prove') as string })
    await proved(coordinator, 0)
    expect((await badRows(coordinator, id))?.rows).toBeDefined()
    expect((await missingPeople(colleague, id, 1)).people).toEqual([])
    expect(await importBatch(colleague, id)).toMatchObject({ mine: false, total: 2 })
    expect(await transaction({ role: 'app', token: colleague.token }, (tx) => tx.storedFile.count({ where: { kind: 'import' } }))).toBe(0)
    expect((await as(colleague, () => submit(confirmImport, { batch: id, version: '3' }))).state?.message).toContain('en andens')
    expect((await as(coordinator, () => submit(confirmImport, { batch: '019a0000-0000-7000-8000-000000000000', version: '3' }))).state?.message).toContain('findes ikke')
    const late = transaction({ role: 'app', token: coordinator.token }, (tx) => changeState(tx, { id, version: 99 }, 'ABANDONED'))
    await expect(late).rejects.toThrow('imports.error.moved-on')
    for (const role of ['CASEWORKER', 'MANAGER', 'ADMINISTRATOR'] as const) {
      const other = await staff(role)
      await expect(importBatch(other, id)).rejects.toThrow('import.run')
      expect((await as(other, () => submit(uploadRegister, { file: csvFile([HEAD]) }))).state?.message).toContain('ikke adgang')
    }
  })

  it('a job for somebody who has lost the right does nothing', async () => {
    const leaving = await staff('VETERAN_COORDINATOR')
    await owner().roleGrant.updateMany({ where: { userId: leaving.userId }, data: { toDay: day('2026-01-01') } })
    const fileId = '00000000-0000-7000-8000-000000000001'
    const batch = await owner().importBatch.create({ data: { kind: 'veteran-register', fileName: 'x.csv', fileId, sha256: 'x', state: 'PREVIEWING', fileInfo: {}, columns: [], createdBy: leaving.userId } })
    const { job } = await import('../../support/imports')
    await expect(job.preview(batch.id)).rejects.toThrow('import.run')
    expect(await batchOf(batch.id)).toMatchObject({ state: 'PREVIEWING', errorCode: expect.any(String) })
  })

  it('nobody but the worker is believed to act for another', async () => {
    const forged = transaction({ role: 'app', token: 'x'.repeat(43) }, (tx) => tx.$queryRaw<{ id: string | null }[]>`
      SELECT access.uid()::text AS id FROM (SELECT set_config('app.on_behalf', ${coordinator.userId}, true)) s WHERE s IS NOT NULL`)
    expect(await forged).toEqual([{ id: null }])
  })
})

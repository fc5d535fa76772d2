import { beforeAll, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { addAssociation, addPartnership } from '@/lib/associations/register/actions'
import { listAssociations, openAssociation } from '@/lib/associations/register/queries'
import { addSignedFile } from '@/lib/associations/signed/actions'
import { openAgreement, signedFile } from '@/lib/associations/signed/queries'
import { SIGNED_BYTES } from '@/lib/associations/signed/rules'
import { today } from '@/lib/platform/clock'
import { addDays, type Day } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { dayFields, volunteer } from '../../support/volunteers'

let lead: Actor
const others = {} as Record<RoleName, Actor>
const now = today()
beforeAll(async () => {
  lead = await staff('VOLUNTEER_LEAD')
  for (const role of roles) others[role] = await staff(role)
})
const pdf = (text = 'Underskrevet') => `%PDF-1.7\n${text}\n%%EOF\n`
const paper = (bytes: string | Uint8Array<ArrayBuffer>, name = 'Aftale med Bodil Lind.pdf') => new File([bytes], name, { type: 'application/pdf' })
async function agreed(to: Day = addDays(now, 300)): Promise<{ associationId: string; partnershipId: string }> {
  const associationId = (await as(lead, () => submit(addAssociation, { name: 'Naturens Venner', kind: 'environment', about: '', website: '' }))).redirectedTo?.split('/').at(-1) ?? ''
  await as(lead, () => submit(addPartnership, { associationId, number: '0', ...dayFields('from', addDays(now, -30)), ...dayFields('to', to), responsibilities: 'Hver sit', places: '2' }))
  return { associationId, partnershipId: (await openAssociation(lead, associationId, now))?.agreements[0]?.id ?? '' }
}
const sign = (ids: Record<string, string>, file?: File) => as(lead, () => submit(addSignedFile, { ...ids, ...(file && { signed: file }) }))
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const audited = (action: string) => owner().auditEvent.count({ where: { action } })

it('the signed paper is kept as it was handed in, under a name of the product’s, and each opening is written down', async () => {
  const ids = await agreed()
  expect((await sign(ids, paper(pdf()))).redirectedTo).toContain(ids.partnershipId)
  const found = await openAgreement(lead, ids.associationId, ids.partnershipId)
  expect(found).toMatchObject({ agreement: { number: 1, signed: 1, responsibilities: 'Hver sit' }, files: [{ by: lead.name, size: pdf().length }] })
  const before = await audited('association.signed-opened')
  const file = await signedFile(lead, ids.associationId, ids.partnershipId, found?.files[0]?.id ?? '')
  expect([file?.name, file?.mime, Buffer.from(file?.bytes ?? []).toString()]).toEqual(['samarbejdsaftale-1.pdf', 'application/pdf', pdf()])
  expect(await audited('association.signed-opened')).toBe(before + 1)
  // A better scan stands beside the first, and before it.
  await sign(ids, paper(pdf('Igen')))
  expect((await openAgreement(lead, ids.associationId, ids.partnershipId))?.files.map(({ size }) => size)).toEqual([pdf('Igen').length, pdf().length])
  expect((await openAssociation(lead, ids.associationId, now))?.agreements[0]?.signed).toBe(2)
})

it('what is no signed agreement is said at the field, and nothing is kept', async () => {
  const ids = await agreed()
  const files = await owner().storedFile.count()
  const problem = async (file?: File) => (await sign(ids, file)).state?.fields?.signed?.[0]
  expect(await problem()).toContain('Vælg')
  expect(await problem(paper(''))).toContain('tom')
  expect(await problem(paper('<html>', 'aftale.pdf'))).toContain('ikke en PDF')
  expect(await problem(paper('%PDF-1.7 og så'))).toContain('ikke hel')
  expect(await problem(paper(pdf('trailer << /Encrypt 4 0 R >>')))).toContain('adgangskode')
  expect(await problem(paper(new Uint8Array(SIGNED_BYTES + 1)))).toContain('10 MB')
  const other = await agreed()
  expect((await sign({ ...ids, associationId: other.associationId }, paper(pdf()))).redirectedTo).toBeNull()
  expect(await owner().storedFile.count()).toBe(files)
})

it('promised places stand against the active volunteers, and only while an agreement promises them', async () => {
  const { associationId } = await agreed()
  const ended = await agreed(addDays(now, -1))
  for (const [at, step] of (['active', 'active', 'active', 'talked', 'ended'] as const).entries()) await owner().volunteer.update({ where: { id: await volunteer({ step, phone: `+457000000${at}` }) }, data: { associationId: at === 2 ? ended.associationId : associationId } })
  const rows = await listAssociations(lead, null, now)
  expect(rows.find(({ id }) => id === associationId)).toMatchObject({ active: 2, promised: 2, volunteers: 3 })
  expect(rows.find(({ id }) => id === ended.associationId)).toMatchObject({ active: 1, promised: null })
  expect(await openAssociation(lead, associationId, now)).toMatchObject({ promised: 2, volunteers: [{ active: true }, { active: true }, { active: false }] })
})

it('a paper is brought and opened by those who lead volunteers, in their own name, and never changed', async () => {
  const ids = await agreed()
  await sign(ids, paper(pdf()))
  const { fileId, id } = await owner().partnershipFile.findFirstOrThrow({ where: { partnershipId: ids.partnershipId } })
  for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
    const me = others[role]
    for (const sql of ['SELECT 1 FROM partnership_file', `SELECT 1 FROM stored_file WHERE id = '${fileId}'`]) expect([role, sql, await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRawUnsafe(sql))]).toEqual([role, sql, []])
    await expect(signedFile(me, ids.associationId, ids.partnershipId, id), role).rejects.toThrow('association.read')
    for (const sql of [`INSERT INTO stored_file (owner_id, kind, mime, name, sha256, bytes) VALUES ('${me.userId}', 'partnership', 'application/pdf', 'x', 'x', 'x')`, `INSERT INTO partnership_file (partnership_id, file_id, recorded_by) VALUES ('${ids.partnershipId}', '${fileId}', '${me.userId}')`])
      await expect(asked(me, sql), `${role} ${sql}`).rejects.toThrow(/row-level security/)
  }
  const another = others.VOLUNTEER_LEAD
  const file = (by: string, mime = 'application/pdf') => `INSERT INTO stored_file (owner_id, kind, mime, name, sha256, bytes) VALUES ('${by}', 'partnership', '${mime}', 'x', 'x', 'x')`
  for (const sql of [file(another.userId), file(lead.userId, 'text/html'), `INSERT INTO partnership_file (partnership_id, file_id, recorded_by) VALUES ('${ids.partnershipId}', '${fileId}', '${another.userId}')`]) await expect(asked(lead, sql), sql).rejects.toThrow(/row-level security/)
  // A file somebody else brought, or of another kind, is made nobody's agreement.
  await expect(asked(another, `INSERT INTO partnership_file (partnership_id, file_id, recorded_by) VALUES ('${ids.partnershipId}', '${fileId}', '${another.userId}')`)).rejects.toThrow(/row-level security/)
  for (const sql of [`UPDATE stored_file SET name = 'x' WHERE id = '${fileId}'`, 'UPDATE partnership_file SET recorded_by = recorded_by', 'DELETE FROM partnership_file']) await expect(asked(lead, sql), sql).rejects.toThrow('permission denied')
  expect(await asked(lead, `DELETE FROM stored_file WHERE id = '${fileId}'`)).toBe(0)
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { writeSticky } from '@/lib/people/note/actions'
import { personData } from '@/lib/people/record/queries'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'

let coordinator: Actor, worker: Actor, colleague: Actor
const notes = async (actor: Actor, id: string) => (await personData(actor, id, 'data', async () => null))?.bar.notes
const write = (actor: Actor, personId: string, version: number, text: string) => as(actor, () => submit(writeSticky, { personId, version: String(version), text }))
const mine = async () => {
  const { id } = await person('JOBCENTRE_CLIENT')
  for (const { userId } of [worker, colleague]) await owner().assignment.create({ data: { personId: id, userId, reason: 'test', fromDay: new Date('2026-01-01') } })
  return id
}

beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen' })
  worker = await staff('CASEWORKER', { name: 'Jonas' })
  colleague = await staff('CASEWORKER', { name: 'Ida' })
})

describe('a sticky note', () => {
  it('stands with who wrote it and when, is changed, taken down, and keeps its history', async () => {
    const id = await mine()
    expect((await write(worker, id, 0, ' Ring efter kl. 13 ')).state).toMatchObject({ ok: true })
    expect(await notes(colleague, id)).toMatchObject({ count: 1, last: [{ text: 'Ring efter kl. 13', by: 'Jonas' }] })
    await write(colleague, id, 1, 'Ring efter kl. 14')
    await write(worker, id, 2, '')
    expect((await notes(worker, id))?.last.map(({ text, by }) => [text, by])).toEqual([[null, 'Jonas'], ['Ring efter kl. 14', 'Ida'], ['Ring efter kl. 13', 'Jonas']])
    expect((await owner().auditEvent.findMany({ where: { personId: id, kind: 'CHANGE' }, select: { action: true }, orderBy: { at: 'asc' } })).map(({ action }) => action)).toEqual(['person.note-written', 'person.note-written', 'person.note-removed'])
  })

  it('of two who write at once the second is shown the first, and saves over it knowingly', async () => {
    const id = await mine()
    const both = await Promise.all([write(worker, id, 0, 'Fra Jonas'), write(colleague, id, 0, 'Fra Ida')])
    expect(both.filter(({ state }) => state?.ok)).toHaveLength(1)
    const lost = both.find(({ state }) => !state?.ok)?.state
    const stands = (await notes(worker, id))?.last[0]?.text ?? ''
    expect(lost?.fields?.text?.[0]).toContain(stands)
    expect(lost?.values).toMatchObject({ version: '1', text: stands === 'Fra Ida' ? 'Fra Jonas' : 'Fra Ida' })
    expect((await write(worker, id, 1, 'Begge dele')).state?.ok).toBe(true)
    expect((await notes(worker, id))?.count).toBe(2)
  })

  it('takes no CPR number and no more than is read at a glance', async () => {
    const id = await mine()
    expect((await write(worker, id, 0, 'Hans bror er 610170-4100')).state?.fields).toHaveProperty('text')
    expect((await write(worker, id, 0, 'x'.repeat(501))).state?.fields).toHaveProperty('text')
    expect(await owner().personNote.count({ where: { personId: id } })).toBe(0)
  })

  it('is nothing for emergency access, for those without reach, or of somebody merged away', async () => {
    const id = await mine()
    await write(worker, id, 0, 'Kun for dem, der har ham')
    await owner().breakGlass.create({ data: { userId: coordinator.userId, personId: id, code: 'acute', note: 'Prøve af nødadgang i en test', untilAt: new Date(Date.now() + 3_600_000) } })
    expect(await notes(coordinator, id)).toEqual({ count: 0, last: [] })
    expect((await write(coordinator, id, 1, 'Fra nødadgang')).state?.message).toBeTruthy()
    const stranger = await staff('CASEWORKER')
    expect(await transaction({ role: 'app', token: stranger.token }, (tx) => tx.personNote.count())).toBe(0)
    expect((await write(stranger, id, 1, 'x')).state?.ok).toBeUndefined()
    const [kept, gone] = [await veteran(), await veteran()]
    await owner().person.update({ where: { id: gone.id }, data: { mergedIntoId: kept.id } })
    expect((await write(coordinator, gone.id, 0, 'x')).state?.ok).toBeUndefined()
    expect(await owner().personNote.count({ where: { personId: { in: [gone.id, id] } } })).toBe(1)
  })
})

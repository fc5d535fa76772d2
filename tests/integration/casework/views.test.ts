import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { queueList } from '@/lib/casework/queues/queries'
import { queueState } from '@/lib/casework/queues/schema'
import { deleteView, renameView, restoreView, saveView } from '@/lib/casework/queues/views/actions'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'

let unit: string, other: string, me: Actor, near: Actor, far: Actor
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const views = async (actor: Actor) => (await queueList(actor, today(), queueState({}))).views
const sees = async (actor: Actor, id: string) => (await views(actor)).some((view) => view.id === id)
const save = async (name: string, more: Record<string, string> = {}, by = me) => {
  const sent = await as(by, () => submit(saveView, { viewName: name, search: 'queue=silent&days=60&col=own&col=tried', ...more }))
  return { ...sent, id: /view=(.+)$/.exec(sent.redirectedTo ?? '')?.[1] ?? '' }
}

beforeAll(async () => {
  const make = async (name: string) => (await owner().unit.create({ data: { code: randomUUID(), nameDa: name, nameEn: name } })).id
  ;[unit, other] = [await make('Jobcentret'), await make('Veteranindsatsen')]
  ;[me, near, far] = [await staff('CASEWORKER', { name: 'Jonas Jobcenter', unitId: unit }), await staff('CASEWORKER', { unitId: unit }), await staff('CASEWORKER', { unitId: other })]
})

describe('a saved view', () => {
  it('is the list as it stands in the address, and one’s own', async () => {
    const { id, redirectedTo } = await save('Stille')
    expect(redirectedTo).toBe(`/caseload?queue=silent&days=60&col=own&col=tried&view=${id}`)
    expect((await views(me)).find((view) => view.id === id)).toEqual({ id, name: 'Stille', search: 'queue=silent&days=60&col=own&col=tried', version: 1, mine: true, shared: false, by: 'Jonas Jobcenter' })
    expect([await sees(near, id), await sees(far, id)]).toEqual([false, false])
    expect(await owner().auditEvent.count({ where: { actorUserId: me.userId, action: 'case.view-saved' } })).toBe(1)
  })

  it('that is shared is opened by the unit, with their own people, and changed by its owner alone', async () => {
    const { id } = await save('Unge uden kontakt', { shared: 'on' })
    expect([await sees(near, id), await sees(far, id)]).toEqual([true, false])
    expect((await views(near)).find((view) => view.id === id)).toMatchObject({ mine: false, shared: true, by: 'Jonas Jobcenter' })
    for (const by of [near, far]) {
      expect((await as(by, () => submit(renameView, { viewId: id, version: '1', viewName: 'Min nu' }))).state?.message).toBeTruthy()
      expect((await as(by, () => submit(deleteView, { viewId: id }))).state?.message).toBeTruthy()
      expect(await asked(by, `UPDATE case_view SET name = 'Min nu' WHERE id = '${id}'`)).toBe(0)
      expect(await asked(by, `DELETE FROM case_view WHERE id = '${id}'`)).toBe(0)
    }
    await as(me, () => submit(renameView, { viewId: id, version: '1', viewName: 'Unge' }))
    expect([await sees(near, id), (await views(me)).find((view) => view.id === id)?.name]).toEqual([false, 'Unge'])
  })

  it('that two windows change keeps what the first wrote', async () => {
    const { id } = await save('Fra to vinduer')
    expect((await as(me, () => submit(renameView, { viewId: id, version: '1', viewName: 'Den første' }))).redirectedTo).toBeTruthy()
    expect((await as(me, () => submit(renameView, { viewId: id, version: '1', viewName: 'Den anden' }))).state?.message).toContain('mellemtiden')
    expect((await views(me)).find((view) => view.id === id)?.name).toBe('Den første')
  })

  it('that is deleted can be put back for a day, and goes with the next one after that', async () => {
    const { id } = await save('Fortrudt', { shared: 'on' })
    expect((await as(me, () => submit(deleteView, { viewId: id }))).redirectedTo).toContain(`undo=${id}`)
    expect([await sees(me, id), await sees(near, id)]).toEqual([false, false])
    expect(await transaction({ role: 'app', token: near.token }, (tx) => tx.caseView.count({ where: { id } }))).toBe(0)
    expect((await as(near, () => submit(restoreView, { viewId: id }))).state?.message).toBeTruthy()
    await as(me, () => submit(restoreView, { viewId: id }))
    expect([await sees(me, id), await sees(near, id)]).toEqual([true, true])
    await as(me, () => submit(deleteView, { viewId: id }))
    await owner().caseView.update({ where: { id }, data: { deletedAt: new Date(Date.now() - 2 * 86_400_000) } })
    await as(me, async () => submit(deleteView, { viewId: (await save('En mere')).id }))
    expect(await owner().caseView.count({ where: { id } })).toBe(0)
  })

  it('holds filters and no person, whoever writes it', async () => {
    const person = randomUUID()
    const { id } = await save('Snyd', { search: `queue=mine&last=${person}&open=${person}&kind=${person}&page=7&x=1` })
    expect((await owner().caseView.findUniqueOrThrow({ where: { id } })).search).toBe('queue=mine')
    for (const search of [`queue=mine&last=${person}`, `queue=${person}`, 'queue=mine&kind=Jens', ''])
      await expect(asked(me, `INSERT INTO case_view (owner_id, name, search) VALUES ('${me.userId}', 'x', '${search}')`), search).rejects.toThrow()
    expect((await save('Jens 070761-4285')).state?.fields).toHaveProperty('viewName')
    expect((await save(' ')).state?.fields).toHaveProperty('viewName')
  })

  it('is made in no other’s name and for no other unit, and not without the right', async () => {
    const insert = (by: Actor, ownerId: string, unitId: string | null) => asked(by, `INSERT INTO case_view (owner_id, unit_id, name, search) VALUES ('${ownerId}', ${unitId ? `'${unitId}'` : 'NULL'}, 'x', 'queue=mine')`)
    await expect(insert(me, near.userId, null)).rejects.toThrow()
    await expect(insert(me, me.userId, other)).rejects.toThrow()
    await expect(insert(await staff('MANAGER', { unitId: unit }), me.userId, null)).rejects.toThrow()
    expect(await insert(me, me.userId, unit)).toBe(1)
    await expect(asked(me, `UPDATE case_view SET unit_id = '${other}' WHERE owner_id = '${me.userId}'`)).rejects.toThrow()
    await expect(asked(me, `UPDATE case_view SET owner_id = '${near.userId}' WHERE owner_id = '${me.userId}'`)).rejects.toThrow()
  })

  it('is one of thirty at most', async () => {
    const busy = await staff('CASEWORKER', { unitId: unit })
    await owner().caseView.createMany({ data: Array.from({ length: 30 }, (_, at) => ({ ownerId: busy.userId, name: `Nr. ${at}`, search: 'queue=mine' })) })
    expect((await save('For meget', {}, busy)).state?.message).toContain('30')
  })
})

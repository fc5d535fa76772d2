import { beforeAll, describe, expect, it } from 'vitest'
import { declareRelation, endOwnRelation } from '@/lib/oversight/own-relations/actions'
import { ownRelations, relationsOf } from '@/lib/oversight/own-relations/queries'
import type { Actor } from '@/lib/access/permissions'
import { transaction } from '@/lib/platform/db'
import { personOverview } from '@/lib/people/record/queries'
import { Prisma } from '@/prisma/generated/client'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'

let administrator: Actor
const also = async () => ({ sql: Prisma.sql`SELECT NULL::jsonb`, of: () => null })
const sees = async (actor: Actor, id: string) => (await personOverview(actor, id, also)) !== null
const coordinator = () => staff('VETERAN_COORDINATOR')
const declare = (actor: Actor, values: Record<string, string>) => as(actor, () => submit(declareRelation, { kind: 'SIBLING', ...values }))
const named = (name: string, date: [string, string, string]) => ({ name, 'born.day': date[0], 'born.month': date[1], 'born.year': date[2] })

beforeAll(async () => {
  administrator = await staff('ADMINISTRATOR')
})

describe('whom one is too close to', () => {
  it('is closed from the next statement, also when registered later, and the answer tells nothing', async () => {
    const actor = await coordinator()
    const sister = await veteran({ firstName: 'Søs', lastName: 'Tætpå', birthDate: day('1984-02-29') })
    expect(await sees(actor, sister.id)).toBe(true)
    const known = await declare(actor, named('Soes Taetpaa', ['29', '2', '1984']))
    const unknown = await declare(actor, named('Bror Tætpå', ['1', '1', '1990']))
    expect([known.state?.ok, JSON.stringify(known.state)]).toEqual([true, JSON.stringify(unknown.state)])
    expect(await sees(actor, sister.id)).toBe(false)
    const brother = await veteran({ firstName: 'Bror', lastName: 'Tætpå', birthDate: day('1990-01-01') })
    expect(await sees(actor, brother.id)).toBe(false)
    expect(await sees(await coordinator(), brother.id)).toBe(true)
    expect(await ownRelations(actor)).toMatchObject([{ kind: 'SIBLING', name: 'Soes Taetpaa', byNumber: false }, { name: 'Bror Tætpå' }])
  })

  it('is oneself, and with oneself the family of the own record', async () => {
    const actor = await coordinator()
    const [me, wife, friend] = [await veteran({ firstName: 'Mig', lastName: 'Selv', birthDate: day('1979-05-06') }), await person('RELATIVE'), await person('RELATIVE')]
    await owner().relation.createMany({ data: [{ personId: me.id, relatedPersonId: wife.id, kind: 'SPOUSE' }, { personId: friend.id, relatedPersonId: me.id, kind: 'FRIEND' }] })
    expect(await sees(actor, wife.id)).toBe(true)
    await declare(actor, { kind: 'SELF', ...named('Mig Selv', ['6', '5', '1979']) })
    expect([await sees(actor, me.id), await sees(actor, wife.id), await sees(actor, friend.id)]).toEqual([false, false, true])
  })

  it('is taken back by an administrator who does not learn whom, never by oneself; what has ended closes nothing', async () => {
    const actor = await staff('VETERAN_COORDINATOR', { roles: ['VETERAN_COORDINATOR', 'ADMINISTRATOR'] })
    const who = await veteran({ firstName: 'Fejl', lastName: 'Skrevet', birthDate: day('1970-01-02') })
    await declare(actor, named('Fejl Skrevet', ['2', '1', '1970']))
    const [one] = await relationsOf(administrator, actor.userId)
    expect(Object.keys(one ?? {}).sort()).toEqual(['id', 'kind', 'since'])
    expect(await relationsOf(actor, actor.userId)).toEqual([])
    const end = (by: Actor) => as(by, () => submit(endOwnRelation, { relationId: one?.id ?? '', userId: actor.userId }))
    expect((await end(actor)).state?.message).toContain('allerede')
    expect(await sees(actor, who.id)).toBe(false)
    expect((await end(administrator)).redirectedTo).toBe(`/admin/users/${actor.userId}`)
    expect(await sees(actor, who.id)).toBe(true)
    expect((await end(administrator)).state?.message).toContain('allerede')
  })

  it('needs a number, or a name and a birthday; the table itself is open to nobody', async () => {
    const actor = await coordinator()
    const wrong: Record<string, string>[] = [{}, { name: 'Kun Navn' }, { cpr: '12' }, { kind: 'NABO', ...named('En Nabo', ['1', '1', '1970']) }]
    for (const values of wrong) expect((await declare(actor, values)).state?.fields).not.toBeUndefined()
    expect((await declare(actor, { cpr: '12' })).state?.values).not.toHaveProperty('cpr')
    for (const sql of ['SELECT 1 FROM staff_relation', 'DELETE FROM staff_relation', `UPDATE staff_relation SET to_day = current_date - 1`])
      await expect(transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow('permission denied')
  })
})

import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'

describe('functions that work past the policies', () => {
  const asks = <T>(actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<T[]>(sql)).then((rows) => rows[0]).catch(() => 'refused' as const)

  it('count the outreach of the people in reach and of nobody put beside them', async () => {
    const mine = await person('REFUGEE')
    const hidden = await veteran()
    const caseworker = await staff('CASEWORKER')
    await owner().assignment.create({ data: { personId: mine.id, userId: caseworker.userId, reason: 'responsible', fromDay: day('2026-01-01') } })
    await owner().wish.create({ data: { personId: hidden.id, kind: 'NEVER', givenOn: day('2026-01-01'), source: 'test' } })
    await owner().wish.create({ data: { personId: mine.id, kind: 'NEVER', givenOn: day('2026-01-01'), source: 'test' } })
    expect(await asks(caseworker, `SELECT access.hidden_outreach(ARRAY['${mine.id}', '${hidden.id}']::uuid[])::int AS n`)).toEqual({ n: 1 })
  })

  it('place a run anew for those who may, on the day it is', async () => {
    const run = '019a0000-0000-7000-8000-0000deadbeef'
    const place = (actor: Actor, date: string) => asks(actor, `SELECT access.place('${run}', NULL, ${date}) AS moved`)
    expect(await place(await staff('VOLUNTEER'), 'current_date')).toBe('refused')
    const coordinator = await staff('VETERAN_COORDINATOR')
    expect(await place(coordinator, 'current_date + 30')).toBe('refused')
    expect(await place(coordinator, 'current_date')).toEqual({ moved: 0 })
  })

  it('end a hold for people in reach, also in a change of all of them', async () => {
    const [hidden, mine] = [await person('REFUGEE'), await veteran()]
    const coordinator = await staff('VETERAN_COORDINATOR')
    for (const { id } of [hidden, mine]) await owner().$executeRawUnsafe(`INSERT INTO legal_hold (person_id, reason, review_on, created_by) VALUES ('${id}', 'test', '2030-01-01', '${coordinator.userId}')`)
    expect(await transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$executeRawUnsafe(`UPDATE legal_hold SET ended_at = now(), ended_by = '${coordinator.userId}', end_reason = 'test'`))).toBe(1)
    expect(await owner().$queryRawUnsafe(`SELECT person_id::text AS id FROM legal_hold WHERE ended_at IS NULL`)).toEqual([{ id: hidden.id }])
  })
})

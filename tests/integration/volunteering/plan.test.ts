import { beforeAll, describe, expect, it } from 'vitest'
import { roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { askVolunteer } from '@/lib/volunteering/matching/candidates/actions'
import { readPairs, readRequest } from '@/lib/volunteering/matching/candidates/sql'
import { askPlanned } from '@/lib/volunteering/matching/plan/actions'
import { planForAll } from '@/lib/volunteering/matching/plan/queries'
import { planView } from '@/lib/volunteering/matching/plan/schema'
import { readWorld } from '@/lib/volunteering/matching/plan/sql'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { type PlantedMatching, plantMatching } from '../../support/matching-rows'
import { wholePlan } from '../../support/whole-plan'

let lead: Actor, unit = '', all: PlantedMatching
const planned = () => wholePlan(lead)
const onePage = (view: Record<string, unknown> = {}, size = 4) => planForAll(lead, today(), planView.parse(view), size)
const send = (who: Actor, values: Record<string, string | string[]>) => as(who, () => submit(askPlanned, values))
const became = (address: string | null) => planView.parse(Object.fromEntries([...new Set([...new URLSearchParams(address?.split('?')[1]).keys()])].map((key) => [key, new URLSearchParams(address?.split('?')[1]).getAll(key)])))
const steps = (requestId: string) => owner().volunteerPairStep.count({ where: { requestId, step: 'asked' } })

beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
  all = await plantMatching(owner(), { unit, by: lead.userId }, { seed: 5, people: 24, volunteers: 40 })
})

describe('everybody at once', () => {
  it('is read as one request is read: the same people, the same volunteers, the same between them', async () => {
    const [one, other] = [all.waiting.find(({ known }) => known), all.helpers.find(({ active, capacity }) => active && capacity > 0)]
    await owner().volunteerPairStep.createMany({ data: [{ requestId: one?.request ?? '', volunteerId: other?.id ?? '', personId: one?.person ?? '', number: 9, step: 'asked', onDay: dayToDb(addDays(today(), -40)), recordedBy: lead.userId }] })
    const compared = await transaction({ role: 'app', token: lead.token }, async (tx) => {
      const world = await readWorld(tx, today())
      let pairs = 0
      for (const request of world.requests) {
        expect(await readRequest(tx, request.id)).toEqual(request)
        const single = request.wanting.consent ? await readPairs(tx, request, today()) : []
        pairs += single.length
        const helpers = world.helpers(request.role)
        if (request.wanting.consent) expect(helpers).toEqual(single.map(({ id, number, name, helping }) => ({ id, number, name, helping })))
        for (const { helping, between, stands } of single) {
          expect(world.between(request.wanting, helping)).toEqual({ ...between, turnedDown: expect.toSatisfy((said: unknown[]) => JSON.stringify([...said].sort()) === JSON.stringify([...between.turnedDown].sort())) })
          if (stands === 'asked') expect(world.asked.has(request.id)).toBe(true)
        }
      }
      return pairs
    })
    expect(compared).toBeGreaterThan(400)
    await owner().volunteerPairStep.deleteMany({ where: { number: 9 } })
  })

  it('gives nobody two, nobody more than there is room for, and no pair a rule forbids; those who are left are told why', async () => {
    const plan = await planned()
    const given = plan.rows.flatMap(({ request, given: one }) => (one ? [`${request.id} ${one.id}`] : []))
    expect([plan.rows.length, plan.untold]).toEqual([all.waiting.filter(({ known }) => known).length, all.waiting.filter(({ known }) => !known).length])
    expect(given.length).toBe(plan.best.people)
    expect(given.length).toBeGreaterThan(4)
    for (const [id, mine] of Map.groupBy(given, (pair) => pair.split(' ')[1] ?? '')) {
      const other = all.helpers.find((helper) => helper.id === id)
      expect(other).toMatchObject({ active: true, cleared: true, lapsed: false })
      expect(mine.length).toBeLessThanOrEqual(Math.min((other?.capacity ?? 0) - (all.running.get(id) ?? 0), other?.monthly ?? 99))
      for (const pair of mine) expect([all.close.has(pair), all.refused.has(pair), all.matched.has(pair), other?.roles.includes(all.waiting.find(({ request }) => pair.startsWith(request))?.role ?? '')]).toEqual([false, false, false, true])
    }
    expect([all.close.size, all.refused.size, all.matched.size].every((many) => many > 2)).toBe(true)
    expect([plan.best.people >= plan.oneByOne.people, plan.rows.every(({ given: one, open, closed }) => one !== null || open > 0 || closed.length > 0)]).toEqual([true, true])
  })

  it('costs the same few statements whatever their number', async () => {
    const few = (await countQueries(onePage)).statements.length
    await plantMatching(owner(), { unit, by: lead.userId }, { seed: 6, people: 20, volunteers: 60, plain: true })
    expect([few, (await countQueries(onePage)).statements.length]).toEqual([3, 3])
  })

  it('comes by pages, and the log names whom the page showed and nobody else', async () => {
    const logged = async () => {
      const [row] = await owner().$queryRaw<{ people: string[]; details: object }[]>`SELECT (SELECT coalesce(array_agg(s.person_id::text ORDER BY s.person_id), '{}') FROM audit_subject s WHERE s.event_id = e.id) AS people, e.details FROM audit_event e WHERE e.action = 'volunteer.plan-viewed' AND e.actor_user_id = ${lead.userId}::uuid ORDER BY e.seq DESC LIMIT 1`
      return row
    }
    const people = (requests: string[]) => all.waiting.filter(({ request }) => requests.includes(request)).map(({ person }) => person).sort()
    const whole = await planned()
    const seen: string[] = []
    for (const tab of ['given', 'left'] as const) {
      for (let page = 1; page <= Math.ceil(whole.counts[tab] / 4); page++) {
        const found = await onePage({ tab, page })
        const shown = found.rows.map(({ request }) => request.id)
        expect([found.tab, found.page, found.names, shown.length > 0 && shown.length <= 4]).toEqual([tab, page, {}, true])
        const planted = people(shown)
        expect((await logged())?.people.filter((id) => all.waiting.some(({ person }) => person === id))).toEqual(planted)
        expect((await logged())?.people).toHaveLength(shown.length)
        seen.push(...shown)
      }
    }
    expect(seen.toSorted()).toEqual(whole.rows.map(({ request }) => request.id).toSorted())
    expect(whole.counts.given + whole.counts.left).toBe(whole.rows.length)
    // Beyond the last page stands the last one; whoever was just asked for is told of by name, and so named in the log.
    const [one, other] = [whole.rows.at(-1)?.request, whole.rows.at(-2)?.request]
    const after = await onePage({ page: 999, asked: one?.id, stayed: `${other?.id}:full` }, 1)
    expect([after.page, Object.keys(after.names).sort()]).toEqual([whole.counts.given, [one?.id, other?.id].sort()])
    expect((await logged())?.people).toHaveLength(new Set([after.rows[0]?.request.id, one?.id, other?.id]).size)
  })

  it('is seen by those who lead volunteers alone', async () => {
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
      const who = await staff(role, { unitId: unit })
      await expect(planForAll(who, today(), planView.parse({})), role).rejects.toThrow('volunteer.match')
      expect(await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.pairs_between() UNION ALL SELECT 1 FROM access.volunteer_loads()`)).toEqual([])
    }
    await expect(transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.close_pairs('{}')`)).rejects.toThrow('permission denied')
  })
})

describe('asking by the plan', () => {
  const given = async () => (await planned()).rows.flatMap(({ request, given: one }) => (one ? [{ request: request.id, volunteer: one.id, pair: `${request.id}:${one.id}` }] : []))

  it('asks the one whose button was pressed, whatever is ticked', async () => {
    const [first, second] = await given()
    const { redirectedTo } = await send(lead, { one: first?.pair ?? '', pairs: second?.pair ?? '' })
    expect(became(redirectedTo)).toMatchObject({ asked: [first?.request], stayed: [] })
    expect([await steps(first?.request ?? ''), await steps(second?.request ?? '')]).toEqual([1, 0])
    expect((await planned()).asked).toBe(1)
  })

  it('asks each by itself: what is in the way of one is told at that one, and the others are asked', async () => {
    const [one, two, three] = await given()
    await as(lead, () => submit(askVolunteer, { volunteerRequestId: one?.request ?? '', volunteerId: one?.volunteer ?? '' }))
    await owner().volunteer.update({ where: { id: two?.volunteer ?? '' }, data: { capacity: 0 } })
    const { redirectedTo } = await send(lead, { pairs: [one?.pair ?? '', two?.pair ?? '', three?.pair ?? ''] })
    expect(became(redirectedTo)).toMatchObject({ asked: [three?.request], stayed: [{ requestId: one?.request, why: 'meanwhile' }, { requestId: two?.request, why: 'full' }] })
    expect([await steps(two?.request ?? ''), await steps(three?.request ?? '')]).toEqual([0, 1])
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.pair-asked', actorUserId: lead.userId, details: { path: ['plan'], equals: true } } })).toBe(2)
  })

  it('needs somebody to be chosen, ids that are ids, and the right to match', async () => {
    expect((await send(lead, {})).state?.fields?.pairs?.[0]).toBeTruthy()
    expect((await send(lead, { pairs: 'x:y' })).redirectedTo).toBeNull()
    const [one] = await given()
    expect((await send(await staff('CASEWORKER', { unitId: unit }), { one: one?.pair ?? '' })).redirectedTo).toBeNull()
    expect(await steps(one?.request ?? '')).toBe(0)
  })
})

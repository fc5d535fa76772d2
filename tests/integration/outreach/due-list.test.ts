import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { dueList } from '@/lib/outreach/due/list/queries'
import { LIST_QUEUES } from '@/lib/outreach/due/list/queues'
import { listHref, listState } from '@/lib/outreach/due/list/schema'
import { personPanel } from '@/lib/outreach/due/panel/queries'
import { outreachMonths } from '@/lib/outreach/figures/queries'
import { coordinatorHome, MOST_ATTENTION } from '@/lib/outreach/home/queries'
import { toDay } from '@/lib/platform/day'
import { as, staff } from '@/tests/support/as'
import { countQueries } from '@/tests/support/count-queries'
import { owner } from '@/tests/support/db'
import { person, veteran } from '@/tests/support/factories'
import { insertLives, life } from '@/tests/support/outreach-population'

const today = toDay('2026-11-20')
const lives = fc.sample(life, { numRuns: 400, seed: Number(process.env.SEED ?? 7) })
let coordinator: Actor
let ids: string[]

beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
  ids = await insertLives(lives)
  await person('RELATIVE')
})

const list = (params: Record<string, string>, pageSize = 1000) => dueList(coordinator, today, listState(params), pageSize)

describe('a number opens the rows it counted', () => {
  it.each(LIST_QUEUES)('%s', async (queue) => {
    const found = await list({ queue })
    expect(found.rows.length).toBe(found.counts[queue])
    expect(found.total).toBe(found.counts[queue])
    expect(new Set(found.rows.map((row) => row.personId)).size).toBe(found.rows.length)
  })

  it('on the landing page as on the list', async () => {
    const home = await coordinatorHome(coordinator, today)
    expect(home.counts).toEqual((await list({})).counts)
    expect(home.attention.length).toBe(Math.min(MOST_ATTENTION, home.attentionTotal))
    expect(home.attentionTotal).toBeGreaterThan(MOST_ATTENTION)
  })

  it('and in the figures over time, whose last month is today', async () => {
    // A day by which everything generated has happened: the past is counted as it was, and nothing in it is yet to come.
    const later = toDay('2027-09-01')
    const { counts } = await dueList(coordinator, later, listState({}))
    expect((await outreachMonths(coordinator, later, 2)).at(-1)).toMatchObject({ day: later, population: counts.EVERYONE, covered: counts.COVERED, overdue: counts.OVERDUE })
  })
})

describe('the list', () => {
  it('holds the same people page by page as whole', async () => {
    const whole = await list({ queue: 'EVERYONE', sort: 'name' })
    const pages = await Promise.all(Array.from({ length: Math.ceil(whole.total / 50) }, (_, i) => list({ queue: 'EVERYONE', sort: 'name', page: String(i + 1) }, 50)))
    expect(pages.flatMap((page) => page.rows.map((row) => row.personId))).toEqual(whole.rows.map((row) => row.personId))
  })

  it('is narrowed by filters that add up, the counts beside the queues staying whole', async () => {
    const all = await list({ queue: 'EVERYONE' })
    const channels = await Promise.all(['BY_HAND', 'DIGITAL_POST', 'PAPER'].map((channel) => list({ queue: 'EVERYONE', channel })))
    const unreachable = all.rows.filter((row) => row.channel === 'NONE').length
    expect(channels.reduce((sum, part) => sum + part.total, unreachable)).toBe(all.total)
    const vulnerable = await list({ queue: 'EVERYONE', vulnerable: '1' })
    expect(vulnerable.rows.every((row) => row.vulnerable)).toBe(true)
    expect(vulnerable.total).toBe(all.rows.filter((row) => row.vulnerable).length)
    expect(vulnerable.counts).toEqual(all.counts)
    expect((await list({ queue: 'EVERYONE', area: '89' })).total).toBe(all.rows.filter((row) => row.town !== null).length)
  })

  it('never shows where a protected person lives', async () => {
    const { rows } = await list({ queue: 'EVERYONE' })
    const hidden = rows.filter((row) => row.protection !== 'P0')
    expect(hidden.length).toBeGreaterThan(20)
    expect(hidden.map((row) => row.town).filter(Boolean)).toEqual([])
  })

  it('takes any address for what it can', () => {
    expect(listState({ queue: 'NOPE', page: '-4', area: "89' OR 1=1", responsible: 'x', sort: 'x', dir: 'up' })).toMatchObject({ queue: 'OVERDUE', page: 1, area: null, responsible: null, sort: 'due', direction: 'asc' })
    const state = listState({ queue: 'NO_REPLY', vulnerable: '1', sort: 'name', dir: 'desc', page: '3' })
    expect(listState(Object.fromEntries(new URL(listHref(state, { page: 3 }), 'http://x').searchParams))).toEqual(state)
  })

  it('asks the database the same number of times for one person and for four hundred', async () => {
    const page = () => as(coordinator, () => dueList(coordinator, today, listState({ queue: 'OVERDUE' })))
    const open = () => as(coordinator, () => personPanel(coordinator, ids[0] as string, today))
    const home = () => as(coordinator, () => coordinatorHome(coordinator, today))
    // Rules, list, audit; the first is the transaction's own setting.
    const counted = [await countQueries(page), await countQueries(open), await countQueries(home)]
    expect(counted.map(({ statements }) => statements.length)).toEqual([3, 3, 3])
  })

  it('writes down who was shown', async () => {
    const before = await owner().auditEvent.count({ where: { action: 'outreach.listed' } })
    const { rows } = await list({ queue: 'RETURNED' })
    const event = await owner().auditEvent.findFirst({ where: { action: 'outreach.listed' }, orderBy: { id: 'desc' }, include: { subjects: true } })
    expect(await owner().auditEvent.count({ where: { action: 'outreach.listed' } })).toBe(before + 1)
    expect(event?.subjects.map((subject) => subject.personId).sort()).toEqual(rows.map((row) => row.personId).sort())
  })
})

describe('who is not in it', () => {
  it('one’s own file, shielded people without clearance, and everybody for other roles', async () => {
    const own = await veteran()
    const shielded = await veteran({ protection: 'P3' })
    const self = await staff('VETERAN_COORDINATOR', { personId: own.id })
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['SHIELDED'] })
    const seenBy = async (actor: Actor) => (await dueList(actor, today, listState({ queue: 'EVERYONE' }), 2000)).rows.map((row) => row.personId)
    expect(await seenBy(coordinator)).toContain(own.id)
    expect(await seenBy(coordinator)).not.toContain(shielded.id)
    expect(await seenBy(self)).not.toContain(own.id)
    expect(await seenBy(cleared)).toContain(shielded.id)
    expect(await personPanel(self, own.id, today)).toBeNull()
    for (const role of ['CASEWORKER', 'MANAGER', 'ADMINISTRATOR'] as const) await expect(seenBy(await staff(role))).rejects.toThrow('outreach.read')
  })
})

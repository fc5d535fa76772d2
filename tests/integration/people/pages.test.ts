import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { giveReason } from '@/lib/access/reasons/actions'
import { openSession } from '@/lib/access/session'
import { today } from '@/lib/platform/clock'
import { nextStepOf, nextStepPart } from '@/lib/outreach/due/queries'
import { duplicateList } from '@/lib/people/duplicates/queries'
import { personHistory } from '@/lib/people/history/queries'
import { letterFile } from '@/lib/people/letters/queries'
import { type Also, type AlsoPart, personData, personOverview } from '@/lib/people/record/queries'
import { relativeCandidates } from '@/lib/people/relations/queries'
import { saveSearch } from '@/lib/people/search/writes'
import { searchResult } from '@/lib/people/search/queries'
import { searchView } from '@/lib/people/search/schema'
import { personTimeline } from '@/lib/people/timeline/queries'
import { transaction } from '@/lib/platform/db'
import { generatePeople } from '../../bench/people-data'
import { as, staff, submit } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner, ownerUrl } from '../../support/db'
import { day, person, veteran } from '../../support/factories'
import { letterOf } from '../../support/merge-records'

let coordinator: Actor
const next: Also<unknown> = ({ actor, tx }, bar) => nextStepOf(actor, tx, bar.id, today())
const nextPart: AlsoPart<unknown> = ({ actor, tx }, id) => nextStepPart(actor, tx, id, today())
const none = async () => null
const pages: Record<string, (actor: Actor, id: string) => Promise<unknown>> = {
  overview: (actor, id) => personOverview(actor, id, nextPart),
  data: (actor, id) => personData(actor, id, 'data', next),
  timeline: (actor, id) => personTimeline(actor, id, { page: 1 }, next),
  history: (actor, id) => personHistory(actor, id, { page: 1 }, next),
}

beforeAll(async () => {
  const client = new pg.Client({ connectionString: ownerUrl() })
  await client.connect()
  await generatePeople(client, 5000)
  await client.end()
  coordinator = await staff('VETERAN_COORDINATOR')
}, 120_000)

async function eventful(): Promise<string> {
  const row = await veteran({ birthDate: day('1975-06-05') })
  for (let i = 0; i < 30; i++) {
    await letterOf(row.id, `2020-01-${String(i + 1).padStart(2, '0')}`)
    await owner().attempt.create({ data: { personId: row.id, channel: 'PHONE', outcome: 'NOT_REACHED', happenedOn: day('2026-01-01'), recordedBy: coordinator.userId } })
    await owner().contactPoint.create({ data: { personId: row.id, kind: 'EMAIL', value: `a${i}@example.invalid`, source: 'test' } })
    await owner().relation.create({ data: { personId: row.id, relatedPersonId: (await person('RELATIVE')).id, kind: 'FRIEND' } })
  }
  return row.id
}

describe('at 5,000 people', () => {
  it('a page takes as many statements for a full life as for an empty one, and never more than eight', async () => {
    const [full, empty] = [await eventful(), (await veteran()).id]
    for (const [name, open] of Object.entries(pages)) {
      const counts: number[] = []
      for (const id of [full, empty]) {
        const { statements, transactions } = await countQueries(async () => open((await openSession(coordinator.token)) ?? coordinator, id))
        counts.push(statements.length)
        expect(transactions, name).toBe(1)
      }
      expect(counts[0], name).toBe(counts[1])
      expect(counts[0], name).toBeLessThanOrEqual(8)
    }
  })

  it('so do the search and the duplicates', async () => {
    const s = await transaction({ role: 'app', token: coordinator.token }, (tx) => saveSearch(tx, coordinator.userId, 'Jensen'))
    const lists = { search: () => searchResult(coordinator, searchView.parse({ s })), duplicates: () => duplicateList(coordinator, { page: 1 }), relatives: () => relativeCandidates(coordinator, coordinator.userId, s) }
    for (const [name, open] of Object.entries(lists)) expect((await countQueries<unknown>(open)).statements.length, name).toBeLessThanOrEqual(5)
    expect((await searchResult(coordinator, searchView.parse({ s })))?.total).toBeGreaterThan(200)
  })
})

describe('an opened page', () => {
  it('is remembered once, with its name', async () => {
    const { id } = await veteran()
    for (const open of Object.values(pages)) await open(coordinator, id)
    const events = await owner().auditEvent.findMany({ where: { personId: id }, orderBy: { seq: 'asc' } })
    expect(events.map((event) => [event.kind, event.action, (event.details as { page: string }).page])).toEqual(Object.keys(pages).map((page) => ['VIEW', 'person.viewed', page]))
  })

  it('names in the log the relatives whose names stand on it', async () => {
    const [one, relative, refugee] = [await veteran(), await person('RELATIVE'), await person('REFUGEE')]
    for (const other of [relative, refugee]) await owner().relation.create({ data: { personId: one.id, relatedPersonId: other.id, kind: 'FRIEND' } })
    for (const name of ['overview', 'data', 'history']) await pages[name]?.(coordinator, one.id)
    const events = await owner().auditEvent.findMany({ where: { personId: one.id }, orderBy: { seq: 'asc' }, select: { subjects: { select: { personId: true } } } })
    expect(events.map(({ subjects }) => subjects.map(({ personId }) => personId))).toEqual([[relative.id], [relative.id], []])
  })

  it('names in the log whoever a protection is shared with, where their name stands', async () => {
    const [one, other] = [await veteran({ protection: 'P1' }), await veteran()]
    await owner().personProtection.create({ data: { personId: other.id, level: 'P1', basis: 'HOUSEHOLD', viaId: one.id, fromDay: day('2026-01-01') } })
    for (const name of ['overview', 'data', 'history']) await pages[name]?.(coordinator, other.id)
    const events = await owner().auditEvent.findMany({ where: { personId: other.id }, orderBy: { seq: 'asc' }, select: { subjects: { select: { personId: true } } } })
    expect(events.map(({ subjects }) => subjects.map(({ personId }) => personId))).toEqual([[one.id], [one.id], []])
  })

  it('does not exist for who may not see it: another programme, own file, family, a shielded person', async () => {
    const [own, child, shielded, refugee] = [await veteran(), await person('RELATIVE'), await veteran({ protection: 'P3' }), await person('REFUGEE')]
    await owner().relation.create({ data: { personId: own.id, relatedPersonId: child.id, kind: 'CHILD' } })
    const me = await staff('VETERAN_COORDINATOR', { personId: own.id })
    for (const open of Object.values(pages)) for (const { id } of [own, child, shielded, refugee]) expect(await open(me, id)).toBeNull()
    expect(await pages.overview?.(me, 'not-an-id')).toBeNull()
    expect(await owner().auditEvent.count({ where: { actorUserId: me.userId } })).toBe(0)
  })

  it('never holds a protected address, cleared or not: it is asked for', async () => {
    const hidden = await veteran({ protection: 'P1' }, { address: { street: 'Skjultgyden', town: 'Hadsten' } })
    const plain = await veteran({}, { address: { street: 'Flyttegyden' } })
    await owner().person.update({ where: { id: plain.id }, data: { protection: 'P2' } })
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
    for (const { id } of [hidden, plain]) {
      for (const [name, open] of Object.entries(pages)) for (const actor of [coordinator, cleared]) expect(JSON.stringify(await open(actor, id)), name).not.toMatch(/gyden|Hadsten/)
    }
    const seen = (await personHistory(cleared, hidden.id, { page: 1, field: 'protected_address.street' }, none))?.content?.more
    expect(seen?.rows).toMatchObject([{ field: 'street', from: null, to: null, hidden: true }])
  })

  it('tells a caseworker how much of the timeline their role leaves out', async () => {
    const { id } = await veteran()
    await letterOf(id, '2026-01-01')
    const caseworker = await staff('CASEWORKER')
    await owner().assignment.create({ data: { personId: id, userId: caseworker.userId, reason: 'test', fromDay: day('2026-01-01') } })
    const seen = await personTimeline(caseworker, id, { page: 1 }, none)
    expect(seen?.content?.more).toMatchObject({ hidden: 1, total: 1, rows: [{ kind: 'role' }] })
    await as(coordinator, () => submit(giveReason, { personId: id, code: 'covering' }))
    expect((await personTimeline(coordinator, id, { page: 1, kind: 'letter' }, none))?.content?.more).toMatchObject({ hidden: 0, total: 1 })
  })

  it('opens a filed letter of this person, and of nobody else', async () => {
    const [a, b] = [await veteran(), await veteran()]
    const file = await owner().storedFile.create({ data: { personId: a.id, kind: 'letter', mime: 'application/pdf', name: 'brev.pdf', sha256: 'x', bytes: new Uint8Array([37, 80, 68, 70]) } })
    const letter = await letterOf(a.id, '2026-01-01')
    await owner().letter.update({ where: { id: letter.id }, data: { fileId: file.id } })
    expect((await letterFile(coordinator, a.id, letter.id))?.mime).toBe('application/pdf')
    expect(await letterFile(coordinator, b.id, letter.id)).toBeNull()
    expect(await owner().auditEvent.count({ where: { action: 'letter.viewed', personId: a.id } })).toBe(1)
  })
})

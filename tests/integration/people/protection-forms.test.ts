import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { addProtection, liftProtection, restateProtection } from '@/lib/people/protection/actions'
import { today } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'

const gone = 'Personen findes ikke længere, eller du har ikke adgang.'
const cleared = () => staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS', 'SHIELDED'] })
const add = (actor: Actor, personId: string, level: string) => as(actor, () => submit(addProtection, { personId, level, source: 'CPR' }))
const lift = (actor: Actor, personId: string, row: string) => as(actor, () => submit(liftProtection, { personId, row, reason: 'Bekræftet i CPR af borgeren selv' }))
const ground = (personId: string, more: object = {}) => owner().personProtection.findFirstOrThrow({ where: { personId, ...more } })
const inLog = async (personId: string) => {
  const event = await owner().auditEvent.findFirstOrThrow({ where: { action: 'protection.lifted', personId }, orderBy: { seq: 'desc' }, include: { subjects: true } })
  return event.subjects.map((one) => one.personId).sort()
}

it('a ground is written for a person who is there, and leads back to whom one may still see', async () => {
  const [named, plain] = [await cleared(), await staff('VETERAN_COORDINATOR')]
  await veteran()
  expect((await add(named, randomUUID(), 'P1')).state?.message).toBe(gone)
  const seen = async (actor: Actor, level: string) => {
    const { id } = await veteran()
    const { redirectedTo } = await add(actor, id, level)
    return redirectedTo === '/people' ? 'search' : redirectedTo === `/people/${id}/data` ? 'person' : redirectedTo
  }
  expect([await seen(plain, 'P1'), await seen(plain, 'P3'), await seen(named, 'P1'), await seen(named, 'P3')]).toEqual(['person', 'search', 'person', 'person'])
})

it('a ground is restated and lifted on the page of whose it is, and answers nothing anywhere else', async () => {
  const named = await cleared()
  const [a, b] = [await veteran(), await veteran()]
  await add(named, a.id, 'P1')
  const { id: row, version } = await ground(a.id)
  const restate = (personId: string, which: string, seen = version) => as(named, () => submit(restateProtection, { personId, row: which, version: String(seen), source: 'Politiet' }))
  for (const [who, which] of [[b.id, row], [a.id, randomUUID()]] as const) for (const seen of [version, version + 5]) expect((await restate(who, which, seen)).state).toMatchObject({ message: gone })
  for (const [who, which] of [[b.id, row], [a.id, randomUUID()]] as const) expect((await lift(named, who, which)).state?.message).toBe(gone)
  expect(await ground(a.id)).toMatchObject({ source: 'CPR', liftedAt: null })
  expect((await lift(named, a.id, row)).redirectedTo).toBe(`/people/${a.id}/data`)
  expect((await lift(named, a.id, row)).state?.message).toBe(gone)
})

it('the log names those of the household who are shown again with it, and nobody who is not', async () => {
  const named = await cleared()
  const home = { street: 'Samlevej', number: '7', postcode: '8920' }
  const [a, b, stranger] = [await veteran({}, { address: home }), await person('RELATIVE', {}, { address: home }), await veteran()]
  await owner().relation.create({ data: { personId: a.id, relatedPersonId: b.id, kind: 'SPOUSE' } })
  await add(named, a.id, 'P1')
  await add(named, a.id, 'P2')
  await owner().personProtection.create({ data: { personId: stranger.id, level: 'P1', basis: 'HOUSEHOLD', viaId: randomUUID(), fromDay: dayToDb(today()) } })
  const [first, last] = [await ground(a.id, { level: 'P1' }), await ground(a.id, { level: 'P2' })]
  await lift(named, a.id, first.id)
  // The other ground still holds, and so does what the household has from it.
  expect([await inLog(a.id), (await ground(b.id)).liftedAt]).toEqual([[], null])
  await lift(named, a.id, last.id)
  expect(await inLog(a.id)).toEqual([b.id])
})

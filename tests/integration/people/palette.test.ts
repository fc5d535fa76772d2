import { beforeAll, expect, it } from 'vitest'
import { POST } from '@/app/api/palette/route'
import type { Actor } from '@/lib/access/permissions'
import { personCases } from '@/lib/casework/cases/queries'
import { as, staff } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'

let coordinator: Actor
const ask = (actor: Actor | null, body: unknown) => as(actor, () => POST(new Request('http://x/api/palette', { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })))

beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
})

it('finds at most eight, says who they are, and remembers who was shown', async () => {
  const shown = await veteran({ firstName: 'Åse', lastName: 'Paletby', birthDate: day('1975-06-05') })
  const response = await ask(coordinator, { query: 'aase paletby' })
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({ groups: [{ label: 'Borgere', items: [{ label: 'Åse Paletby', href: `/people/${shown.id}`, hint: 'Veteran · 05.06.1975 · Randers C' }] }] })
  const event = await owner().auditEvent.findFirst({ where: { action: 'person.found', actorUserId: coordinator.userId }, include: { subjects: true } })
  expect(event?.subjects.map((subject) => subject.personId)).toEqual([shown.id])
  for (let i = 0; i < 9; i++) await veteran({ lastName: 'Mangeby' })
  expect((await (await ask(coordinator, { query: 'mangeby' })).json()).groups[0].items).toHaveLength(8)
})

it('gives a protected person no town', async () => {
  await veteran({ firstName: 'Skjult', lastName: 'Palettesen', protection: 'P1' })
  expect((await (await ask(coordinator, { query: 'palettesen' })).json()).groups[0].items[0].hint).toBe('Veteran · Navne- og adressebeskyttelse')
})

it('before anything is typed offers whom one opened last oneself, by name alone, and the log says so', async () => {
  const [reader, other] = [await staff('CASEWORKER'), await staff('CASEWORKER')]
  const { id } = await veteran({ firstName: 'Sidst', lastName: 'Åbnet' })
  for (const { userId } of [reader, other]) await owner().assignment.create({ data: { personId: id, userId, reason: 'test', fromDay: day('2026-01-01') } })
  const recent = async (actor: Actor) => (await (await ask(actor, { query: ' ' })).json()).groups
  expect(await recent(reader)).toEqual([])
  await personCases(reader, id, async () => null)
  expect(await recent(reader)).toEqual([{ label: 'Sidst åbnet', items: [{ label: 'Sidst Åbnet', href: `/people/${id}` }] }])
  expect(await recent(other)).toEqual([])
  const listed = await owner().auditEvent.findMany({ where: { action: 'person.recent-listed', actorUserId: { in: [reader.userId, other.userId] } }, include: { subjects: true } })
  expect(listed.map(({ actorUserId, subjects }) => [actorUserId, subjects.map(({ personId }) => personId)])).toEqual([[reader.userId, [id]]])
  // Being offered somebody is no opening: it does not keep them on the list.
  await owner().assignment.updateMany({ where: { personId: id, userId: reader.userId }, data: { toDay: day('2026-01-02') } })
  expect(await recent(reader)).toEqual([])
})

it.each([[{}], [{ query: 'x' }], [{ query: 'y'.repeat(121) }], ['no json'], [{ query: ['a', 'b'] }]])('answers %j with nothing', async (body) => {
  expect(await (await ask(coordinator, body)).json()).toEqual({ groups: [] })
})

it('is not there for who may not search, or is not signed in', async () => {
  expect((await ask(null, { query: 'Åse' })).status).toBe(404)
  for (const query of ['Åse', '']) expect((await ask(await staff('MANAGER'), { query })).status).toBe(404)
})

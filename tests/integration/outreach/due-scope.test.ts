import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { transaction } from '@/lib/platform/db'
import { dayToDb } from '@/lib/platform/day'
import { staff } from '@/tests/support/as'
import { owner } from '@/tests/support/db'
import { person, veteran } from '@/tests/support/factories'
import { ago } from '@/tests/support/outreach-arrange'

// outreach_fact states its own scope, for speed. Whatever it shows, person's policies must show too, and of veterans the other way round.
const ids: Record<string, string> = {}
beforeAll(async () => {
  ids.open = (await veteran()).id
  ids.protected = (await veteran({ protection: 'P1' })).id
  ids.shielded = (await veteran({ protection: 'P3' })).id
  ids.own = (await veteran()).id
  ids.friend = (await veteran()).id
  ids.spouse = (await veteran()).id
  ids.merged = (await veteran({ mergedIntoId: ids.open })).id
  ids.former = (await veteran()).id
  ids.relative = (await person('RELATIVE')).id
  ids.refugee = (await person('REFUGEE')).id
  await owner().personRole.updateMany({ where: { personId: ids.former }, data: { toDay: dayToDb(ago(1)) } })
  await owner().relation.create({ data: { personId: ids.own, relatedPersonId: ids.spouse as string, kind: 'SPOUSE' } })
})

async function seen(actor: Actor) {
  const rows = await transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRaw<{ facts: string[]; people: string[] }[]>`SELECT
    ARRAY(SELECT person_id::text FROM outreach_fact ORDER BY 1) AS facts,
    ARRAY(SELECT p.id::text FROM person p WHERE access.may('outreach.read') AND p.merged_into_id IS NULL
      AND EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.kind = 'VETERAN' AND r.to_day IS NULL) ORDER BY 1) AS people`)
  return { ...(rows[0] ?? { facts: [], people: [] }), names: Object.keys(ids).filter((name) => rows[0]?.facts.includes(ids[name] as string)) }
}

const EVERY = ['open', 'protected', 'own', 'friend', 'spouse']
it.each<[string, () => Promise<Actor>, string[]]>([
  ['a coordinator', () => staff('VETERAN_COORDINATOR'), EVERY],
  ['one cleared for shielded people', () => staff('VETERAN_COORDINATOR', { clearances: ['SHIELDED'] }), ['open', 'protected', 'shielded', 'own', 'friend', 'spouse']],
  ['one who is a veteran themselves', () => staff('VETERAN_COORDINATOR', { personId: ids.own }), ['open', 'protected', 'friend']],
  ['one with a declared friend', declared, ['open', 'protected', 'own', 'spouse']],
  ['one whose session was ended', ended, []],
  ['a caseworker with the person assigned', assigned, []],
  ['a manager', () => staff('MANAGER'), []],
  ['an administrator', () => staff('ADMINISTRATOR'), []],
  ['a data protection officer', () => staff('DATA_PROTECTION_OFFICER'), []],
])('%s sees the facts of those they may see', async (_, arrange, names) => {
  const found = await seen(await arrange())
  expect(found.facts).toEqual(found.people)
  expect(found.names).toEqual(names)
})

it('the public role has no way to it at all', async () => {
  await expect(transaction({ role: 'public' }, (tx) => tx.$queryRaw`SELECT 1 FROM outreach_fact`)).rejects.toThrow(/permission denied/)
  await expect(transaction({ role: 'public' }, (tx) => tx.$queryRaw`SELECT 1 FROM access.outreach_known`)).rejects.toThrow(/permission denied/)
})

async function declared(): Promise<Actor> {
  const actor = await staff('VETERAN_COORDINATOR')
  await owner().staffRelation.create({ data: { userId: actor.userId, personId: ids.friend as string, kind: 'FRIEND', fromDay: dayToDb(ago(10)) } })
  return actor
}

async function ended(): Promise<Actor> {
  const actor = await staff('VETERAN_COORDINATOR')
  await owner().session.updateMany({ where: { userId: actor.userId }, data: { revokedAt: new Date() } })
  return actor
}

async function assigned(): Promise<Actor> {
  const actor = await staff('CASEWORKER')
  await owner().assignment.create({ data: { userId: actor.userId, personId: ids.open as string, fromDay: dayToDb(ago(10)), reason: 'test' } })
  return actor
}

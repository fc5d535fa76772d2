import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { NotAllowed, readAs } from '@/lib/access/read'
import { findExplained } from '@/lib/oversight/explain/actions'
import { explained } from '@/lib/oversight/explain/queries'
import { verdictOf } from '@/lib/oversight/explain/rules'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'

let admin: Actor
let officer: Actor
beforeAll(async () => {
  ;[admin, officer] = [await staff('ADMINISTRATOR'), await staff('DATA_PROTECTION_OFFICER')]
})
const pair = async (user: Actor, personId: string, asker = admin) => (await explained(asker, { user: user.userId, person: personId }, 'da'))?.pair ?? null
const assign = (user: Actor, personId: string, toDay?: string) => owner().assignment.create({ data: { personId, userId: user.userId, reason: 'test', fromDay: day('2026-01-01'), ...(toDay ? { toDay: day(toDay) } : {}) } })
const glass = (user: Actor, personId: string, hours = 2) => owner().breakGlass.create({ data: { userId: user.userId, personId, code: 'duty', note: 'Vagten skal bruge et nummer nu', untilAt: new Date(Date.now() + hours * 3_600_000) } })

/** Everybody the matrix tells apart, and everybody they could ask for. */
async function world() {
  const own = await veteran()
  const users = [
    await staff('VETERAN_COORDINATOR'), await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS', 'SHIELDED'] }), await staff('VETERAN_COORDINATOR', { personId: own.id }), await staff('CASEWORKER'), await staff('CASEWORKER', { clearances: ['PROTECTED_ADDRESS'] }),
    await staff('MANAGER'), await staff('VOLUNTEER'), admin, officer, await staff('CASEWORKER', { roles: ['CASEWORKER', 'MANAGER'] }),
  ]
  const people = [own, await veteran(), await veteran({ protection: 'P1' }), await veteran({ protection: 'P2' }), await veteran({ protection: 'P3' }), await person('RELATIVE'), await person('REFUGEE'), await person('REFUGEE', { protection: 'P1' }), await person('JOBCENTRE_CLIENT')]
  const [, , , caseworker, cleared] = users
  if (!caseworker || !cleared) throw new Error('no users')
  await assign(caseworker, people[6]?.id ?? '')
  await assign(caseworker, people[7]?.id ?? '')
  await assign(cleared, people[7]?.id ?? '')
  await assign(cleared, people[8]?.id ?? '', '2026-02-01')
  await glass(caseworker, people[8]?.id ?? '')
  await glass(cleared, people[6]?.id ?? '')
  await owner().breakGlass.updateMany({ where: { userId: cleared.userId }, data: { endedAt: new Date() } })
  return { users, people }
}

describe('the answer', () => {
  it('is what opens, for every user and every person, by reading and by changing', async () => {
    const { users, people } = await world()
    let asked = 0
    for (const user of users) for (const one of people) {
      const seen = await pair(user, one.id)
      if (!seen) throw new Error('no answer')
      const may = (permission: 'person.read' | 'person.read.protected-address' | 'person.update') => verdictOf(permission, seen).yes
      const read = (what: 'person' | 'protectedAddress') => readAs(user, 'person.read', ({ tx }) => (what === 'person' ? tx.person.count({ where: { id: one.id } }) : tx.protectedAddress.count({ where: { personId: one.id } }))).catch((error: unknown) => {
        if (error instanceof NotAllowed) return 0
        throw error
      })
      const changed = await readAs(user, 'person.update', async ({ tx }) => (await tx.person.updateMany({ where: { id: one.id }, data: { language: 'da' } })).count).catch(() => 0)
      expect([user.roles, one.protection, 'read', may('person.read')]).toEqual([user.roles, one.protection, 'read', (await read('person')) === 1])
      expect([user.roles, one.protection, 'change', may('person.update')]).toEqual([user.roles, one.protection, 'change', changed === 1])
      if (['P1', 'P2'].includes(one.protection)) expect([user.roles, 'place', may('person.read.protected-address')]).toEqual([user.roles, 'place', (await read('protectedAddress')) > 0])
      asked += 1
    }
    expect(asked).toBe(90)
  })

  it('leaves no session behind, and none that could be used', async () => {
    const [someone, user] = [await veteran(), await staff('CASEWORKER')]
    await pair(user, someone.id)
    await explained(admin, { user: null, person: someone.id }, 'da')
    expect(await owner().session.count({ where: { device: 'explained' } })).toBe(0)
    expect(await readAs(admin, 'access.explain', async ({ tx }) => (await tx.$queryRaw<{ me: string }[]>`SELECT access.explain(${user.userId}::uuid, ${someone.id}::uuid), access.uid()::text AS me`)[0]?.me)).toBe(admin.userId)
  })

  it('counts whom a user sees, and lists who sees a person, as the database does', async () => {
    const [coordinator, caseworker, someone] = [await staff('VETERAN_COORDINATOR'), await staff('CASEWORKER'), await person('REFUGEE')]
    await assign(caseworker, someone.id)
    const counts = (await explained(admin, { user: coordinator.userId, person: null }, 'da'))?.counts
    expect(counts?.sees).toBe(await readAs(coordinator, 'person.read', ({ tx }) => tx.person.count({ where: { mergedIntoId: null } })))
    expect((await explained(admin, { user: caseworker.userId, person: null }, 'da'))?.counts).toMatchObject({ sees: 1, responsible: 1 })
    expect((await explained(officer, { user: null, person: someone.id }, 'da'))?.seers?.map((one) => one.id)).toEqual([caseworker.userId])
  })

  it('says nothing of a closed user but that they are closed', async () => {
    const [user, someone] = [await staff('VETERAN_COORDINATOR'), await veteran()]
    await owner().user.update({ where: { id: user.userId }, data: { active: false } })
    const seen = await pair(user, someone.id)
    expect(seen && verdictOf('person.read', seen)).toMatchObject({ yes: false, block: 'closed' })
  })
})

describe('whoever asks', () => {
  it('is the administrator or the officer, about nobody of their own, and it stands in the log', async () => {
    const [someone, user] = [await veteran(), await staff('VETERAN_COORDINATOR')]
    await expect(explained(user, { user: user.userId, person: someone.id }, 'da')).rejects.toThrow(NotAllowed)
    const kin = await staff('ADMINISTRATOR', { personId: someone.id })
    expect([await explained(kin, { user: user.userId, person: someone.id }, 'da'), await explained(kin, { user: null, person: someone.id }, 'da'), await explained(admin, { user: user.userId, person: crypto.randomUUID() }, 'da')]).toEqual([null, null, null])
    expect(await pair(user, someone.id, officer)).not.toBeNull()
    expect(await owner().auditEvent.findFirst({ where: { personId: someone.id, actorUserId: officer.userId } })).toMatchObject({ action: 'access.explained', kind: 'VIEW' })
  })

  it('names the citizen in the form and nowhere else', async () => {
    const someone = await veteran({ firstName: 'Eneste', lastName: 'Forklaret', birthDate: day('1980-02-29') })
    const { redirectedTo, state } = await as(admin, () => submit(findExplained, { user: '', name: 'Eneste Forklaret', 'born.day': '29', 'born.month': '2', 'born.year': '1980' }))
    expect([redirectedTo, state]).toEqual([`/admin/access?person=${someone.id}`, null])
    expect((await as(admin, () => submit(findExplained, {}))).state?.fields?.user).toBeDefined()
    expect((await as(admin, () => submit(findExplained, { name: 'Ingen Steder', 'born.day': '1', 'born.month': '1', 'born.year': '1980' }))).state?.fields?.cpr).toBeDefined()
  })
})

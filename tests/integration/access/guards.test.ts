import { afterEach, describe, expect, it, vi } from 'vitest'
import { clearSessionCookie, setSessionCookie } from '@/lib/access/auth/cookie'
import { permissions, roles, type RoleName } from '@/lib/access/matrix'
import { type Actor, can, isRepresentative, isVolunteer, scopesOf } from '@/lib/access/permissions'
import { NotAllowed, readAs, readPublic } from '@/lib/access/read'
import { everyPermission, may } from '../../proof/oracle'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { askFor } from '../../support/next-headers'
import { day, veteran } from '../../support/factories'
import { replyCode } from '../../support/reply-code'

// Everywhere else it is said who is signed in; here it is found out as a page does, from the cookie.
const { currentActor, requireActor } = await vi.importActual<typeof import('@/lib/access/actor')>('@/lib/access/actor')

/** Where it led, or what it said no with. */
const outcome = (asked: Promise<unknown>) => asked.then((value) => (value && typeof value === 'object' && 'userId' in value ? value.userId : value), (error: Error & { digest?: string }) => (error.digest?.startsWith('NEXT_REDIRECT') ? error.digest.split(';')[2] : error.digest ? 'not found' : error instanceof NotAllowed ? 'not allowed' : error.message))
const unproved = (actor: Actor) => owner().session.updateMany({ where: { id: actor.sessionId }, data: { provedAt: new Date(0) } })
const ended = (actor: Actor) => owner().session.updateMany({ where: { id: actor.sessionId }, data: { revokedAt: new Date() } })
const denied = (actor: Actor) => owner().auditEvent.findMany({ where: { actorUserId: actor.userId, kind: 'DENIED' }, select: { action: true, details: true } })
afterEach(async () => {
  askFor()
  await clearSessionCookie()
})

const subjects: Record<RoleName, string> = {
  VETERAN_COORDINATOR: 'coordinator', CASEWORKER: 'caseworker', VOLUNTEER_LEAD: 'volunteer lead', MANAGER: 'manager', VOLUNTEER: 'volunteer', ASSOCIATION_REPRESENTATIVE: 'association', ADMINISTRATOR: 'administrator', DATA_PROTECTION_OFFICER: 'officer',
}

describe('a permission', () => {
  it('is held by the roles a second list says, and by no others', () => {
    for (const permission of new Set([...permissions, ...everyPermission])) for (const role of roles) expect([permission, role, can({ roles: [role] }, permission as never)]).toEqual([permission, role, may(subjects[role], permission)])
    expect(can({ roles: [] }, 'self')).toBe(false)
  })

  it('of several roles is that of each, and what none has is not there', () => {
    expect(scopesOf({ roles: ['VOLUNTEER', 'CASEWORKER', 'VETERAN_COORDINATOR'] }, 'person.read')).toEqual(['assigned', 'programme'])
    expect(can({ roles: ['VOLUNTEER', 'CASEWORKER'] }, 'person.read')).toBe(true)
  })
})

describe('a page', () => {
  const page = async (actor: Actor | null, permission: (typeof permissions)[number]) => {
    if (actor) await setSessionCookie(actor.token)
    return outcome(requireActor(permission))
  }

  it('is for somebody signed in, with the permission; the no of the others stands in the log', async () => {
    expect([await page(null, 'person.search'), await currentActor()]).toEqual(['/sign-in', null])
    const [coordinator, volunteer] = [await staff('VETERAN_COORDINATOR'), await staff('VOLUNTEER')]
    expect([await page(coordinator, 'person.search'), await denied(coordinator)]).toEqual([coordinator.userId, []])
    expect([await page(volunteer, 'person.search'), await denied(volunteer)]).toEqual(['not found', [{ action: 'access.denied', details: { permission: 'person.search' } }]])
    await ended(coordinator)
    expect(await page(coordinator, 'person.search')).toBe('/sign-in')
  })

  it('that is dangerous asks again who it is, and comes back to where it was', async () => {
    const actor = await staff('VETERAN_COORDINATOR')
    expect(await page(actor, 'outreach.export')).toBe(actor.userId)
    await unproved(actor)
    expect(await page(actor, 'outreach.export')).toBe('/prove?next=%2F')
    askFor('/outreach/export', '?queue=DUE')
    expect([await page(actor, 'outreach.export'), await page(actor, 'outreach.read')]).toEqual(['/prove?next=%2Foutreach%2Fexport%3Fqueue%3DDUE', actor.userId])
  })
})

describe('a reading', () => {
  it('asks nothing for whoever may not, and says whom it has shown', async () => {
    const [actor, someone] = [await staff('VETERAN_COORDINATOR'), await veteran()]
    expect(await outcome(readAs(await staff('VOLUNTEER'), 'person.read', async () => 'read'))).toBe('not allowed')
    await readAs(actor, 'person.read', async ({ shown }) => {
      shown({ action: 'test.listed', people: [someone.id] })
      shown({ kind: 'VIEW', action: 'test.viewed', personId: someone.id })
    })
    expect(await owner().auditEvent.findMany({ where: { actorUserId: actor.userId }, select: { kind: true, action: true }, orderBy: { action: 'asc' } })).toEqual([{ kind: 'LIST', action: 'test.listed' }, { kind: 'VIEW', action: 'test.viewed' }])
  })

  it('leads to where something is missing: the sign-in, the proof, the reason; any other fault says nothing of what was asked', async () => {
    const [actor, someone] = [await staff('VETERAN_COORDINATOR'), await veteran({ lastName: 'Hemmeligsen' })]
    const look = (permission: 'person.read' | 'outreach.export') => outcome(readAs(actor, permission, async ({ shown }) => shown({ kind: 'VIEW', action: 'test.viewed', personId: someone.id })))
    await owner().assignment.create({ data: { personId: someone.id, userId: (await staff('VETERAN_COORDINATOR')).userId, reason: 'responsible', fromDay: day('2026-01-01') } })
    expect(await look('person.read')).toBe(`/people/${someone.id}/reason?to=`)
    askFor('/people/x/timeline')
    expect(await look('person.read')).toBe(`/people/${someone.id}/reason?to=%2Fpeople%2Fx%2Ftimeline`)
    await unproved(actor)
    expect(await look('outreach.export')).toBe('/prove?next=%2Fpeople%2Fx%2Ftimeline')
    await ended(actor)
    expect([await look('person.read'), await look('outreach.export')]).toEqual(['/sign-in', '/sign-in'])
    const other = await staff('VETERAN_COORDINATOR')
    const broken = outcome(readAs(other, 'person.read', ({ tx }) => tx.$queryRawUnsafe("SELECT 'Hemmeligsen'::uuid")))
    expect(await broken).not.toMatch(/^\/|Hemmeligsen/)
  })

  it('by a citizen is by the one behind the code, and without a code by nobody', async () => {
    const someone = await veteran()
    const who = (code?: string) => readPublic(code, async (tx) => (await tx.$queryRaw<{ id: string | null }[]>`SELECT access.citizen()::text AS id`)[0]?.id)
    expect([await who(await replyCode(someone.id)), await who()]).toEqual([someone.id, null])
  })
})

describe('a door of its own', () => {
  it('is for whoever is a volunteer, or speaks for an association, and nothing else; not for whoever has no role left', () => {
    const doors = (...given: RoleName[]) => [isVolunteer({ roles: given }), isRepresentative({ roles: given })]
    expect([doors(), doors('VOLUNTEER'), doors('ASSOCIATION_REPRESENTATIVE'), doors('CASEWORKER'), doors('VOLUNTEER', 'CASEWORKER'), doors('ASSOCIATION_REPRESENTATIVE', 'MANAGER')]).toEqual([[false, false], [true, false], [false, true], [false, false], [false, false], [false, false]])
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendLink } from '@/lib/access/accounts/actions'
import { hashPassword } from '@/lib/access/auth/password'
import { matrix, permissions } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { approveRight, takeRight } from '@/lib/access/rights/actions'
import { startSession } from '@/lib/access/session'
import { prove } from '@/lib/access/step-up/actions'
import { isProved } from '@/lib/access/step-up/proof'
import { revealAddress } from '@/lib/people/places/actions'
import { callAccess, transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

const password = 'en lang adgangskode'
let hash = ''
beforeAll(async () => void (hash = await hashPassword(password)))
beforeEach(() => owner().$executeRaw`DELETE FROM access.rate_limit`)

/** Signed in with a password, and last asked who they are this many seconds ago. */
async function proved(role: Parameters<typeof staff>[0], secondsAgo: number, wanted: Parameters<typeof staff>[1] = {}): Promise<Actor> {
  const actor = await staff(role, wanted)
  await owner().user.update({ where: { id: actor.userId }, data: { passwordHash: hash } })
  await owner().$executeRaw`UPDATE session SET proved_at = now() - make_interval(secs => ${secondsAgo}::int) WHERE id = ${actor.sessionId}::uuid`
  return actor
}
const cleared = { clearances: ['PROTECTED_ADDRESS'] as Actor['clearances'] }
const reveal = async (actor: Actor, extra: Record<string, string> = {}) => {
  const someone = await veteran({ protection: 'P1' }, { address: { street: 'Skjulestedet' } })
  const answer = await as(actor, () => submit(revealAddress, { personId: someone.id, purpose: 'letter', ...extra }))
  return { ...answer, shown: JSON.stringify(answer.state).includes('Skjulestedet') }
}

describe('proof', () => {
  it('is asked for after five minutes and not before', async () => {
    expect((await reveal(await proved('VETERAN_COORDINATOR', 290, cleared))).shown).toBe(true)
    const late = await reveal(await proved('VETERAN_COORDINATOR', 301, cleared))
    expect([late.shown, late.state]).toMatchObject([false, { stepUp: 'password', values: { purpose: 'letter' } }])
  })

  it('is given in the same form, and lasts for the next', async () => {
    const actor = await proved('VETERAN_COORDINATOR', 400, cleared)
    const wrong = await reveal(actor, { proof: 'hundehvalp' })
    expect([wrong.shown, wrong.state?.message, JSON.stringify(wrong.state).includes('hundehvalp')]).toEqual([false, 'Det passer ikke. Prøv igen.', false])
    expect(await owner().auditEvent.count({ where: { actorUserId: actor.userId, kind: 'DENIED', action: 'session.not-proved' } })).toBe(1)
    expect([(await reveal(actor, { proof: password })).shown, (await reveal(actor)).shown]).toEqual([true, true])
    expect(await owner().auditEvent.count({ where: { actorUserId: actor.userId, action: 'session.proved' } })).toBe(1)
  })

  it('cannot be guessed', async () => {
    const actor = await proved('VETERAN_COORDINATOR', 400, cleared)
    for (let n = 0; n < 8; n++) await reveal(actor, { proof: `gæt ${n}` })
    expect((await reveal(actor, { proof: password })).state?.message).toContain('Vent et kvarter')
  })

  it('of one session proves nothing for another', async () => {
    const actor = await proved('VETERAN_COORDINATOR', 400, cleared)
    await startSession(actor.userId, 'another')
    expect((await reveal(actor)).shown).toBe(false)
  })

  it('is asked for when a right is given, and not when one is taken', async () => {
    const unit = await owner().unit.create({ data: { code: randomUUID(), nameDa: 'x', nameEn: 'x' } })
    const [manager, user, other] = [await proved('MANAGER', 400, { unitId: unit.id }), await staff('CASEWORKER', { unitId: unit.id }), await staff('ADMINISTRATOR')]
    const { id } = await owner().rightProposal.create({ data: { userId: user.userId, role: 'VOLUNTEER', reason: 'x', proposedBy: other.userId } })
    expect((await as(manager, () => submit(approveRight, { proposalId: id }))).state?.stepUp).toBe('password')
    await expect(transaction({ role: 'app', token: manager.token }, (tx) => tx.$queryRaw`SELECT access.decide_right(${id}::uuid, 'APPROVED')`)).rejects.toThrow(/Proof is missing/)
    expect((await as(manager, () => submit(takeRight, { userId: user.userId, right: 'role:CASEWORKER' }))).state?.ok).toBe(true)
    expect((await as(manager, () => submit(approveRight, { proposalId: id, proof: password }))).redirectedTo).toBe('/rights')
  })

  it('is asked for before somebody else’s password or second factor is renewed', async () => {
    const [admin, user] = [await proved('ADMINISTRATOR', 400), await staff('CASEWORKER')]
    expect((await as(admin, () => submit(sendLink, { userId: user.userId }))).state?.stepUp).toBe('password')
    expect(await owner().userInvitation.count({ where: { userId: user.userId } })).toBe(0)
  })

  it('is asked for by the database for every permission the matrix says, in a reading and in a change', async () => {
    const asking = permissions.filter((one) => 'stepUp' in matrix[one])
    expect(asking).toEqual(expect.arrayContaining(['person.read.protected-address', 'outreach.print', 'outreach.export', 'right.give', 'user.reset']))
    for (const permission of permissions) {
      const role = Object.keys(matrix[permission].scopes)[0] as Parameters<typeof staff>[0]
      const actor = await proved(role, 400)
      const held = await transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRaw`SELECT access.hold_rights(${permission})`).then(() => 'held', () => 'asked')
      const read = await readAs(actor, permission, async () => 'read').catch(() => 'asked')
      expect([permission, held, read]).toEqual([permission, ...(asking.includes(permission) ? ['asked', 'asked'] : ['held', 'read'])])
    }
  })

  it('for a page leads back to it', async () => {
    const actor = await proved('VETERAN_COORDINATOR', 400)
    expect((await as(actor, () => submit(prove, { next: '/outreach/export?queue=DUE' }))).state?.stepUp).toBe('password')
    expect((await as(actor, () => submit(prove, { next: '/outreach/export?queue=DUE', proof: password }))).redirectedTo).toBe('/prove?done=1&next=%2Foutreach%2Fexport%3Fqueue%3DDUE')
    expect((await as(actor, () => submit(prove, { next: '//evil.example' }))).redirectedTo).toBe('/prove?done=1&next=%2F')
  })

  it('of the identity provider is the moment it last asked, never later than now, and none where it does not say', async () => {
    const actor = await staff('VETERAN_COORDINATOR')
    const said = async (moment: Date | null) => {
      await callAccess('SELECT access.proved_at_provider($1, $2)', [actor.token, moment])
      return isProved(actor)
    }
    expect([await said(new Date()), await said(new Date(Date.now() - 301_000)), await said(null)]).toEqual([true, false, false])
    await said(new Date(Date.now() + 86_400_000))
    const [row] = await owner().$queryRaw<{ ahead: boolean }[]>`SELECT proved_at > now() AS ahead FROM session WHERE id = ${actor.sessionId}::uuid`
    expect(row?.ahead).toBe(false)
  })
})

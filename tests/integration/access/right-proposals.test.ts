import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { approveRight, proposeRight, refuseRight, takeRight, withdrawRight } from '@/lib/access/rights/actions'
import { openProposals } from '@/lib/access/rights/queries'
import type { Right } from '@/lib/access/rights/rules'
import { setActive } from '@/lib/access/users/actions'
import { findUser } from '@/lib/access/users/queries'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'

const reason = 'Overtager brevkørslen i november'
let unit: string, elsewhere: string
let [proposer, second, manager, stranger] = [] as unknown as [Actor, Actor, Actor, Actor]

beforeAll(async () => {
  const made = await owner().unit.createManyAndReturn({ data: ['right-a', 'right-b'].map((code) => ({ code, nameDa: code, nameEn: code })), select: { id: true } })
  ;[unit, elsewhere] = made.map((row) => row.id) as [string, string]
  ;[proposer, second, manager, stranger] = await Promise.all([staff('ADMINISTRATOR'), staff('ADMINISTRATOR'), staff('MANAGER', { unitId: unit }), staff('MANAGER', { unitId: elsewhere })])
})

async function proposed(userId: string, right: Right = 'role:CASEWORKER', by: Actor = proposer) {
  const answer = await as(by, () => submit(proposeRight, { userId, right, reason }))
  const row = await owner().rightProposal.findFirst({ where: { userId, outcome: null }, orderBy: { proposedAt: 'desc' } })
  return { answer, id: row?.id ?? randomUUID() }
}
const decide = (who: Actor, action: typeof approveRight, id: string) => as(who, () => submit(action, { proposalId: id }))
const grants = (userId: string) => owner().roleGrant.findMany({ where: { userId, toDay: null }, select: { role: true, grantedBy: true, proposedBy: true }, orderBy: { role: 'asc' } })
const none = { roles: [] as never[] }

describe('a right', () => {
  it('is proposed by one administrator and given by the manager of the unit, and opens nothing before', async () => {
    const user = await staff('CASEWORKER', { ...none, unitId: unit })
    const { answer, id } = await proposed(user.userId)
    expect(answer.redirectedTo).toBe(`/admin/users/${user.userId}`)
    expect(await grants(user.userId)).toEqual([])
    expect((await openProposals(manager, 'da')).find((one) => one.id === id)).toMatchObject({ right: 'role:CASEWORKER', reason, hindrance: null })
    expect((await decide(manager, approveRight, id)).redirectedTo).toBe('/rights')
    expect(await grants(user.userId)).toEqual([{ role: 'CASEWORKER', grantedBy: manager.userId, proposedBy: proposer.userId }])
    expect(await owner().auditEvent.count({ where: { action: { in: ['right.proposed', 'right.approved'] }, actorUserId: { in: [proposer.userId, manager.userId] } } })).toBeGreaterThanOrEqual(2)
  })

  it('is given by another administrator too, a clearance like a role, and once', async () => {
    const user = await staff('VETERAN_COORDINATOR')
    const { id } = await proposed(user.userId, 'clearance:PROTECTED_ADDRESS')
    const answers = await Promise.all([decide(second, approveRight, id), decide(second, approveRight, id)])
    expect(answers.filter((answer) => answer.redirectedTo).length).toBe(1)
    expect(await owner().clearance.count({ where: { userId: user.userId } })).toBe(1)
    expect((await proposed(user.userId, 'clearance:PROTECTED_ADDRESS')).answer.state?.fields?.right?.[0]).toContain('allerede')
  })

  it('refused or taken back opens nothing, and can be proposed again', async () => {
    const user = await staff('CASEWORKER', { ...none, unitId: unit })
    await decide(manager, refuseRight, (await proposed(user.userId)).id)
    await decide(second, withdrawRight, (await proposed(user.userId)).id)
    const { id } = await proposed(user.userId)
    expect((await proposed(user.userId)).answer.state?.fields?.right?.[0]).toContain('venter')
    expect(await grants(user.userId)).toEqual([])
    expect((await findUser(proposer, user.userId, 'da'))?.proposals.map((one) => one.id)).toEqual([id])
  })

  it('ends without anybody else, by an administrator or the manager of the unit, at once', async () => {
    const user = await staff('CASEWORKER', { roles: ['CASEWORKER', 'VOLUNTEER_LEAD'], unitId: unit })
    const take = (who: Actor, right: Right) => as(who, () => submit(takeRight, { userId: user.userId, right }))
    expect((await take(stranger, 'role:CASEWORKER')).state?.ok).toBeUndefined()
    expect((await take(manager, 'role:CASEWORKER')).state?.ok).toBe(true)
    expect((await take(proposer, 'role:VOLUNTEER_LEAD')).state?.ok).toBe(true)
    expect(await grants(user.userId)).toEqual([])
  })

  it('does not come back with a user who is closed and opened again, and nothing that waited is given', async () => {
    const user = await staff('CASEWORKER', { unitId: unit, clearances: ['SHIELDED'] })
    const { id } = await proposed(user.userId, 'role:VETERAN_COORDINATOR')
    const set = (active: boolean) => as(proposer, () => submit(setActive, { userId: user.userId, active: String(active) }))
    await set(false)
    expect(await owner().session.count({ where: { userId: user.userId, revokedAt: null } })).toBe(0)
    await decide(manager, approveRight, id)
    await set(true)
    expect([await grants(user.userId), await owner().clearance.count({ where: { userId: user.userId, toDay: null } })]).toEqual([[], 0])
  })
})

describe('a right is not given', () => {
  it('by the one who proposed it', async () => {
    const user = await staff('CASEWORKER', none)
    const { id } = await proposed(user.userId)
    expect((await decide(proposer, approveRight, id)).state?.message).toContain('selv foreslået')
    expect(await grants(user.userId)).toEqual([])
  })

  it('by the one it is for, as manager of their own unit or as administrator', async () => {
    for (const [who, right] of [[manager, 'clearance:PROTECTED_ADDRESS'], [second, 'role:VETERAN_COORDINATOR']] as const) {
      const { id } = await proposed(who.userId, right)
      expect((await decide(who, approveRight, id)).redirectedTo).toBeNull()
      expect(await owner().rightProposal.findUnique({ where: { id } })).toMatchObject({ outcome: null })
      await decide(proposer, withdrawRight, id)
    }
  })

  it('by a manager of another unit, who is not told that it is there', async () => {
    const user = await staff('CASEWORKER', { ...none, unitId: unit })
    const { id } = await proposed(user.userId)
    const [hidden, missing] = [await decide(stranger, approveRight, id), await decide(stranger, approveRight, randomUUID())]
    expect(hidden.state?.message).toBe(missing.state?.message)
    expect((await openProposals(stranger, 'da')).map((one) => one.id)).not.toContain(id)
    expect(await grants(user.userId)).toEqual([])
  })

  it('after the one who proposed it was closed', async () => {
    const user = await staff('CASEWORKER', { ...none, unitId: unit })
    const leaver = await staff('ADMINISTRATOR')
    const { id } = await proposed(user.userId, 'role:CASEWORKER', leaver)
    await as(proposer, () => submit(setActive, { userId: leaver.userId, active: 'false' }))
    expect((await decide(manager, approveRight, id)).redirectedTo).toBeNull()
    expect(await grants(user.userId)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { roles } from '@/lib/access/matrix'
import { readAs } from '@/lib/access/read'
import { transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'

describe('the database refuses by itself', () => {
  it('without a session nothing is visible', async () => {
    await veteran()
    const seen = await transaction({ role: 'app', token: 'nobody' }, (tx) => tx.person.count())
    expect(seen).toBe(0)
  })

  it('a coordinator sees veterans and relatives, and nobody else', async () => {
    const seen = await veteran()
    const hidden = await person('REFUGEE')
    const coordinator = await staff('VETERAN_COORDINATOR')
    const ids = await readAs(coordinator, 'person.read', async ({ tx }) => (await tx.person.findMany({ select: { id: true } })).map((p) => p.id))
    expect(ids).toContain(seen.id)
    expect(ids).not.toContain(hidden.id)
  })

  it('a protected address stands in its own table and needs a personal clearance', async () => {
    const hidden = await veteran({ protection: 'P1' })
    expect(await owner().address.count({ where: { personId: hidden.id } })).toBe(0)
    const without = await staff('VETERAN_COORDINATOR')
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
    const count = (actor: typeof without) => readAs(actor, 'person.read', ({ tx }) => tx.protectedAddress.count({ where: { personId: hidden.id } }))
    expect(await count(without)).toBe(0)
    expect(await count(cleared)).toBe(1)
  })

  it('nobody opens their own file', async () => {
    const self = await veteran()
    const coordinator = await staff('VETERAN_COORDINATOR', { personId: self.id })
    expect(await readAs(coordinator, 'person.read', ({ tx }) => tx.person.count({ where: { id: self.id } }))).toBe(0)
  })

  it('who works here is for those who work here: a volunteer and a representative read their own row', async () => {
    const colleague = await staff('CASEWORKER')
    for (const role of roles) {
      const actor = await staff(role)
      const ids = await readAs(actor, 'self', async ({ tx }) => (await tx.user.findMany({ select: { id: true } })).map(({ id }) => id))
      if (role === 'VOLUNTEER' || role === 'ASSOCIATION_REPRESENTATIVE') expect([role, ids]).toEqual([role, [actor.userId]])
      else expect(ids, role).toContain(colleague.userId)
    }
  })

  it('a revoked session sees nothing at the next statement of the same transaction', async () => {
    const someone = await veteran()
    const coordinator = await staff('VETERAN_COORDINATOR')
    const counts = await transaction({ role: 'app', token: coordinator.token }, async (tx) => {
      const before = await tx.person.count({ where: { id: someone.id } })
      await owner().session.update({ where: { id: coordinator.sessionId }, data: { revokedAt: new Date() } })
      return [before, await tx.person.count({ where: { id: someone.id } })]
    })
    expect(counts).toEqual([1, 0])
  })

  it('the log takes new rows and gives none up', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const change = (sql: string) => transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$executeRawUnsafe(sql))
    for (const sql of ["UPDATE audit_event SET action = 'x'", 'DELETE FROM audit_event', 'TRUNCATE audit_event CASCADE', "INSERT INTO audit_event (kind, action) VALUES ('VIEW', 'x')"])
      await expect(change(sql)).rejects.toThrow()
  })
})

import { describe, expect, it } from 'vitest'
import { endOneSession, signOut, signOutEverywhere } from '@/lib/access/actions'
import { setSessionCookie } from '@/lib/access/auth/cookie'
import type { Actor } from '@/lib/access/permissions'
import { endSession, openSession, startSession } from '@/lib/access/session'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const move = (actor: Actor, data: object) => owner().session.update({ where: { id: actor.sessionId }, data })
const people = (actor: Actor) => transaction({ role: 'app', token: actor.token }, (tx) => tx.person.count())
const run = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql)).catch(() => 'refused')

describe('a session opens nothing more', () => {
  it.each([
    ['when it has been idle too long', { idleExpiresAt: ago(1) }],
    ['when its ten hours are over, however busy it was', { expiresAt: ago(1) }],
    ['when it was revoked', { revokedAt: ago(1) }],
  ])('%s', async (_when, data) => {
    await veteran()
    const actor = await staff('VETERAN_COORDINATOR')
    expect([(await openSession(actor.token))?.userId, (await people(actor)) > 0]).toEqual([actor.userId, true])
    await move(actor, data)
    expect([await openSession(actor.token), await people(actor)]).toEqual([null, 0])
  })

  it('when its user was closed', async () => {
    const actor = await staff('VETERAN_COORDINATOR')
    await owner().user.update({ where: { id: actor.userId }, data: { active: false } })
    expect([await openSession(actor.token), await people(actor)]).toEqual([null, 0])
  })

  it('with a made-up token, another user’s id or nothing at all', async () => {
    const actor = await staff('VETERAN_COORDINATOR')
    for (const token of ['', 'x', actor.userId, actor.sessionId, `${actor.token}x`]) expect(await openSession(token)).toBeNull()
    for (const token of ['x', actor.userId, actor.sessionId]) expect(await people({ ...actor, token })).toBe(0)
  })
})

describe('a session', () => {
  it('is touched at most once a minute, and use moves the idle limit but never the last hour', async () => {
    const actor = await staff('CASEWORKER')
    const seen = async () => owner().session.findUniqueOrThrow({ where: { id: actor.sessionId } })
    const expiresAt = new Date(Date.now() + 20 * 60_000)
    await move(actor, { lastSeenAt: ago(0.5), idleExpiresAt: new Date(ago(0.5).getTime() + 30 * 60_000), expiresAt })
    const before = await seen()
    await openSession(actor.token)
    expect(await seen()).toEqual(before)
    await move(actor, { lastSeenAt: ago(2), idleExpiresAt: new Date(ago(2).getTime() + 30 * 60_000) })
    await openSession(actor.token)
    expect((await seen()).lastSeenAt.getTime()).toBeGreaterThan(ago(1).getTime())
    expect((await seen()).idleExpiresAt).toEqual(expiresAt)
  })

  it('is a new one at every sign-in, and ends alone', async () => {
    const actor = await staff('CASEWORKER')
    const [first, second] = [await startSession(actor.userId, 'a'), await startSession(actor.userId, 'b')]
    expect(first).not.toBe(second)
    await endSession(first)
    expect([await openSession(first), (await openSession(second))?.userId]).toEqual([null, actor.userId])
    expect(await owner().auditEvent.count({ where: { actorUserId: actor.userId, action: 'session.started' } })).toBe(2)
  })

  it('gives the roles and clearances of today: one that ended yesterday is gone, one that ends today still holds', async () => {
    const actor = await staff('VETERAN_COORDINATOR', { clearances: ['SHIELDED'] })
    const end = async (toDay: Date) => {
      await owner().roleGrant.updateMany({ where: { userId: actor.userId }, data: { toDay } })
      await owner().clearance.updateMany({ where: { userId: actor.userId }, data: { toDay } })
      const found = await openSession(actor.token)
      return [found?.roles, found?.clearances, (await people(actor)) > 0]
    }
    expect(await end(dayToDb(today()))).toEqual([['VETERAN_COORDINATOR'], ['SHIELDED'], true])
    expect(await end(dayToDb(addDays(today(), -1)))).toEqual([[], [], false])
  })

  it('is counted in Danish days whatever the machine’s zone', async () => {
    for (const who of [{ role: 'app', token: 'x' }, { role: 'public' }, { role: 'worker' }] as const)
      expect(await transaction(who, (tx) => tx.$queryRaw`SELECT current_setting('timezone') AS zone`)).toEqual([{ zone: 'Europe/Copenhagen' }])
  })

  it('can be ended one by one and all but this one, one’s own only', async () => {
    const [actor, other] = [await staff('CASEWORKER'), await staff('CASEWORKER')]
    const second = await startSession(actor.userId, 'b')
    await as(actor, () => submit(endOneSession, { sessionId: other.sessionId }))
    expect(await openSession(other.token)).not.toBeNull()
    const third = await startSession(actor.userId, 'c')
    const [{ id } = { id: '' }] = await owner().session.findMany({ where: { userId: actor.userId, device: 'c' } })
    await as(actor, () => submit(endOneSession, { sessionId: id }))
    expect([await openSession(third), (await openSession(second))?.userId, (await openSession(actor.token))?.userId]).toEqual([null, actor.userId, actor.userId])
    await as(actor, () => submit(signOutEverywhere, {}))
    expect([await openSession(second), (await openSession(actor.token))?.userId]).toEqual([null, actor.userId])
  })

  it('ends with sign out, also when the form carries a submission id', async () => {
    const actor = await staff('CASEWORKER')
    await setSessionCookie(actor.token)
    const elsewhere = await startSession(actor.userId, 'b')
    const answer = await as(actor, () => submit(signOut, { submission: '00000000-0000-4000-8000-0000000000aa' }))
    expect(answer.redirectedTo).toBe('/sign-in')
    expect([await openSession(actor.token), (await openSession(elsewhere))?.userId]).toEqual([null, actor.userId])
  })
})

describe('nobody becomes somebody else through the table of sessions', () => {
  it('not even an administrator, by moving a session or by giving it a known token', async () => {
    const [admin, victim] = [await staff('ADMINISTRATOR'), await staff('VETERAN_COORDINATOR')]
    const known = `sha256(convert_to('known', 'UTF8'))`
    for (const sql of [
      `UPDATE session SET user_id = '${victim.userId}' WHERE id = '${admin.sessionId}'`,
      `UPDATE session SET token_hash = ${known} WHERE id = '${victim.sessionId}'`,
      `UPDATE session SET expires_at = now() + interval '1 year', idle_expires_at = now() + interval '1 year' WHERE id = '${admin.sessionId}'`,
      `UPDATE session SET revoked_at = NULL WHERE id = '${admin.sessionId}'`,
      `INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at) VALUES ('${victim.userId}', ${known}, 'x', now() + interval '1 day', now() + interval '1 day')`,
      `UPDATE app_user SET issuer = 'https://idp.example', subject = 'mine' WHERE id = '${victim.userId}'`,
      `SELECT access.start_session('${victim.userId}', 'known', 'x', interval '1 hour', interval '1 hour')`,
    ]) expect([sql, await run(admin, sql)]).toEqual([sql, 'refused'])
    expect(await openSession('known')).toBeNull()
  })

  it('nor does anybody change their own address, unit or standing', async () => {
    const actor = await staff('CASEWORKER')
    for (const set of [`email = 'leader@example.invalid'`, `unit_id = uuidv7()`, 'active = false']) expect([set, await run(actor, `UPDATE app_user SET ${set} WHERE id = '${actor.userId}'`)]).toEqual([set, 'refused'])
    expect(await run(actor, `UPDATE app_user SET locale = 'en' WHERE id = '${actor.userId}'`)).toBe(1)
  })
})

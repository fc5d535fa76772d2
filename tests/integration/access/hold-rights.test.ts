import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { staffAction } from '@/lib/access/action'
import { signOut } from '@/lib/access/actions'
import { nothing } from '@/lib/access/schema'
import { dayToDb, addDays } from '@/lib/platform/day'
import { today } from '@/lib/platform/clock'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

// Over in every zone: the owner's own connection counts days in the machine's, and just after midnight that is still yesterday.
const gone = dayToDb(addDays(today(), -2))
/** Everything that can be taken from somebody, as the owner of the database or a colleague would. */
const ENDS: Record<string, (actor: Actor) => Promise<unknown>> = {
  'the session': (actor) => owner().session.updateMany({ where: { id: actor.sessionId }, data: { revokedAt: new Date() } }),
  'the user': (actor) => owner().user.update({ where: { id: actor.userId }, data: { active: false } }),
  'the role': (actor) => owner().roleGrant.updateMany({ where: { userId: actor.userId }, data: { toDay: gone } }),
  'the role, deleted': (actor) => owner().roleGrant.deleteMany({ where: { userId: actor.userId } }),
  'a responsibility': (actor) => owner().assignment.updateMany({ where: { userId: actor.userId }, data: { toDay: gone } }),
  'a clearance': (actor) => owner().clearance.updateMany({ where: { userId: actor.userId }, data: { toDay: gone } }),
}
const waitingForLock = async () => (await owner().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = 'advisory' AND datname = current_database()`)[0]?.n

async function coordinator(): Promise<Actor> {
  const actor = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
  await owner().assignment.create({ data: { personId: (await veteran()).id, userId: actor.userId, reason: 'test', fromDay: new Date('2020-01-01') } })
  return actor
}

/** An action that has done everything and waits to be committed. */
function slowAction() {
  const events: string[] = []
  let commit = () => {}
  const ready = new Promise<void>((at) => {
    slow = staffAction({ name: 'test-slow', may: 'outreach.record', schema: nothing, async run({ audit }) {
      await audit({ action: 'test.changed' })
      at()
      await new Promise<void>((resolve) => (commit = resolve))
      events.push('committing')
      return { message: 'done' }
    } })
  })
  return { action: (...args: Parameters<typeof slow>) => slow(...args), ready, commit: () => commit(), events }
}
let slow: ReturnType<typeof staffAction>

describe.each(Object.keys(ENDS))('taking away %s', (what) => {
  it('waits for the change that is under way', async () => {
    const actor = await coordinator()
    const { action, ready, commit, events } = slowAction()
    const change = as(actor, () => submit(action, {}))
    await ready
    const end = ENDS[what]!(actor).then(() => events.push('ended'))
    await expect.poll(waitingForLock).toBe(1)
    commit()
    await Promise.all([change, end])
    expect(events).toEqual(['committing', 'ended'])
  })
})

describe.each(['the session', 'the user', 'the role', 'the role, deleted'])('after %s has ended', (what) => {
  it('nothing more is written', async () => {
    const actor = await coordinator()
    await ENDS[what]!(actor)
    const before = await owner().auditEvent.count({ where: { kind: 'CHANGE' } })
    const { action } = slowAction()
    expect((await as(actor, () => submit(action, {}))).state).toMatchObject({ message: expect.any(String) })
    expect(await owner().auditEvent.count({ where: { kind: 'CHANGE' } })).toBe(before)
  })
})

it('signing out ends the session at once and does not wait for itself', async () => {
  const actor = await coordinator()
  expect((await as(actor, () => submit(signOut, {}))).redirectedTo).toBe('/sign-in')
  expect((await owner().session.findUniqueOrThrow({ where: { id: actor.sessionId } })).revokedAt).not.toBeNull()
})

import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { Refused, staffAction } from '@/lib/access/action'
import type { Actor } from '@/lib/access/permissions'
import { NotAllowed, readAs } from '@/lib/access/read'
import { log } from '@/lib/platform/log/log'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

const schema = z.object({ id: z.uuid(), note: z.string().max(40, 'people.error.notFound'), secret: z.string().optional() })
type Step = 'silent' | 'refuse' | 'refuse-field' | 'break' | 'boom' | 'leave' | 'done'
/** Changes a note, and then does what the test asks for. */
const edit = (step: Step) => staffAction({
  name: 'test-edit',
  may: 'person.update',
  schema,
  keepSecret: ['secret'],
  async run({ tx, audit }, input) {
    await tx.person.updateMany({ where: { id: input.id }, data: { communicationNote: `${input.note}${input.secret ?? ''}` } })
    if (step === 'silent') return {}
    await audit({ action: step === 'boom' ? 'test.boom' : 'test.edited', personId: input.id })
    if (step === 'refuse') throw new Refused('access.error.wrong')
    if (step === 'refuse-field') throw new Refused('access.error.email', {}, 'note')
    if (step === 'break') await tx.person.create({ data: { firstName: input.note, lastName: 'x', registeredOn: 'not a date', source: 'x' } })
    return step === 'leave' ? { redirectTo: '/somewhere' } : { message: 'ok' }
  },
})
const noteOf = async (id: string) => (await owner().person.findUniqueOrThrow({ where: { id } })).communicationNote
const boom = (on: boolean) => owner().$executeRawUnsafe(on ? `ALTER TABLE audit_event ADD CONSTRAINT no_boom CHECK (action <> 'test.boom')` : 'ALTER TABLE audit_event DROP CONSTRAINT IF EXISTS no_boom')
afterEach(() => boom(false))

async function attempt(step: Step, values: Record<string, string> = {}, actor?: Actor | null) {
  const someone = await veteran()
  const who = actor === undefined ? await staff('VETERAN_COORDINATOR') : actor
  const answer = await as(who, () => submit(edit(step), { id: someone.id, note: 'Birthe 010190-1234', ...values }))
  return { ...answer, note: await noteOf(someone.id), logged: await owner().auditEvent.count({ where: { personId: someone.id } }) }
}

describe('an action', () => {
  it('that audits is done, and leads on', async () => {
    expect(await attempt('done', { secret: '!' })).toMatchObject({ state: { ok: true, message: 'ok', values: {} }, note: 'Birthe 010190-1234!', logged: 1 })
    expect(await attempt('leave')).toMatchObject({ redirectedTo: '/somewhere', logged: 1 })
  })

  it('that audits nothing is rolled back', async () => {
    expect(await attempt('silent')).toMatchObject({ state: { message: expect.stringMatching(/Oplys koden [0-9a-f]{8}/) }, note: null, logged: 0 })
  })

  it('that cannot be audited does not happen', async () => {
    await boom(true)
    expect(await attempt('boom')).toMatchObject({ note: null, logged: 0, state: { values: { note: 'Birthe 010190-1234' } } })
  })

  it('that is refused changes nothing and keeps what was typed, at the field where it belongs, but never a secret', async () => {
    const refused = await attempt('refuse', { secret: 'hemmelig' })
    expect(refused).toMatchObject({ state: { message: 'E-mail eller adgangskode er forkert. Prøv igen.', values: { note: 'Birthe 010190-1234' } }, note: null, logged: 0 })
    expect(JSON.stringify(refused.state)).not.toContain('hemmelig')
    expect((await attempt('refuse-field')).state?.fields?.note?.[0]).toContain('e-mailadresse')
    const invalid = await attempt('done', { note: 'x'.repeat(41), secret: 'hemmelig' })
    expect([invalid.state?.fields?.note?.length, invalid.state?.values.note, 'secret' in (invalid.state?.values ?? {})]).toEqual([1, 'x'.repeat(41), false])
  })

  it('that breaks says one sentence with a reference, and the log line holds the reference and no values', async () => {
    const lines: unknown[] = []
    vi.spyOn(log, 'error').mockImplementation((...line) => void lines.push(line))
    const { state, note } = await attempt('break', { note: 'Birthe 010190-1234', secret: 'hemmelig' })
    vi.restoreAllMocks()
    const reference = /Oplys koden ([0-9a-f]{8})/.exec(state?.message ?? '')?.[1]
    expect([note, lines.length, state?.values.note]).toEqual([null, 1, 'Birthe 010190-1234'])
    expect(JSON.stringify(lines)).toContain(reference)
    for (const word of ['Birthe', '1234', 'hemmelig', 'not a date']) expect(JSON.stringify(lines) + state?.message).not.toContain(word)
  })

  it('is not for everybody: a no keeps the text, changes nothing and stands in the log', async () => {
    const dpo = await staff('DATA_PROTECTION_OFFICER')
    expect(await attempt('done', {}, dpo)).toMatchObject({ state: { message: 'Du har ikke adgang til dette.', values: { note: 'Birthe 010190-1234' } }, note: null })
    expect(await owner().auditEvent.findFirst({ where: { actorUserId: dpo.userId } })).toMatchObject({ kind: 'DENIED', details: { permission: 'person.update' } })
  })

  it('of somebody who was signed out meanwhile keeps the text and asks them in again', async () => {
    expect(await attempt('done', {}, null)).toMatchObject({ state: { signedOut: true, values: { note: 'Birthe 010190-1234' } }, note: null })
    const revoked = await staff('VETERAN_COORDINATOR')
    await owner().session.update({ where: { id: revoked.sessionId }, data: { revokedAt: new Date() } })
    expect(await attempt('done', {}, revoked)).toMatchObject({ note: null, logged: 0, state: { values: { note: 'Birthe 010190-1234' } } })
  })

  it('takes fields by the names of an object’s own parts for what they are', async () => {
    const { state } = await attempt('refuse', { constructor: 'a', __proto__x: 'b', toString: 'c' })
    expect(state?.values).toMatchObject({ constructor: 'a', toString: 'c' })
  })
})

describe('a reading', () => {
  it('that cannot be audited shows nothing', async () => {
    const actor = await staff('VETERAN_COORDINATOR')
    const someone = await veteran()
    const read = () => readAs(actor, 'person.read', async ({ tx, shown }) => {
      shown({ kind: 'VIEW', action: 'test.boom', personId: someone.id })
      return tx.person.findMany({ select: { id: true } })
    })
    expect((await read()).length).toBeGreaterThan(0)
    await boom(true).catch(() => owner().$executeRaw`ALTER TABLE audit_event ADD CONSTRAINT no_boom CHECK (action <> 'test.boom') NOT VALID`)
    await expect(read()).rejects.toThrow()
  })

  it('of a session that ended in between is an error and not an empty list', async () => {
    const actor = await staff('VETERAN_COORDINATOR')
    await owner().session.update({ where: { id: actor.sessionId }, data: { revokedAt: new Date() } })
    const read = readAs(actor, 'person.read', async ({ tx, shown }) => {
      shown({ action: 'person.list' })
      return tx.person.count()
    })
    await expect(read).rejects.toThrow(/session has ended|NEXT_REDIRECT/)
  })

  it('without the permission asks the database nothing', async () => {
    const ask = vi.fn()
    await expect(readAs(await staff('MANAGER'), 'person.read', ask)).rejects.toThrow(NotAllowed)
    expect(ask).not.toHaveBeenCalled()
  })
})

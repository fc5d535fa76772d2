import { randomUUID } from 'node:crypto'
import { refresh } from 'next/cache'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { type ActionContext, Refused, staffAction } from '@/lib/access/action'
import { hashPassword } from '@/lib/access/auth/password'
import { Conflict } from '@/lib/access/conflict'
import type { Actor } from '@/lib/access/permissions'
import { publicAction } from '@/lib/access/public-action'
import { NotAllowed } from '@/lib/access/refused'
import { log } from '@/lib/platform/log/log'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { replyCode } from '../../support/reply-code'

const ran = vi.fn<(context: ActionContext) => Promise<void> | void>()
afterEach(() => void ran.mockReset())
/** An action that does what the test says, and writes that it did. */
const act = (may: 'person.update' | 'outreach.print' | 'self', more: { repeatable?: true; scratch?: true; silent?: true } = {}) => staffAction({
  name: 'test-branch', may, schema: z.object({ note: z.string().optional() }), ...more,
  async run(context) {
    await ran(context)
    if (!more.silent) await context.audit({ action: 'test.branched' })
    return {}
  },
})
const send = async (actor: Actor | null, action: ReturnType<typeof act>, values: Record<string, string | File> = {}) => (await as(actor, () => submit(action, { note: 'skrevet', ...values }))).state
const session = (actor: Actor, data: object) => owner().session.updateMany({ where: { id: actor.sessionId }, data })

describe('an action', () => {
  it('asks the database who somebody is, whatever the request believes', async () => {
    const volunteer = await staff('VOLUNTEER')
    const state = await send({ ...volunteer, roles: ['VETERAN_COORDINATOR'] }, act('person.update'))
    expect([state, ran.mock.calls.length]).toEqual([{ message: 'Du har ikke adgang til dette.', values: { note: 'skrevet' } }, 0])
  })

  it('that is dangerous is not begun before the proof, and begins with it', async () => {
    const actor = await staff('VETERAN_COORDINATOR')
    await owner().user.update({ where: { id: actor.userId }, data: { passwordHash: await hashPassword('en lang adgangskode') } })
    await session(actor, { provedAt: new Date(0) })
    expect([await send(actor, act('outreach.print')), ran.mock.calls.length]).toEqual([{ stepUp: 'password', values: { note: 'skrevet' } }, 0])
    expect([(await send(actor, act('self')))?.ok, (await send(actor, act('outreach.print'), { proof: 'en lang adgangskode' }))?.ok, ran.mock.calls.length]).toEqual([true, true, 2])
  })

  it('is stopped by what happens under way, and says which', async () => {
    const [actor, someone, free] = [await staff('VETERAN_COORDINATOR'), await veteran(), await veteran()]
    await owner().assignment.create({ data: { personId: someone.id, userId: (await staff('VETERAN_COORDINATOR')).userId, reason: 'responsible', fromDay: day('2026-01-01') } })
    const meets = async (what: (context: ActionContext) => Promise<void>) => {
      ran.mockImplementationOnce(what)
      return send(actor, act('person.update'))
    }
    expect(await meets(({ audit }) => audit({ kind: 'VIEW', action: 'test.viewed', personId: someone.id }))).toMatchObject({ message: expect.stringContaining('sig hvorfor'), values: { note: 'skrevet' } })
    expect(await meets(() => { throw new NotAllowed('person.update') })).toMatchObject({ message: 'Du har ikke adgang til dette.' })
    expect(await meets(() => { throw new Conflict(7, { note: 'stod der' }, 'Jonas', free.id) })).toMatchObject({ values: { note: 'skrevet', version: '7' }, fields: { note: [expect.stringContaining('stod der')] } })
    // What stands there is shown as on the page itself: not before the reason is given.
    expect(JSON.stringify(await meets(() => { throw new Conflict(7, { note: 'stod der' }, 'Jonas', someone.id) }))).not.toContain('stod der')
    expect(await meets(() => { throw new Conflict(7, { note: 'stod der' }, 'Jonas', null) })).toMatchObject({ fields: { note: [expect.stringContaining('stod der')] } })
    expect(await meets(() => { throw new Refused('access.error.wrong') })).toEqual({ message: 'E-mail eller adgangskode er forkert. Prøv igen.', values: { note: 'skrevet' } })
    expect(await meets(() => { throw new Refused('access.error.wrong', {}, 'note') })).toEqual({ fields: { note: ['E-mail eller adgangskode er forkert. Prøv igen.'] }, values: { note: 'skrevet' } })
    expect(await meets(async ({ tx }) => {
      await session(actor, { provedAt: new Date(0) })
      await tx.$queryRaw`SELECT access.hold_rights('outreach.print')`
    })).toMatchObject({ stepUp: expect.any(String), values: { note: 'skrevet' } })
    // Of all this only the conflict that was shown is a look at somebody; one about nobody's record is none.
    expect(await owner().auditEvent.count({ where: { actorUserId: actor.userId, action: 'person.viewed' } })).toBe(1)
    // Whoever ends a session waits for what it is doing; what comes after finds it ended.
    await session(actor, { revokedAt: new Date() })
    expect(await send(actor, act('person.update'))).toMatchObject({ signedOut: true, values: { note: 'skrevet' } })
  })

  it('is remembered once, unless it may be done again', async () => {
    const [actor, submission] = [await staff('VETERAN_COORDINATOR'), randomUUID()]
    for (let n = 0; n < 2; n++) await send(actor, act('self'), { submission })
    for (let n = 0; n < 2; n++) await send(actor, act('self', { repeatable: true }), { submission: randomUUID().slice(0, 8) + submission.slice(8) })
    for (let n = 0; n < 2; n++) await send(actor, act('self', { scratch: true }), { submission: randomUUID().slice(0, 8) + submission.slice(8) })
    expect([ran.mock.calls.length, await owner().submission.count({ where: { userId: actor.userId } })]).toEqual([5, 1])
  })

  it('writes to the log, unless it keeps what is being typed: then the page stays as it is too', async () => {
    vi.spyOn(log, 'error').mockImplementation(() => {})
    const actor = await staff('VETERAN_COORDINATOR')
    expect(await send(actor, act('self', { silent: true }))).toMatchObject({ message: expect.stringMatching(/Oplys koden/), values: { note: 'skrevet' } })
    const refreshed = vi.mocked(refresh).mockClear().mock.calls
    for (const [more, times] of [[{ silent: true, scratch: true }, 0], [{}, 1]] as const) expect([(await send(actor, act('self', more)))?.ok, refreshed.length]).toEqual([true, times])
    vi.restoreAllMocks()
  })

  it('takes a file for one that was chosen, and nothing else', async () => {
    const actor = await staff('VETERAN_COORDINATOR')
    const found: unknown[] = []
    ran.mockImplementation(({ file }) => {
      const one = file('upload')
      found.push(one instanceof File ? one.name : one)
    })
    for (const upload of [new File(['x'], 'a.csv'), new File([], 'tom.csv'), new File(['x'], ''), new File([], ''), 'tekst']) await send(actor, act('self'), { upload })
    expect(found).toEqual(['a.csv', 'tom.csv', '', null, null])
  })
})

describe('an action of a visitor', () => {
  const who = vi.fn<(id: string | null) => void>()
  const open = (more: { points?: number; codeField?: string } = {}) => publicAction({
    name: 'test-visit', limit: { name: `test-${randomUUID()}`, points: more.points ?? 100, seconds: 60 }, codeField: more.codeField, keepSecret: ['secret'], schema: z.strictObject({ note: z.string().min(2, 'access.error.wrong'), code: z.string().optional(), secret: z.string().optional(), submission: z.string().optional() }),
    async run({ tx }, { note }) {
      who((await tx.$queryRaw<{ id: string | null }[]>`SELECT access.citizen()::text AS id`)[0]?.id ?? null)
      if (note === 'nej') throw new Refused('access.error.wrong')
      if (note === 'felt') throw new Refused('access.error.wrong', {}, 'note')
      if (note === 'itu') throw new Error('itu')
      return note === 'videre' ? { redirectTo: '/svar/[code]/tak' } : { message: 'tak' }
    },
  })
  const wrong = 'E-mail eller adgangskode er forkert. Prøv igen.'
  afterEach(() => void who.mockReset())

  it('says what was wrong, and nothing of what was secret', async () => {
    vi.spyOn(log, 'error').mockImplementation(() => {})
    const said = async (note: string) => (await submit(open(), { note, secret: 'hemmelig', upload: new File(['x'], 'x') })).state
    expect([await said('x'), await said('nej'), await said('felt')]).toEqual([{ fields: { note: [wrong] }, values: { note: 'x' } }, { message: wrong, values: { note: 'nej' } }, { fields: { note: [wrong] }, values: { note: 'felt' } }])
    expect([(await said('itu'))?.message, await said('ja')]).toEqual([expect.stringMatching(/Oplys koden/), { values: {}, ok: true, message: 'tak' }])
    vi.restoreAllMocks()
  })

  it('is tried so often and no more', async () => {
    const action = open({ points: 1 })
    const answers: (string | undefined)[] = []
    for (let n = 0; n < 22; n++) answers.push((await submit(action, { note: 'ja' })).state?.message)
    // Nothing tells one visitor from another here: twenty offices' worth.
    expect([answers.slice(0, 20).every((one) => one === 'tak'), answers[20] === 'tak', who.mock.calls.length]).toEqual([true, false, 20])
  })

  it('works as the citizen behind the code of its field, and as nobody without one', async () => {
    const { id } = await veteran()
    const [code, submission] = [await replyCode(id), randomUUID()]
    const sent = (values: Record<string, string>, codeField?: string) => submit(open({ codeField }), { note: 'videre', submission, ...values })
    expect([(await sent({ code }, 'code')).redirectedTo, (await sent({ code }, 'code')).redirectedTo, (await sent({ code })).redirectedTo, (await sent({ code: 'forkert' }, 'code')).redirectedTo, (await sent({}, 'code')).redirectedTo])
      .toEqual([`/svar/${code}/tak`, `/svar/${code}/tak`, '/svar/[code]/tak', '/svar/[code]/tak', '/svar/[code]/tak'])
    expect([who.mock.calls, await owner().submission.count({ where: { id: submission } })]).toEqual([[[id], [null], [null], [null]], 1])
    expect((await submit(open({ codeField: 'code' }), { note: 'ja', code, submission: randomUUID() })).state).toMatchObject({ ok: true, message: 'tak' })
  })
})

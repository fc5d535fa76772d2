import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signIn } from '@/lib/access/actions'
import { sessionToken } from '@/lib/access/auth/cookie'
import { hashPassword } from '@/lib/access/auth/password'
import { ownSessions } from '@/lib/access/queries'
import { beginSetup, confirmSetup, enterCode, removeFactor } from '@/lib/access/second-factor/actions'
import { factorOf, openSecret } from '@/lib/access/second-factor/state'
import { codeOf, stepAt } from '@/lib/access/second-factor/totp'
import { openSession } from '@/lib/access/session'
import { transaction } from '@/lib/platform/db'
import { log } from '@/lib/platform/log/log'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'

const password = 'en lang adgangskode'
let hash = ''
beforeAll(async () => void (hash = await hashPassword(password)))
beforeEach(() => owner().$executeRaw`DELETE FROM access.rate_limit`)

async function user() {
  const actor = await staff('CASEWORKER')
  await owner().user.update({ where: { id: actor.userId }, data: { passwordHash: hash } })
  return actor
}
const enter = (email: string) => submit(signIn, { email, password, next: '/people' })
const token = async () => (await sessionToken()) ?? ''
const secretOf = async () => openSecret((await factorOf(await token()))!)!
const code = (secret: Uint8Array, off = 0) => codeOf(secret, stepAt(new Date()) + off)

/** Signed in with a second factor that was set up a while ago. Returns the secret and the recovery codes. */
async function enrolled() {
  const actor = await user()
  await enter(actor.email)
  await submit(beginSetup, {})
  const secret = await secretOf()
  const { state } = await submit(confirmSetup, { code: code(secret, -1) })
  return { actor, secret, codes: state?.message?.split(' ') ?? [] }
}

describe('a second factor', () => {
  it('is set up with its first code, gives ten recovery codes, and ends the sessions opened without it', async () => {
    const { actor, codes } = await enrolled()
    expect([new Set(codes).size, codes.every((one) => /^(\w{4}-){3}\w{4}$/.test(one))]).toEqual([10, true])
    expect([await openSession(actor.token), (await openSession(await token()))?.userId]).toEqual([null, actor.userId])
    const kept = await owner().secondFactor.findUniqueOrThrow({ where: { userId: actor.userId } })
    expect(Buffer.from(kept.secret).length).toBeGreaterThan(40)
  })

  it('is asked for after the password, which alone opens nothing', async () => {
    const { actor, secret } = await enrolled()
    expect((await enter(actor.email)).redirectedTo).toBe('/sign-in/code?next=%2Fpeople')
    const waiting = await token()
    expect(await openSession(waiting)).toBeNull()
    await expect(transaction({ role: 'app', token: waiting }, (tx) => tx.$queryRaw`SELECT access.hold_rights('self')`)).rejects.toThrow(/session has ended/)
    expect(await transaction({ role: 'app', token: waiting }, (tx) => tx.user.count())).toBe(0)
    expect((await submit(enterCode, { code: code(secret), next: '/people' })).redirectedTo).toBe('/people')
    expect([(await openSession(await token()))?.userId, await openSession(waiting), (await token()) === waiting]).toEqual([actor.userId, null, false])
    expect((await ownSessions((await openSession(await token()))!)).length).toBe(1)
  })

  it('takes a code once, in order, not from elsewhere and not for too long', async () => {
    const { actor, secret } = await enrolled()
    const warned = vi.spyOn(log, 'warn').mockImplementation(() => {})
    await enter(actor.email)
    for (const wrong of [code(secret, -1), code(secret, -3), code(secret, 9), '000000', '12345', 'abcdef'])
      expect([wrong, (await submit(enterCode, { code: wrong })).redirectedTo]).toEqual([wrong, null])
    const now = code(secret)
    // Whoever keeps watch sees each wrong one, and nothing of a right one.
    const told = () => warned.mock.calls.filter(([what]) => what === 'second-factor.refused').length
    const before = told()
    expect((await submit(enterCode, { code: now })).redirectedTo).toBe('/')
    expect([before > 0, told() - before]).toEqual([true, 0])
    warned.mockRestore()
    await enter(actor.email)
    expect((await submit(enterCode, { code: now })).state?.fields?.code?.[0]).toContain('brugt')
    await owner().session.updateMany({ where: { userId: actor.userId, awaitsFactor: true }, data: { expiresAt: new Date() } })
    expect((await submit(enterCode, { code: code(secret, 1) })).state?.message).toContain('Log ind igen')
  })

  it('used twice at the same moment opens one session', async () => {
    const { actor, secret } = await enrolled()
    await enter(actor.email)
    const answers = await Promise.all([submit(enterCode, { code: code(secret) }), submit(enterCode, { code: code(secret) })])
    expect(answers.filter((one) => one.redirectedTo).length).toBe(1)
  })

  it('is replaced once by each recovery code, typed as people type', async () => {
    const { actor, codes } = await enrolled()
    const [first = '', other = ''] = codes
    await enter(actor.email)
    expect((await submit(enterCode, { code: first.toLowerCase().replaceAll('-', ' ') })).redirectedTo).toBe('/')
    await enter(actor.email)
    expect((await submit(enterCode, { code: first })).redirectedTo).toBeNull()
    expect((await submit(enterCode, { code: other })).redirectedTo).toBe('/')
    expect((await factorOf(await token()))?.codesLeft).toBe(8)
    const stranger = await enrolled()
    await enter(stranger.actor.email)
    expect((await submit(enterCode, { code: codes[2] ?? '' })).redirectedTo).toBeNull()
  })

  it('cannot be guessed: after eight tries even the right code waits', async () => {
    const { actor, secret } = await enrolled()
    await owner().$executeRaw`DELETE FROM access.rate_limit`
    await enter(actor.email)
    for (let n = 0; n < 8; n++) await submit(enterCode, { code: String(n).padStart(6, '7') })
    expect((await submit(enterCode, { code: code(secret) })).state?.message).toContain('Vent et kvarter')
  })

  it('is not replaced by whoever has only the password', async () => {
    const { actor, secret } = await enrolled()
    await enter(actor.email)
    expect((await submit(beginSetup, {})).state?.message).toContain('Log ind igen')
    expect((await submit(confirmSetup, { code: code(secret) })).state?.ok).toBeUndefined()
    expect(Buffer.from(await secretOf()).equals(Buffer.from(secret))).toBe(true)
  })

  it('is not set up from a session somebody left open: who does it proves who they are first', async () => {
    const actor = await user()
    await enter(actor.email)
    const proved = (minutes: number) => owner().$executeRaw`UPDATE session SET proved_at = now() - make_interval(mins => ${minutes}::int) WHERE user_id = ${actor.userId}::uuid`
    await proved(6)
    expect((await submit(beginSetup, {})).state?.message).toContain('Log ind igen')
    expect(await owner().secondFactor.count({ where: { userId: actor.userId } })).toBe(0)
    await proved(0)
    await submit(beginSetup, {})
    const secret = await secretOf()
    await proved(16)
    expect((await submit(confirmSetup, { code: code(secret, -1) })).state?.ok).toBeUndefined()
    expect((await owner().secondFactor.findUniqueOrThrow({ where: { userId: actor.userId } })).confirmedAt).toBeNull()
    // Installing an app takes longer than a proof lasts elsewhere.
    await proved(14)
    expect((await submit(confirmSetup, { code: code(secret) })).state?.ok).toBe(true)
  })

  it('is taken away by an administrator, never by oneself, and every session ends with it', async () => {
    const [{ actor }, admin] = [await enrolled(), await staff('ADMINISTRATOR')]
    const mine = (await openSession(await token()))!
    expect((await as(mine, () => submit(removeFactor, { userId: actor.userId }))).state?.ok).toBeUndefined()
    expect((await as(admin, () => submit(removeFactor, { userId: admin.userId }))).state?.message).toContain('Ingen ændrer sine egne')
    expect((await as(admin, () => submit(removeFactor, { userId: actor.userId }))).state?.ok).toBe(true)
    expect([await openSession(mine.token), (await enter(actor.email)).redirectedTo]).toEqual([null, '/people'])
  })

  it('is read by no role of the application', async () => {
    const { actor } = await enrolled()
    const mine = (await openSession(await token()))!
    for (const table of ['second_factor', 'recovery_code']) for (const who of [{ role: 'app', token: mine.token }, { role: 'worker' }, { role: 'public' }] as const)
      await expect(transaction(who, (tx) => tx.$queryRawUnsafe(`SELECT * FROM ${table} WHERE user_id = '${actor.userId}'`))).rejects.toThrow(/permission denied/)
  })
})

import { expect, it, vi } from 'vitest'

// Read once per process: set before anything reads it.
vi.hoisted(() => { process.env.SECOND_FACTOR = 'required' })

it('where it is required, a password without one leads to setting it up and opens nothing before', async () => {
  const { env } = await import('@/lib/platform/env')
  env().SECOND_FACTOR = 'required'
  const { signIn } = await import('@/lib/access/actions')
  const { sessionToken } = await import('@/lib/access/auth/cookie')
  const { hashPassword } = await import('@/lib/access/auth/password')
  const { beginSetup, confirmSetup } = await import('@/lib/access/second-factor/actions')
  const { factorOf, openSecret } = await import('@/lib/access/second-factor/state')
  const { codeOf, stepAt } = await import('@/lib/access/second-factor/totp')
  const { openSession } = await import('@/lib/access/session')
  const { staff, submit } = await import('../../support/as')
  const { owner } = await import('../../support/db')
  const actor = await staff('CASEWORKER')
  await owner().user.update({ where: { id: actor.userId }, data: { passwordHash: await hashPassword('en lang adgangskode') } })
  expect((await submit(signIn, { email: actor.email, password: 'en lang adgangskode' })).redirectedTo).toBe('/sign-in/setup?next=%2F')
  const waiting = (await sessionToken()) ?? ''
  expect(await openSession(waiting)).toBeNull()
  await submit(beginSetup, {})
  expect(await openSession(waiting)).toBeNull()
  const secret = openSecret((await factorOf(waiting))!)!
  expect((await submit(confirmSetup, { code: codeOf(secret, stepAt(new Date())) })).state?.ok).toBe(true)
  expect([(await openSession((await sessionToken()) ?? ''))?.userId, await openSession(waiting)]).toEqual([actor.userId, null])
})

it('it is required wherever nothing is said, but where the accounts are those of the demo', async () => {
  const { env } = await import('@/lib/platform/env')
  const { secondFactorRequired } = await import('@/lib/access/second-factor/state')
  const said = [['required', true], ['optional', false], [undefined, false], [undefined, true]] as const
  expect(said.map(([SECOND_FACTOR, DEMO]) => Object.assign(env(), { SECOND_FACTOR, DEMO }) && secondFactorRequired())).toEqual([true, false, true, false])
})

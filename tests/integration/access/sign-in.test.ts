import { beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '@/lib/access/actions'
import { cookieName, cookieOptions, sessionToken } from '@/lib/access/auth/cookie'
import { hashPassword } from '@/lib/access/auth/password'
import { openSession } from '@/lib/access/session'
import { env } from '@/lib/platform/env'
import { staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { cookies } from '../../support/next-headers'

const password = 'en lang adgangskode'
let hash = ''
beforeAll(async () => {
  hash = await hashPassword(password)
})

async function user(data: object = {}) {
  const actor = await staff('CASEWORKER')
  await owner().user.update({ where: { id: actor.userId }, data: { passwordHash: hash, ...data } })
  return actor
}
const forget = () => owner().$executeRaw`DELETE FROM access.rate_limit`
const enter = (email: string, word: string, next?: string) => submit(signIn, { email, password: word, ...(next ? { next } : {}) })

describe('signing in', () => {
  it('with the right password opens a session of one’s own and goes where one was headed', async () => {
    const actor = await user()
    const answer = await enter(actor.email.toUpperCase(), password, '/people')
    expect(answer.redirectedTo).toBe('/people')
    const opened = await openSession((await sessionToken()) ?? '')
    expect([opened?.userId, opened?.roles]).toEqual([actor.userId, ['CASEWORKER']])
    expect(opened?.token).not.toBe(actor.token)
  })

  it('gives one answer for a wrong password, an unknown address, a closed user and one without a password', async () => {
    const known = await user()
    const closed = await user({ active: false })
    const without = await staff('CASEWORKER')
    const federated = await user({ issuer: 'https://idp.example', subject: '1' })
    const answers = []
    for (const [email, word] of [[known.email, 'hundehvalp'], ['ingen@test.invalid', password], [closed.email, password], [without.email, password], [federated.email, password]] as const) {
      const { state, redirectedTo } = await enter(email, word)
      answers.push({ message: state?.message, fields: state?.fields, redirectedTo, kept: state?.values.email === email, secret: JSON.stringify(state).includes(word) })
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toEqual({ message: 'E-mail eller adgangskode er forkert. Prøv igen.', fields: undefined, redirectedTo: null, kept: true, secret: false })
  })

  it('signs out whoever used this browser before', async () => {
    const [first, second] = [await user(), await user()]
    await enter(first.email, password)
    const before = (await sessionToken()) ?? ''
    await enter(second.email, password)
    expect([await openSession(before), (await openSession((await sessionToken()) ?? ''))?.userId]).toEqual([null, second.userId])
  })

  it('with a password is closed where everybody signs in at the provider', async () => {
    const actor = await user()
    const settings = env()
    settings.SIGN_IN = 'oidc'
    const { state, redirectedTo } = await enter(actor.email, password).finally(() => (settings.SIGN_IN = 'password'))
    expect([state?.message, redirectedTo]).toEqual(['E-mail eller adgangskode er forkert. Prøv igen.', null])
  })

  it('by twenty people in the same second', async () => {
    await forget()
    const actors = await Promise.all(Array.from({ length: 20 }, () => user()))
    const answers = await Promise.all(actors.map((actor) => enter(actor.email, password)))
    expect(answers.map((answer) => answer.redirectedTo)).toEqual(Array(20).fill('/'))
  }, 60_000)

  it('leaves no address in the counters', async () => {
    await enter('navn@test.invalid', 'forkert')
    const rows = await owner().$queryRaw<{ key: string }[]>`SELECT key FROM access.rate_limit`
    expect(rows.filter((row) => !/^[a-z-]+:[0-9a-f]{64}$/.test(row.key))).toEqual([])
  })
})

describe('the cookie', () => {
  it('is bound to the host, hidden from scripts and sent over https only', () => {
    expect([cookieName(), cookieOptions()]).toEqual(['__Host-indgang', { httpOnly: true, sameSite: 'lax', path: '/', secure: true }])
  })

  it.each(['', 'x', 'a.b.c.d.e', 'eyJhbGciOiJkaXIifQ..AAAA.AAAA.AAAA', 'null'])('that is no cookie of ours (%s) is nobody', async (value) => {
    ;(await cookies()).set(cookieName(), value)
    expect(await sessionToken()).toBeNull()
  })
})

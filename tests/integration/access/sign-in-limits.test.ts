import * as argon2 from '@node-rs/argon2'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signIn } from '@/lib/access/actions'
import { hashPassword } from '@/lib/access/auth/password'
import { visitorKey, withinLimit } from '@/lib/access/rate-limit'
import { wrongTries } from '@/lib/access/sign-in-limits'
import { env } from '@/lib/platform/env'
import { staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { visitFrom } from '../../support/next-headers'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return { ...real, verify: vi.fn(real.verify) }
})

const password = 'en lang adgangskode'
let hash = ''
beforeAll(async () => void (hash = await hashPassword(password)))
beforeEach(async () => {
  visitFrom('192.0.2.1')
  await owner().$executeRaw`DELETE FROM access.rate_limit`
})
async function user() {
  const actor = await staff('CASEWORKER')
  await owner().user.update({ where: { id: actor.userId }, data: { passwordHash: hash } })
  return actor
}
const enter = (email: string, word: string) => submit(signIn, { email, password: word })
/** Uses up tries without the half second each password takes. */
const wrong = async (times: number, account: string, visitor: string, which: number) => {
  const [limit, key] = wrongTries(account, visitor)[which]!
  for (let n = 0; n < times; n++) await withinLimit(limit, key)
}
const locked = async (email: string, word = password) => (await enter(email, word)).state?.message?.includes('for mange gange') ?? false

describe('wrong passwords', () => {
  it('of one account from one address are ten a quarter, however the account is written; nobody else is kept out, nor its owner elsewhere', async () => {
    const [actor, other] = [await user(), await user()]
    for (let i = 0; i < 10; i++) expect((await enter(i % 2 ? actor.email : actor.email.toUpperCase(), 'forkert')).state?.message).toContain('forkert')
    expect([await locked(actor.email), await locked(other.email)]).toEqual([true, false])
    visitFrom('192.0.2.2')
    expect((await enter(actor.email, password)).redirectedTo).toBe('/')
  }, 60_000)

  it('tried on everybody from one address are forty: spraying ends there', async () => {
    await wrong(40, 'x', '192.0.2.1', 1)
    const actor = await user()
    expect(await locked(actor.email)).toBe(true)
    visitFrom('192.0.2.2')
    expect(await locked(actor.email)).toBe(false)
  })

  it('of one account from many addresses are fifty', async () => {
    const actor = await user()
    await wrong(50, actor.email, '', 2)
    visitFrom('192.0.2.77')
    expect(await locked(actor.email)).toBe(true)
  })

  it('are counted alone: sixty right ones in a row from one town hall keep nobody out', async () => {
    const actor = await user()
    for (let n = 0; n < 60; n++) expect((await enter(actor.email, password)).redirectedTo).toBe('/')
  }, 60_000)

  it('sent all at once are not more than ten', async () => {
    const actor = await user()
    const answers = await Promise.all(Array.from({ length: 24 }, () => enter(actor.email, 'forkert')))
    expect(answers.filter((one) => one.state?.message?.includes('for mange gange')).length).toBe(14)
  }, 60_000)
})

describe('who is one visitor', () => {
  it('is told by our own proxy, by itself where the address is https; otherwise all share one wide count', async () => {
    const settings = env()
    const asked = async (trust: boolean | undefined, url: string) => {
      Object.assign(settings, { TRUST_PROXY: trust, PUBLIC_URL: url })
      return visitorKey()
    }
    const before = { ...settings }
    visitFrom('10.0.0.9, 192.0.2.1')
    expect([await asked(undefined, 'https://k.dk'), await asked(undefined, 'http://127.0.0.1:3000'), await asked(false, 'https://k.dk'), await asked(true, 'http://127.0.0.1:3000')]).toEqual(['192.0.2.1', 'direct', 'direct', '192.0.2.1'])
    Object.assign(settings, before)
    visitFrom(undefined)
    await wrong(41, 'x', 'direct', 1)
    expect(await locked((await user()).email)).toBe(false)
  })
})

it('an unknown address costs the same one comparison of the same strength as a known one, also the first', async () => {
  const verify = vi.mocked(argon2.verify)
  const actor = await user()
  const costs: string[][] = []
  for (const email of ['ingen@test.invalid', actor.email, 'heller-ikke@test.invalid']) {
    verify.mockClear()
    await enter(email, 'forkert')
    costs.push(verify.mock.calls.map(([hashed]) => /^\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+/.exec(String(hashed))?.[0] ?? 'none'))
  }
  expect(costs).toEqual([costs[1], costs[1], costs[1]])
  expect(costs[1]?.length).toBe(1)
})

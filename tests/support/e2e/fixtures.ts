import { createHash, randomBytes } from 'node:crypto'
import { expect, test as base, type BrowserContext } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import type { RoleName } from '@/lib/access/matrix'
import { demoLogins } from '@/components/access/demo-logins'
import { readState, type E2eState } from './state'

export { expect }
export const sessionCookie = 'indgang'
export const emailOf = (role: RoleName) => demoLogins.find((login) => login.role === role)?.email ?? ''

type Test = {
  /** Signs in as this demo user without the form: a session row of its own, as the form would make. Returns the cookie's value. */
  login: (email: string, context?: BrowserContext) => Promise<string>
}
type Worker = { state: E2eState; db: pg.Client }

export const test = base.extend<Test, Worker>({
  // Playwright asks for a pattern here even where nothing is used.
  // eslint-disable-next-line no-empty-pattern
  state: [async ({}, use) => use(readState()), { scope: 'worker' }],
  db: [
    async ({ state }, use) => {
      const client = new pg.Client({ connectionString: state.ownerUrl })
      await client.connect()
      await use(client)
      await client.end()
    },
    { scope: 'worker' },
  ],
  login: async ({ context, db, state, baseURL }, use) => {
    await use(async (email, into = context) => {
      const value = await makeSession(db, state.secret, email)
      await into.addCookies([{ name: sessionCookie, value, url: baseURL ?? '' }])
      return value
    })
  },
})

/** A live session of this user in the database, and the cookie that opens it. */
export async function makeSession(db: pg.Client, secret: string, email: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const made = await db.query(
    `INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at)
     SELECT id, $2, 'Chrome, Linux', now() + interval '2 hours', now() + interval '1 hour' FROM app_user WHERE email = $1`,
    [email, createHash('sha256').update(token).digest()],
  )
  expect(made.rowCount, `no user ${email}`).toBe(1)
  return encode({ token: { sid: token }, secret, maxAge: 7200 })
}

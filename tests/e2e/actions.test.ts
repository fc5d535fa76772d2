import { readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import { can } from '@/lib/access/permissions'
import { actions as declared } from '@/tests/access/actions'
import { emailOf, expect, makeSession, sessionCookie, test } from '../support/e2e/fixtures'

type Entry = { filename?: string; exportedName?: string }
const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as { node: Record<string, Entry> }
const actions = Object.entries(manifest.node).map(([id, { filename = '?', exportedName = '?' }]) => ({ id, name: `${filename} ${exportedName}` }))

/** The only actions for people who are not signed in: those that are declared so, with what they ask for instead. */
const forEverybody = (name: string) => typeof declared[name] === 'object'
/** Of one's own account: whoever may sign in has them. */
const own = (name: string) => {
  const may = declared[name]
  return typeof may === 'string' && can({ roles: ['VOLUNTEER'] }, may)
}

/** Calls an action as a browser's form would, with fields that mean nothing. */
async function call(request: APIRequestContext, id: string, cookie?: string) {
  const answer = await request.post('/sign-in', {
    maxRedirects: 0,
    headers: { 'next-action': id, accept: 'text/x-component', origin: test.info().project.use.baseURL ?? '', ...(cookie ? { cookie } : {}) },
    multipart: { 0: '[null,"$K1"]', '1_nothing': 'x' },
  })
  return { status: answer.status(), body: await answer.text(), redirect: answer.headers()['x-action-redirect'] ?? answer.headers().location }
}

test('there are actions, each guarded by the file it stands in', () => {
  expect(actions.length).toBeGreaterThan(3)
  expect(actions.filter(({ name }) => !/^lib\/.*\/?actions\.ts \w+$/.test(name)).map(({ name }) => name)).toEqual([])
})

test('no action of the staff does anything for somebody who is not signed in', async ({ request, db }) => {
  const before = (await db.query('SELECT count(*)::int AS n FROM audit_event')).rows[0].n
  for (const { id, name } of actions.filter((action) => !forEverybody(action.name))) {
    const { status, body, redirect } = await call(request, id)
    expect([status, redirect], name).toEqual([200, undefined])
    expect(body, name).toContain('"signedOut":true')
    expect(body, name).not.toContain('"ok":true')
  }
  expect((await db.query('SELECT count(*)::int AS n FROM audit_event')).rows[0].n).toBe(before)
})

test('no action beyond one’s own account does anything for a role without permissions', async ({ request, db, state }) => {
  const cookie = `${sessionCookie}=${await makeSession(db, state.secret, emailOf('VOLUNTEER'))}`
  for (const { id, name } of actions.filter((action) => !forEverybody(action.name) && !own(action.name))) {
    const { status, body } = await call(request, id, cookie)
    expect(status, name).toBe(200)
    expect(body, name).toContain('Du har ikke adgang til dette.')
  }
})

test('no public action succeeds without what it asks for', async ({ request }) => {
  for (const { id, name } of actions.filter((action) => forEverybody(action.name))) {
    const { status, body } = await call(request, id)
    expect(status, name).toBeLessThan(500)
    expect(body, name).not.toContain('"ok":true')
  }
})

test('a form from another site is refused', async ({ request }) => {
  const signIn = actions.find(({ name }) => name.endsWith('access/actions.ts signIn'))
  const answer = await request.post('/sign-in', { headers: { 'next-action': signIn?.id ?? '', origin: 'https://evil.example' }, multipart: { 0: '[null,"$K1"]', '1_email': 'a@b.dk' } })
  expect(answer.status()).toBe(500)
})

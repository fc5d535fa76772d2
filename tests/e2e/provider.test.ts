import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures'

const provider = `http://127.0.0.1:${process.env.E2E_PROVIDER_PORT}`
const setClaims = (subject: string, roles: string[] | undefined) =>
  fetch(`${provider}/test/claims/${subject}`, { method: 'PUT', body: JSON.stringify({ email: `${subject}@kommune.invalid`, name: `Føderet ${subject}`, roles }) })

async function askProvider(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Log ind med kommunens login' }).click()
  await page.waitForURL(new RegExp(`^${provider}/interaction/`))
}

/** The provider's own pages: user name, any password, consent. */
async function answerProvider(page: Page, subject: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(subject)
  await page.getByPlaceholder('and password').fill('ligegyldig')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function signInByProvider(page: Page, subject: string): Promise<void> {
  await askProvider(page)
  await answerProvider(page, subject)
}

const forget = async (page: Page) => page.context().clearCookies()

test('roles come from the provider and change with it', async ({ page, db }) => {
  await setClaims('anne', ['leder', 'ukendt-rolle'])
  await signInByProvider(page, 'anne')
  await expect(page).toHaveURL('/')
  await page.goto('/account')
  await expect(page.getByRole('main')).toContainText('Leder')
  await expect(page.getByRole('main')).not.toContainText('Veterankoordinator')
  await forget(page)
  await setClaims('anne', ['vet-koord'])
  await signInByProvider(page, 'anne')
  await expect(page).toHaveURL('/')
  await page.goto('/account')
  await expect(page.getByRole('main')).toContainText('Veterankoordinator')
  await expect(page.getByRole('main')).not.toContainText('Leder')
  const users = await db.query("SELECT count(*)::int AS n FROM app_user WHERE subject = 'anne'")
  expect(users.rows[0].n).toBe(1)
})

test('an unknown role, or none, opens nothing and makes no user', async ({ page, db }) => {
  for (const [subject, roles] of [['bo', ['superbruger', 'VETERAN_COORDINATOR']], ['dan', undefined]] as const) {
    await setClaims(subject, roles ? [...roles] : undefined)
    await signInByProvider(page, subject)
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Login lykkedes ikke')
    await page.goto('/account')
    await expect(page).toHaveURL('/sign-in')
    await forget(page)
  }
  expect((await db.query("SELECT 1 FROM app_user WHERE subject IN ('bo', 'dan')")).rowCount).toBe(0)
})

test('a closed user is refused', async ({ page, db }) => {
  await setClaims('eva', ['leder'])
  await signInByProvider(page, 'eva')
  await expect(page).toHaveURL('/')
  await forget(page)
  await db.query("UPDATE app_user SET active = false WHERE subject = 'eva'")
  await signInByProvider(page, 'eva')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Login lykkedes ikke')
  expect((await page.context().cookies()).find((cookie) => cookie.name === 'indgang')).toBeUndefined()
})

test('an answer nobody asked for is refused', async ({ request }) => {
  const forged = await request.get('/api/auth/callback/municipality?code=forged&state=forged', { maxRedirects: 0 })
  expect(forged.headers().location).toContain('error=')
  expect(forged.headers()['set-cookie'] ?? '').not.toMatch(/(^|\n)indgang=[^;]/)
})

test('an answer to somebody else’s question is refused', async ({ page, browser, baseURL }) => {
  const other = await browser.newContext({ baseURL })
  const theirs = await other.newPage()
  await askProvider(theirs)
  const state = (await other.cookies()).find((cookie) => cookie.name === 'next-auth.state')
  await setClaims('ole', ['leder'])
  await askProvider(page)
  await page.context().addCookies([{ name: 'next-auth.state', value: state?.value ?? '', url: baseURL ?? '' }])
  await answerProvider(page, 'ole')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Login lykkedes ikke')
  expect((await page.context().cookies()).find((cookie) => cookie.name === 'indgang')).toBeUndefined()
  await other.close()
})

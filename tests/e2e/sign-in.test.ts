import { signIn, signOut } from '../support/steps/access'
import { expect, test } from '../support/e2e/fixtures'

test('a person signs in, and out again', async ({ page }) => {
  await signIn(page, 'leder@demo.invalid')
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('banner')).toContainText('Lone Fisker')
  await signOut(page)
  await expect(page).toHaveURL('/sign-in')
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in')
})

test('a wrong password says so, keeps the address and never the password', async ({ page }) => {
  await signIn(page, 'leder@demo.invalid', 'forkert')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('E-mail eller adgangskode er forkert')
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('leder@demo.invalid')
  await expect(page.getByRole('textbox', { name: 'Adgangskode' })).toHaveValue('')
  await signIn(page, 'ingen@demo.invalid', 'forkert')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('E-mail eller adgangskode er forkert')
})

test('an account that is tried too often waits', async ({ page }) => {
  await page.goto('/sign-in')
  for (let i = 0; i < 11; i++) {
    await page.getByRole('textbox', { name: 'E-mail' }).fill('forening@demo.invalid')
    await page.getByRole('textbox', { name: 'Adgangskode' }).fill(`gæt ${i}`)
    await page.getByRole('button', { name: 'Log ind', exact: true }).click()
    await expect(page.getByRole('textbox', { name: 'Adgangskode' })).toHaveValue('')
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  }
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Vent et kvarter')
  await signIn(page, 'forening@demo.invalid')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Vent et kvarter')
})

test('signing in never leads away from the product', async ({ page }) => {
  await page.goto('/sign-in?next=https://evil.example/')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('leder@demo.invalid')
  await page.getByRole('textbox', { name: 'Adgangskode' }).fill('indgang-demo')
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
  await expect(page).toHaveURL('/')
})

test('a session somebody else holds is ended at once', async ({ page, browser, login, baseURL }) => {
  const stranger = await browser.newContext({ baseURL })
  await login('dpo@demo.invalid', stranger)
  const there = await stranger.newPage()
  await there.goto('/audit')
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('Logbog')
  await login('dpo@demo.invalid')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Afslut alle andre' }).click()
  await expect(page.getByRole('button', { name: /^Afslut/ })).toHaveCount(0)
  await there.goto('/audit')
  await expect(there).toHaveURL('/sign-in')
  await stranger.close()
})

test('a session that stood still too long, or a closed user, opens nothing', async ({ page, login, db }) => {
  await login('forening@demo.invalid')
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Min konto')
  await db.query("UPDATE session SET idle_expires_at = now() - interval '1 second' WHERE user_id = (SELECT id FROM app_user WHERE email = 'forening@demo.invalid')")
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in')
  await login('forening@demo.invalid')
  await db.query("UPDATE app_user SET active = false WHERE email = 'forening@demo.invalid'")
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in')
  await db.query("UPDATE app_user SET active = true WHERE email = 'forening@demo.invalid'")
})

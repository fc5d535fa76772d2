import type { Page } from '@playwright/test'
import { demoPassword } from '@/components/access/demo-logins'

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, email: string, password: string = demoPassword): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('textbox', { name: 'Adgangskode' }).fill(password)
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
}

export async function signOut(page: Page): Promise<void> {
  await page.goto('/account')
  await page.getByRole('main').getByRole('button', { name: 'Log ud' }).click()
}

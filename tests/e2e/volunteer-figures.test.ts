import { expect, test } from '../support/e2e/fixtures'

test('the lead opens the rows behind a figure; the manager sees the figures and no way in', async ({ page, login }) => {
  await login('frivilligleder@demo.invalid')
  await page.goto('/volunteers/figures')
  const waiting = page.getByRole('table', { name: 'Behov og frivillige efter opgave' })
  const link = waiting.getByRole('row').filter({ hasText: 'Mentor' }).getByRole('link').first()
  const number = await link.innerText()
  await link.click()
  await expect(page.getByRole('main')).toContainText(new RegExp(`^.*${number} vente?r?: Mentor`, 's'))
  await page.getByRole('link', { name: 'Frivillige i tal' }).first().click()
  await expect(page.getByRole('main')).toContainText('Hvem er de frivillige')

  await login('leder@demo.invalid')
  await page.goto('/volunteers/figures')
  await expect(page.getByRole('table', { name: 'Over tid' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(0)
  expect((await page.goto('/volunteers/figures/rows?figure=active'))?.status()).toBe(404)
})

test('the public form asks for background, and nobody has to say', async ({ page }) => {
  await page.goto('/frivillig')
  await expect(page.getByRole('radio', { name: 'Vil ikke oplyse' })).toBeChecked()
})

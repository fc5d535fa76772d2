import { canaryIds } from '../support/e2e/canaries'
import { expect, test } from '../support/e2e/fixtures'

test('a citizen waits for a volunteer; whoever leads them knows the name by consent, and sees who could be asked', async ({ page, login, browser, baseURL }) => {
  await login('koordinator@demo.invalid')
  await page.goto(`/people/${canaryIds.veteran}/waiting`)
  await page.getByRole('link', { name: 'Bed om en frivillig' }).click()
  await page.getByLabel('Hvad skal den frivillige være?').selectOption({ label: 'Mentor' })
  await page.getByRole('button', { name: 'Bed om en frivillig' }).click()
  await expect(page.getByRole('heading', { name: /^Mentor/ })).toBeVisible()
  await page.getByRole('button', { name: 'Træk tilbage' }).click()
  await expect(page.getByText('Trukket tilbage')).toBeVisible()

  const other = await browser.newContext({ baseURL })
  await login('frivilligleder@demo.invalid', other)
  const desk = await other.newPage()
  await desk.goto('/volunteers/waiting')
  await expect(desk.getByText(/^Borger nr\. \d+$/).first()).toBeVisible()
  await desk.getByRole('row').filter({ hasText: 'Navnet må kendes' }).last().getByRole('link').click()
  await expect(desk.getByRole('heading', { name: 'Forslag' })).toBeVisible()
  await expect(desk.getByRole('heading', { name: /sorteret fra/ })).toBeVisible()
  await other.close()
})

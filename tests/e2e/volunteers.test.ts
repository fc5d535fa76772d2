import { expect, test } from '../support/e2e/fixtures'

test('what runs out is looked for as far ahead as one likes, and the first page says how many', async ({ page, login }) => {
  await login('frivilligleder@demo.invalid')
  await page.goto('/')
  await page.getByRole('link', { name: /på vej til at blive frivillig/ }).click()
  await expect(page.getByRole('link', { name: /^På vej/ })).toHaveAttribute('aria-current', 'page')
  await page.getByRole('link', { name: /^Attester, der udløber/ }).click()
  await page.getByRole('textbox', { name: 'Dage frem' }).fill('365')
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Attester, der udløber' }).getByRole('row').nth(1)).toBeVisible()
})

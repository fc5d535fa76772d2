import { expect, test } from '../support/e2e/fixtures'

test('what a volunteer handed in is counted by the kilometre, approved by the manager without a name, and paid once', async ({ page, login }) => {
  await login('frivilligleder@demo.invalid')
  await page.goto('/volunteers?tab=active')
  await page.getByRole('table').getByRole('link').first().click()
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('main').getByRole('link', { name: 'Udlæg', exact: true }).click()
  await page.getByRole('radio', { name: /^Egen bil/ }).check()
  await page.getByRole('textbox', { name: /^Kilometer/ }).fill('31,7')
  await page.getByRole('button', { name: 'Send til godkendelse' }).click()
  // Nothing that was typed is lost.
  await expect(page.getByText('Skriv, hvad det var til.').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^Kilometer/ })).toHaveValue('31,7')
  await page.getByRole('textbox', { name: /^Til hvad/ }).fill('Møde på jobcentret')
  await page.getByRole('button', { name: 'Send til godkendelse' }).click()
  const row = page.getByRole('row').filter({ hasText: '31,7 km' })
  await expect(row).toContainText('Sendt')
  await row.getByRole('link').click()
  await expect(page.getByRole('main')).toContainText('31,7 km ×')
  await expect(page.getByRole('main')).toContainText('Skatterådets satser')
  // Whoever wrote it does not approve it.
  await expect(page.getByRole('main')).toContainText('Du har selv skrevet udlægget')
  await expect(page.getByRole('button', { name: 'Godkend', exact: true })).toHaveCount(0)
  const address = new URL(page.url()).pathname

  await login('leder@demo.invalid')
  await page.goto(address)
  await expect(page.getByRole('main')).toContainText('Frivillig nr.')
  await expect(page.getByRole('main')).not.toContainText(name)
  await page.getByRole('button', { name: 'Godkend', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Godkendt')

  await login('frivilligleder@demo.invalid')
  await page.goto('/volunteers/expenses?state=approved')
  await expect(page.getByRole('link', { name: /^Skal udbetales/ })).toHaveAttribute('aria-current', 'page')
  await page.goto(address)
  await page.getByRole('button', { name: 'Markér som udbetalt' }).click()
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Udbetalt')
  await expect(page.getByRole('button', { name: 'Markér som udbetalt' })).toHaveCount(0)
})

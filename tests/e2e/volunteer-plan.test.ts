import { expect, test } from '../support/e2e/fixtures'

test('the plan for everybody who waits is gone through, and one of it is asked; nobody is asked by looking', async ({ page, login }) => {
  await login('frivilligleder@demo.invalid')
  await page.goto('/volunteers/waiting')
  await page.getByRole('link', { name: 'Se den bedste plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bedste plan for alle, der venter' })).toBeVisible()
  await expect(page.getByText(/Planen finder en frivillig til \d+ af \d+/)).toBeVisible()
  const row = page.getByRole('table', { name: /^Forslag/ }).getByRole('row').nth(1)
  await expect(row).toContainText('Taler for')
  const who = await row.getByRole('rowheader').innerText()
  await row.getByRole('button', { name: /^Spørg/ }).click()
  const done = page.getByRole('status').filter({ hasText: '1 blev spurgt' })
  await expect(done).toBeVisible()
  await done.getByRole('link', { name: who }).click()
  await expect(page.getByRole('heading', { name: 'Spurgt', exact: true })).toBeVisible()
})

test('two candidates are seen side by side', async ({ page, login }) => {
  await login('frivilligleder@demo.invalid')
  await page.goto('/volunteers/plan')
  const asked = page.getByRole('table', { name: /^Forslag/ }).getByRole('rowheader')
  // Somebody two can be asked for.
  for (let nth = 0; nth < await asked.count(); nth++) {
    await asked.nth(nth).getByRole('link').click()
    await page.getByRole('heading', { name: 'Forslag', exact: true }).waitFor()
    if (await page.getByRole('link', { name: /^Sammenlign / }).count() > 1) break
    await page.goto('/volunteers/plan')
  }
  await page.getByRole('link', { name: /^Sammenlign / }).first().click()
  await expect(page.getByText('Vælg Sammenlign ved en af de andre nedenfor.')).toBeVisible()
  await page.getByRole('link', { name: /^Sammenlign med / }).last().click()
  await expect(page.getByRole('table', { name: /^Hvad borgeren ønsker/ }).getByRole('columnheader')).toHaveCount(4)
  await page.getByRole('link', { name: 'Luk sammenligningen' }).click()
  await expect(page.getByRole('table', { name: /^Hvad borgeren ønsker/ })).toHaveCount(0)
})

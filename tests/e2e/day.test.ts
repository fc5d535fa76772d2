import { readFileSync } from 'node:fs'
import { expect, test } from '../support/e2e/fixtures'

test('agreements of the plan that have passed are counted on the first page, and the list behind is fetched as a spreadsheet', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await page.goto('/')
  await page.getByRole('link', { name: 'Aftaler i planen, hvis dato er gået' }).click()
  await page.waitForURL(/queue=agreements/)
  await expect(page.getByRole('heading', { level: 2, name: 'Aftaler i planen, hvis dato er gået' })).toBeVisible()
  await page.goto('/caseload?queue=mine&col=case&col=contact')
  const first = await page.getByRole('table', { name: 'Alle mine borgere' }).getByRole('rowheader').getByRole('link').first().innerText()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hent som regneark' }).click()
  const text = readFileSync(await (await download).path(), 'utf8')
  expect(text).toContain('Borger;Beskyttet adresse;')
  expect(text).toContain('Sag;Sidste kontakt')
  // Beside the name the screen says whose address is protected, and for whom one covers.
  expect(text).toContain(first.split(/\n| Beskyttet adresse/)[0])
  await page.goto('/caseload?queue=unclaimed')
  await expect(page.getByRole('link', { name: 'Hent som regneark' })).toHaveCount(0)
})

test('a colleague says which languages they speak', async ({ page, login }) => {
  await login('kollega@demo.invalid')
  await page.goto('/account')
  await page.getByRole('checkbox', { name: 'Somali' }).check()
  await page.getByRole('checkbox', { name: 'Somali' }).locator('xpath=ancestor::div[contains(@class, "choice-row")]').getByRole('combobox').selectOption({ label: 'Modersmål' })
  await page.getByRole('button', { name: 'Gem sprog' }).click()
  await expect(page.getByText('Sprogene er gemt')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Somali' })).toBeChecked()
})

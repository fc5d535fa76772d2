import { readFileSync } from 'node:fs'
import { expect, test } from '../support/e2e/fixtures'

test('a manager reads the unit in figures, narrows them, opens one without seeing anybody, and takes them out', async ({ page, login }) => {
  await login('leder@demo.invalid')
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Steder i Indgang' }).getByRole('link', { name: 'Enheden i tal' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Enheden i tal' })).toBeVisible()
  const caseload = page.getByRole('table', { name: 'Sager pr. medarbejder' })
  await expect(caseload.getByRole('rowheader', { name: 'Karen Højgaard' })).toBeVisible()

  await page.getByRole('combobox', { name: 'Periode' }).selectOption({ label: 'I år' })
  await page.getByLabel('Kontakt inden for').selectOption({ label: '60 dage' })
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  await expect(page).toHaveURL(/period=year.*within=60/)
  await expect(page.getByRole('combobox', { name: 'Periode' })).toHaveValue('year')

  const figure = caseload.getByRole('link', { name: /^Karen Højgaard, Åbne: \d+$/ })
  const count = Number(await figure.textContent())
  await figure.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Åbne sager: Karen Højgaard' })).toBeVisible()
  await expect(page.getByText(`Tallet er ${count}.`)).toBeVisible()
  await expect(page.getByText(`Der er ${count}, du ikke har grund til at åbne.`)).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: /^(?!Enheden i tal)/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Enheden i tal' }).last().click()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hent som regneark' }).click()
  const file = await (await download).path()
  expect(readFileSync(file, 'utf8')).toMatch(/Sager pr\. medarbejder: Åbne;Karen Højgaard;/)
  await page.getByRole('link', { name: 'Se fremgang' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Fremgang i enheden' })).toBeVisible()
})

test('whoever leads no unit does not find the page', async ({ page, login }) => {
  await login('koordinator@demo.invalid')
  await page.goto('/management')
  await expect(page.getByRole('heading', { level: 1, name: 'Enheden i tal' })).toHaveCount(0)
})

test('a unit says after how many days without a talk it is too long, and is not closed over its cases', async ({ page, login }) => {
  await login('administrator@demo.invalid')
  await page.goto('/admin/units')
  await page.getByRole('link', { name: 'Jobcentret' }).click()
  await expect(page.getByRole('heading', { name: 'Enheden kan ikke lukkes, før sagerne har et sted at være' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Luk enheden' })).toHaveCount(0)
  const days = page.getByRole('textbox', { name: 'Dage uden samtale, før det er for længe' })
  await expect(days).toHaveValue('30')
  // Refused, so that nobody else's queue changes meanwhile.
  await days.fill('7')
  await page.getByRole('button', { name: 'Gem enheden' }).click()
  await expect(page.getByRole('link', { name: 'Skriv et helt tal mellem 8 og 365.' })).toBeVisible()
  await expect(days).toHaveValue('7')
})

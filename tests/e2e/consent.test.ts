import { canaryIds } from '../support/e2e/canaries'
import { expect, test } from '../support/e2e/fixtures'

test('a consent reaches the unit it names, and is gone the moment it is withdrawn', async ({ page, login, browser, baseURL }) => {
  await login('koordinator@demo.invalid')
  await page.goto(`/people/${canaryIds.veteran}/consents/new`)
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByLabel('Hvem må få det at vide?').selectOption({ label: 'Jobcentret' })
  await page.getByLabel('Telefon og e-mail').check()
  await page.getByLabel('Sagt i en samtale').check()
  await page.getByRole('button', { name: 'Gem samtykket' }).click()
  // Nothing that was filled in is lost with what was not.
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Vælg, hvad det skal bruges til.')
  await expect(page.getByLabel('Telefon og e-mail')).toBeChecked()
  await page.getByLabel('Fælles møde').check()
  await page.getByLabel('Hvordan kan det ses?').fill('Sagt i samtalen i dag')
  await page.getByRole('button', { name: 'Gem samtykket' }).click()
  await expect(page.getByRole('heading', { name: /^Jobcentret/ })).toBeVisible()

  const other = await browser.newContext({ baseURL })
  await login('sagsbehandler@demo.invalid', other)
  const desk = await other.newPage()
  await desk.goto('/shared')
  await desk.getByRole('link', { name, exact: true }).click()
  await expect(desk.getByText('Vi må fortælle Jobcentret dit navn og din telefon og e-mail for at holde et fælles møde med dig.')).toBeVisible()
  await expect(desk.getByText('Adresse')).toHaveCount(0)

  await page.getByRole('link', { name: 'Træk tilbage' }).first().click()
  await expect(page.getByText('Jonas Lindholm: åbnet én gang')).toBeVisible()
  await page.getByRole('button', { name: 'Træk samtykket tilbage' }).click()
  await expect(page.getByText('1 samtykke gælder ikke længere')).toBeVisible()
  expect((await desk.reload())?.status()).toBe(404)
  await other.close()
})

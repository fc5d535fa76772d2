import { expect, test } from '../support/e2e/fixtures'
import { offerCase, openCase as open, openCases } from '../support/steps/casework'
import { Hands } from '../support/steps/hands'

test('a case rests, is closed with aftercare, and is opened again with its history', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await openCases(new Hands(page))
  await open(page).getByRole('link', { name: 'Sæt i bero' }).click()
  await page.getByRole('textbox', { name: 'Hvorfor?' }).fill('På behandlingsophold til foråret')
  for (const [part, value] of [['Dag', '1'], ['Måned', '3'], ['År', '2027']] as const) await page.getByRole('textbox', { name: part, exact: true }).fill(value)
  await page.getByRole('button', { name: 'Sæt i bero' }).click()
  const one = page.getByRole('article').first()
  await expect(one).toContainText('I bero')
  await expect(one).toContainText('På behandlingsophold til foråret')
  await one.getByRole('button', { name: 'Tag sagen op igen' }).click()
  await expect(open(page)).toBeVisible()

  await open(page).getByRole('link', { name: 'Luk sagen' }).click()
  await page.getByRole('button', { name: 'Luk sagen' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Vælg, hvordan sagen endte.')
  await page.getByRole('radio', { name: 'Målet er nået' }).check()
  await page.getByRole('button', { name: 'Luk sagen' }).click()
  await expect(page.getByRole('article').first()).toContainText('Efterværn')
  // The door stays open.
  await page.getByRole('article').first().getByRole('button', { name: 'Genåbn sagen' }).click()
  await expect(open(page)).toBeVisible()
  await open(page).getByText(/^Sagens historie/).click()
  await expect(open(page)).toContainText('Taget op igen')
})

test('a case goes to another unit with the person’s consent, in eight actions', async ({ page, login, browser, baseURL }) => {
  await login('sagsbehandler@demo.invalid')
  const hands = new Hands(page)
  const name = await openCases(hands)
  await offerCase(hands, 'Anders Bruun', 'Vil gerne tale med én, der selv har været udsendt')
  expect(hands.actions).toBeLessThanOrEqual(8)

  const other = await browser.newContext({ baseURL })
  await login('kollega@demo.invalid', other)
  const desk = await other.newPage()
  await desk.goto('/')
  const offer = desk.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'selv har været udsendt' })
  await offer.getByRole('button', { name: 'Tag sagen' }).click()
  await expect(desk.getByRole('article').filter({ hasText: 'Anders Bruun' }).first()).toContainText('Veteranindsatsen')
  await other.close()
})

import { expect, test } from '../support/e2e/fixtures'

test('a caseworker logs a talk and an attempt, and what was typed survives the page', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await page.goto('/')
  let actions = 0
  const act = async (done: Promise<unknown>) => {
    actions++
    await done
  }
  // The budget of a whole talk: eight, where systems of today take about forty.
  await act(page.getByRole('table').getByRole('link').last().click())
  await act(page.getByRole('radio', { name: /^Kontakt/ }).check())
  await act(page.getByRole('radio', { name: 'Hjemmebesøg' }).check())
  await act(page.getByRole('textbox', { name: 'Hvad skete der?' }).fill('Kaffe i køkkenet. Hunden har det bedre.'))
  await act(page.getByRole('textbox', { name: /^Hvad aftalte I/ }).fill('Jeg ringer til dyrlægen'))
  await act(page.getByRole('button', { name: 'Gem kontakten' }).click())
  const entry = page.getByRole('article', { name: /^Hjemmebesøg/ }).first()
  await expect(entry).toContainText('Kaffe i køkkenet. Hunden har det bedre.')
  await expect(entry).toContainText('Netop skrevet')
  await expect(entry).toContainText('Aftalt: Jeg ringer til dyrlægen')
  expect(actions).toBeLessThanOrEqual(8)

  await page.getByRole('radio', { name: /^Forsøg/ }).check()
  await page.getByRole('radio', { name: 'Telefon' }).check()
  await page.getByRole('button', { name: 'Gem kontakten' }).click()
  await expect(page.getByRole('article', { name: /^Telefon: traf ikke/ }).first()).toBeVisible()
  // An attempt is no contact: the clock still says today for the visit, and one attempt since.
  await expect(page.getByText('Kontakt i dag')).toBeVisible()
  await expect(page.getByText('1 forsøg siden')).toBeVisible()

  await page.getByRole('radio', { name: /^Kontakt/ }).check()
  await page.getByRole('checkbox', { name: 'Helbred' }).check()
  await page.getByRole('textbox', { name: 'Helbred' }).fill('Sover bedre med de nye tider')
  await expect(page.getByText('Kladden er gemt.')).toBeVisible({ timeout: 15_000 })
  await page.goto(new URL(page.url()).pathname)
  await expect(page.getByRole('textbox', { name: 'Helbred' })).toBeHidden()
  await page.getByRole('link', { name: 'Skriv videre' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Helbred' })).toHaveValue('Sover bedre med de nye tider')
  await page.getByRole('radio', { name: 'Gåtur' }).check()
  await page.getByRole('button', { name: 'Gem kontakten' }).click()
  await expect(page.getByRole('article', { name: /^Gåtur/ }).first()).toContainText('Sover bedre med de nye tider')

  // A number in the text is stopped, and nothing that was typed is gone.
  await page.getByRole('radio', { name: /^Kontakt/ }).check()
  await page.getByRole('radio', { name: 'Sms' }).check()
  await page.getByRole('textbox', { name: 'Hvad skete der?' }).fill('Broren 070761-4285 skrev også')
  await page.getByRole('button', { name: 'Gem kontakten' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Der står et personnummer i teksten.')
  await expect(page.getByRole('textbox', { name: 'Hvad skete der?' })).toHaveValue('Broren 070761-4285 skrev også')
})

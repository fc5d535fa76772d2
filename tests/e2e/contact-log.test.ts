import { expect, test } from '../support/e2e/fixtures'
import { logAttempt, logNoShow, logTalk, openLog } from '../support/steps/casework'
import { Hands } from '../support/steps/hands'

test('a caseworker logs a talk and an attempt, and what was typed survives the page', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  const talk = new Hands(page)
  await openLog(talk)
  await logTalk(talk, 'Kaffe i køkkenet. Hunden har det bedre.', 'Jeg ringer til dyrlægen')
  const entry = page.getByRole('article', { name: /^Hjemmebesøg/ }).first()
  await expect(entry).toContainText('Kaffe i køkkenet. Hunden har det bedre.')
  await expect(entry).toContainText('Netop skrevet')
  await expect(entry).toContainText('Aftalt: Jeg ringer til dyrlægen')
  expect(talk.actions).toBeLessThanOrEqual(8)

  const attempt = new Hands(page)
  await logAttempt(attempt)
  expect(attempt.actions).toBeLessThanOrEqual(4)
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

test('the quick log: from anywhere by a key, for several, and one is back where one was', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await page.goto('/people')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('l')
  await page.waitForURL(/\/contacts\/new\?back=%2Fpeople$/)
  const own = page.getByRole('region', { name: 'Dine borgere' }).getByRole('link')
  await own.nth(2).click()
  await page.getByRole('link', { name: 'Flere var med' }).click()
  await own.nth(3).click()
  await expect(page.getByText('Teksten kommer til at stå hos alle 2.')).toBeVisible()
  // An attempt is short: nothing of a talk is asked, and what was typed before stays in view.
  const said = page.getByRole('textbox', { name: 'Hvad skete der?' })
  await page.getByRole('radio', { name: /^Forsøg/ }).check()
  await expect(said).toBeHidden()
  await page.getByRole('radio', { name: /^Kontakt/ }).check()
  await said.fill('Gik en tur om søen alle tre')
  await page.getByRole('radio', { name: /^Forsøg/ }).check()
  await expect(said).toBeVisible()
  await page.getByRole('radio', { name: /^Kontakt/ }).check()
  await page.getByRole('radio', { name: 'Gåtur' }).check()
  await page.getByRole('button', { name: 'Gem kontakten' }).click()
  await page.waitForURL(/\/people$/)
  await expect(page.getByText('Kontakten er gemt.')).toBeVisible()

  // A letter in a field is a letter; and the key can be turned off.
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().press('l')
  await expect(page).toHaveURL(/\/people$/)
  await page.goto('/account')
  const letters = page.getByRole('checkbox', { name: /^Et bogstav alene er en genvej/ })
  await letters.uncheck()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('l')
  // Had it led away, there would be nothing to tick.
  await letters.check()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('l')
  await page.waitForURL(/\/contacts\/new\?back=%2Faccount$/)
})

test('who did not come is one click on the first page', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  const hands = new Hands(page)
  await logNoShow(hands)
  expect(hands.actions).toBeLessThanOrEqual(2)
  const entry = page.getByRole('article', { name: /^Mødte ikke op til samtalen/ }).first()
  await expect(entry).toContainText('Netop skrevet')
  await expect(page.getByText('Dagen er passeret').first()).toBeVisible()
})

import type { Route } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures'
import { openLog } from '../support/steps/casework'
import { Hands } from '../support/steps/hands'

/** The answer to the first words came while later ones were on their way, and the form said of those that they were kept. */
test('a draft is said to be kept when its last words are', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await openLog(new Hands(page))
  await page.getByRole('radio', { name: /^Kontakt/ }).check()
  await page.getByRole('checkbox', { name: 'Helbred' }).check()
  const words = page.getByRole('textbox', { name: 'Helbred' })
  const held: Route[] = []
  await page.route((url) => url.pathname.endsWith('/contacts'), (route) => (route.request().headers()['next-action'] ? void held.push(route) : route.continue()))
  const says = page.locator('.contact-form p[role=status]')
  await words.fill('Sover bedre')
  await expect(says).toHaveText('Gemmer kladden …')
  await expect.poll(() => held.length).toBe(1)
  await words.fill('Sover bedre, og tager ikke piller mere')
  await expect(says).not.toHaveText('Gemmer kladden …')
  await expect(says).toHaveText('Gemmer kladden …')
  await held[0]?.continue()
  // The next is sent when the first is answered.
  await expect.poll(() => held.length).toBe(2)
  await expect(says).toHaveText('Gemmer kladden …')
  await held[1]?.continue()
  await expect(says).toHaveText('Kladden er gemt.')
})

/** What was typed after pressing the button was gone when the answer came: a form is put back to what the answer says. */
test('what is typed while a form is on its way stays', async ({ page }) => {
  await page.goto('/frivillig')
  await page.getByRole('link', { name: 'Er I en forening? Meld jer her' }).click()
  const [name, email] = [page.getByRole('textbox', { name: 'Navn', exact: true }), page.getByRole('textbox', { name: /^E-mail/ })]
  await name.fill('Rejsens Skakklub')
  const held: Route[] = []
  await page.route(() => true, (route) => (route.request().headers()['next-action'] ? void held.push(route) : route.continue()))
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect.poll(() => held.length).toBe(1)
  await name.fill('Rejsens Skakklub af 1911')
  await email.fill('skak@forening.invalid')
  await page.getByRole('radio', { name: 'Hobby' }).check()
  await held[0]?.continue()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await expect(name).toHaveValue('Rejsens Skakklub af 1911')
  await expect(email).toHaveValue('skak@forening.invalid')
  await expect(page.getByRole('radio', { name: 'Hobby' })).toBeChecked()
})

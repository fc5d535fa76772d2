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

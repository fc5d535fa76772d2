import { expect, test } from '../support/e2e/fixtures'

/** Nobody else of the demo is called this: the journeys share one database. */
const LAST = 'Frivilligsen'

test('somebody who wants to help fills in the form, and is active when talk, papers and course are there', async ({ page, login }) => {
  await page.goto('/frivillig')
  await page.getByRole('textbox', { name: 'Fornavn' }).fill('Rejse')
  await page.getByRole('textbox', { name: 'Efternavn' }).fill(LAST)
  await page.getByRole('textbox', { name: /^E-mail/ }).fill('rejse@frivillig.invalid')
  await page.getByRole('checkbox', { name: /^Bisidder/ }).check()
  await page.getByRole('checkbox', { name: 'Midtbyen' }).check()
  await page.getByRole('group', { name: 'Mandag' }).getByRole('checkbox', { name: 'Aften' }).check()
  await page.getByRole('checkbox', { name: 'Arabisk' }).check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  // Without a yes nothing is kept, and nothing that was typed is lost.
  await expect(page.getByRole('textbox', { name: 'Efternavn' })).toHaveValue(LAST)
  await expect(page.getByRole('checkbox', { name: /^Bisidder/ })).toBeChecked()
  await page.getByRole('checkbox', { name: /^Ja, I må gemme/ }).check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak, fordi du vil hjælpe')

  await login('frivilligleder@demo.invalid')
  await page.goto('/volunteers?role=companion&language=ar&area=midtby')
  await page.getByRole('link', { name: `Rejse ${LAST}` }).click()
  await expect(page.getByRole('main')).toContainText('Aftal en samtale')
  await page.getByRole('link', { name: 'Samtale er holdt' }).click()
  await page.getByRole('textbox', { name: /^Bemærkning/ }).fill('Vil gerne gå med til møder')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Mangler: Tavshedserklæring, Straffeattest, Kursus')

  // Not before everything is there.
  await page.getByRole('link', { name: 'Godkend', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Det kan først ske')
  await page.getByRole('link', { name: 'Tilbage til den frivillige' }).click()
  for (const paper of ['Tavshedserklæring', 'Straffeattest']) {
    await page.getByRole('link', { name: new RegExp(`^Registrér.*${paper}$`) }).click()
    await page.getByRole('radio', { name: /^Godkendt/ }).check()
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await expect(page.getByRole('listitem').filter({ hasText: paper }).filter({ hasText: 'Set og godkendt' }).first()).toBeVisible()
  }
  await page.getByRole('link', { name: 'Tilføj' }).click()
  await page.getByRole('radio', { name: /^Kursus/ }).check()
  await page.getByRole('textbox', { name: /^Titel/ }).fill('Kursus for bisiddere')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Alt er på plads')
  for (const [button, state] of [['Godkend', 'Godkendt'], ['Gør aktiv', 'Aktiv']] as const) {
    await page.getByRole('link', { name: button, exact: true }).click()
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText(state)
  }
  await expect(page.getByRole('main')).toContainText('Intet venter')
})

test('what runs out is looked for as far ahead as one likes, and the first page says how many', async ({ page, login }) => {
  await login('frivilligleder@demo.invalid')
  await page.goto('/')
  await page.getByRole('link', { name: /på vej til at blive frivillig/ }).click()
  await expect(page.getByRole('link', { name: /^På vej/ })).toHaveAttribute('aria-current', 'page')
  await page.getByRole('link', { name: /^Attester, der udløber/ }).click()
  await page.getByRole('textbox', { name: 'Dage frem' }).fill('365')
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Attester, der udløber' }).getByRole('row').nth(1)).toBeVisible()
})

import { randomUUID } from 'node:crypto'
import { expect, test } from '../support/e2e/fixtures'

// The form works before and without any script: nothing here may need one.
test.use({ javaScriptEnabled: false })

test('the form for volunteers is sent without any script, errors come back in the page, and a citizen’s name is not asked for anywhere', async ({ page, db }) => {
  const email = `${randomUUID().slice(0, 8)}@frivillig.invalid`
  await page.goto('/frivillig')
  await page.getByRole('textbox', { name: 'Fornavn' }).fill('Uden')
  await page.getByRole('textbox', { name: 'Efternavn' }).fill('Script')
  await page.getByRole('checkbox', { name: 'Navne- og adressebeskyttelse' }).check()
  await page.getByRole('textbox', { name: /^Postnummer/ }).fill('8900')
  await page.getByRole('checkbox', { name: /^Ja, I må gemme/ }).check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Skriv en e-mailadresse eller et telefonnummer')
  await page.getByRole('textbox', { name: /^E-mail/ }).fill(email)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak, fordi du vil hjælpe')
  const { rows } = await db.query('SELECT first_name, postcode, address_protected FROM volunteer WHERE email = $1', [email])
  expect(rows).toEqual([{ first_name: 'Uden', postcode: null, address_protected: true }])
})

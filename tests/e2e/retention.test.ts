import { expect, test } from '../support/e2e/fixtures'

test('a rule that ships off says what is suggested and what to do, and is switched on', async ({ page, login }) => {
  await login('dpo@demo.invalid')
  await page.goto('/protection/retention')
  const rules = page.getByRole('table', { name: 'Regler' })
  // What the municipality has decided on: the dry run counts cases that ended years ago, with what was written in them.
  const contacts = rules.getByRole('row').filter({ hasText: 'Kontakter med noter' })
  await expect(contacts).toContainText('5 år')
  await expect(contacts.getByRole('cell').last()).toContainText(/[1-9]/)
  const screenings = rules.getByRole('row').filter({ hasText: 'Screeninger med svar' })
  await expect(screenings).toContainText('Slået fra')
  await expect(screenings).toContainText('Forslag: 5 år')
  await screenings.getByRole('link').click()
  await expect(page.getByText('Reglen er slået fra: kommunen har ikke besluttet, hvor længe det gemmes.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Grundlag' })).toHaveValue(/art\. 5/)
  await page.getByRole('textbox', { name: 'Grundlag' }).fill('Demo Kommunes slettepolitik, 2026, punkt 8')
  await page.getByRole('checkbox', { name: 'Reglen er i kraft' }).check()
  await page.getByRole('button', { name: 'Gem reglen' }).click()
  await expect(page.getByText('Reglen er gemt.')).toBeVisible()
  await expect(screenings).not.toContainText('Slået fra')
  await expect(screenings).toContainText('punkt 8')
})

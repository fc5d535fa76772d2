import { expect, test } from '../support/e2e/fixtures'
import { openLog } from '../support/steps/casework'
import { Hands } from '../support/steps/hands'

test.use({ javaScriptEnabled: false })

test('the forms under an entry are a link away without any script, and what is wrong comes back in them', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await openLog(new Hands(page))
  const entry = page.getByRole('article').filter({ hasText: 'Opret opgave' }).first()
  await entry.getByText('Tilføj', { exact: true }).click()
  await entry.getByRole('link', { name: 'Åbn formularen' }).click()
  await expect(page.getByRole('textbox', { name: 'Hvad skal tilføjes?' })).toHaveCount(1)
  await entry.getByRole('textbox', { name: 'Hvad skal tilføjes?' }).fill('Ring til 070761-4285')
  await entry.getByRole('button', { name: 'Gem tilføjelsen' }).click()
  await expect(entry.getByRole('alert')).toContainText('Der står et personnummer i teksten.')
  await expect(entry.getByRole('textbox', { name: 'Hvad skal tilføjes?' })).toHaveValue('Ring til 070761-4285')
  await entry.getByRole('textbox', { name: 'Hvad skal tilføjes?' }).fill('Ring til broren først')
  await entry.getByRole('button', { name: 'Gem tilføjelsen' }).click()
  await expect(page.getByRole('article').filter({ hasText: 'Ring til broren først' })).toHaveCount(1)
})

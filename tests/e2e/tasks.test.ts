import { expect, test } from '../support/e2e/fixtures'

test('a task is written on a person, stands on the first page, is done with one click and taken back', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await page.goto('/')
  await page.getByRole('table', { name: /^Dine borgere/ }).getByRole('rowheader').last().getByRole('link').click()
  await page.getByRole('navigation', { name: 'Om personen' }).getByRole('link', { name: 'Opgaver' }).click()
  await page.getByRole('textbox', { name: /^Hvad skal gøres/ }).fill('Ring til boligforeningen om venteliste')
  await page.getByRole('button', { name: 'Gem opgaven' }).click()
  // Nothing that was typed is lost with what was not.
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Vælg, hvornår det skal være, eller skriv en dag.')
  await expect(page.getByRole('textbox', { name: /^Hvad skal gøres/ })).toHaveValue('Ring til boligforeningen om venteliste')
  await page.getByLabel('Hvornår?').selectOption({ label: 'Næste arbejdsdag' })
  await page.getByRole('button', { name: 'Gem opgaven' }).click()
  const task = page.getByRole('listitem').filter({ hasText: 'Ring til boligforeningen om venteliste' })
  await expect(task).toContainText('Netop ændret')

  await page.goto('/tasks')
  const mine = page.getByRole('listitem').filter({ hasText: 'Ring til boligforeningen om venteliste' })
  await mine.getByRole('button', { name: 'Gjort' }).click()
  await expect(page.getByText('Gjort:')).toBeVisible()
  await expect(mine).toHaveCount(0)
  await page.getByRole('button', { name: 'Fortryd' }).click()
  await expect(mine).toBeVisible()
})

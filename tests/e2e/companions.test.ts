import { canaryIds } from '../support/e2e/canaries'
import { expect, test } from '../support/e2e/fixtures'
import { askForCompanion } from '../support/steps/companions'
import { Hands } from '../support/steps/hands'

const MOST_ACTIONS = 8

test('a companion to a meeting is asked for in a minute, and cancelled again; family is written down; nobody acts without a power of attorney', async ({ page, login }) => {
  await login('koordinator@demo.invalid')
  await page.goto(`/people/${canaryIds.veteran}`)
  const hands = new Hands(page)
  await askForCompanion(hands, 'Opfølgning i jobcentret')
  expect(hands.actions).toBeLessThanOrEqual(MOST_ACTIONS)
  await expect(page.getByRole('heading', { level: 2, name: /Opfølgning i jobcentret/ })).toContainText('Mangler en bisidder')
  await expect(page.getByRole('main')).toContainText('Medlytter')

  // At the same time once more: told by the day, and nothing that was typed is lost.
  await page.getByRole('link', { name: 'Bed om en bisidder' }).click()
  await expect(page.getByRole('radio', { name: /^Partsrepræsentant/ })).toHaveCount(0)
  await page.getByRole('textbox', { name: /^Hvilket møde/ }).fill('Møde med lægen')
  const day = new Date(Date.now() + 7 * 86_400_000)
  await page.getByRole('group', { name: /^Hvilken dag/ }).getByRole('textbox', { name: 'Dag' }).fill(String(Number(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen', day: 'numeric' }).format(day))))
  await page.getByRole('textbox', { name: /^Fra klokken/ }).fill('10.30')
  await page.getByRole('radio', { name: /^Støtteperson/ }).check()
  await page.getByLabel('Har borgeren selv en med?').selectOption({ label: 'Søster eller bror' })
  await page.getByRole('button', { name: 'Bed om en bisidder' }).click()
  await expect(page.getByRole('main')).toContainText('allerede et møde med bisidder på det tidspunkt')
  await expect(page.getByRole('textbox', { name: /^Hvilket møde/ })).toHaveValue('Møde med lægen')
  await page.getByRole('textbox', { name: /^Fra klokken/ }).fill('13.00')
  await page.getByRole('button', { name: 'Bed om en bisidder' }).click()
  await expect(page.getByRole('heading', { level: 2, name: /Møde med lægen/ })).toContainText('Aftalt')

  // Prepared before it is held: the note and the agenda begin with a text to fill in.
  const own = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /Møde med lægen/ }) })
  await own.getByRole('link', { name: 'Forbered og følg op' }).click()
  await expect(page.getByRole('textbox', { name: /^Dagsorden/ })).toHaveValue(/Det skal være aftalt/)
  await page.getByRole('textbox', { name: /^Notat/ }).fill('Det vigtigste er, at vi taler langsomt')
  await page.getByRole('button', { name: 'Gem formødet' }).click()
  await expect(page.getByRole('heading', { name: /^Formøde, / })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Det vigtigste er, at vi taler langsomt')
  await expect(page.getByRole('heading', { level: 2, name: /Møde med lægen/ })).toContainText('Forberedt')
  await page.getByRole('link', { name: 'Bisidder til møder' }).click()

  await page.getByRole('link', { name: 'Skriv en fuldmagt' }).click()
  await page.getByRole('textbox', { name: 'Hvem har fået fuldmagten?' }).fill('Søsteren Ida')
  await page.getByRole('textbox', { name: /^Hvad gælder den/ }).fill('Sagen i jobcentret')
  await page.getByRole('textbox', { name: /^Hvordan ved vi det/ }).fill('Underskrevet og lagt på sagen')
  await page.getByRole('button', { name: 'Gem fuldmagten' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Søsteren Ida' })).toContainText('Gælder')
  await page.getByRole('button', { name: 'Tilbagekald' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Søsteren Ida' })).toContainText('Tilbagekaldt')
  // Another journey may have made one as well.
  for (let left = await page.getByRole('button', { name: 'Aflys' }).count(); left > 0; left--) {
    await page.getByRole('button', { name: 'Aflys' }).first().click()
    await expect(page.getByRole('button', { name: 'Aflys' })).toHaveCount(left - 1)
  }
})

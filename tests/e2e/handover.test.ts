import { expect, test } from '../support/e2e/fixtures'
import { openCase, openCases } from '../support/steps/casework'
import { Hands } from '../support/steps/hands'
import type { Page } from '@playwright/test'

const date = async (page: Page, group: string, [day, month, year]: [string, string, string]) => {
  const one = page.getByRole('group', { name: group })
  for (const [part, value] of [['Dag', day], ['Måned', month], ['År', year]] as const) await one.getByRole('textbox', { name: part, exact: true }).fill(value)
}

test('a case is weighed with one click, and a sticky note stands over the person’s pages', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await openCases(new Hands(page))
  await openCase(page).getByRole('button', { name: /^Gør den (tung|let)/ }).first().click()
  await expect(page.getByText('Sagens vægt er ændret.')).toBeVisible()
  const note = page.getByRole('complementary', { name: 'Gul seddel' })
  await note.locator('summary').click()
  await note.getByRole('textbox').fill('Ring efter klokken tre')
  await note.getByRole('button', { name: 'Gem sedlen' }).click()
  await expect(note).toContainText('Ring efter klokken tre')
  await page.getByRole('navigation', { name: 'Om personen' }).getByRole('link', { name: 'Opgaver' }).click()
  await expect(page.getByRole('complementary', { name: 'Gul seddel' })).toContainText('Ring efter klokken tre')
})

test('an absence is planned with who covers, has its sheet, and is called off', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await page.goto('/handover/absence')
  await date(page, 'Første dag', ['1', '3', '2031'])
  await date(page, 'Sidste dag', ['9', '3', '2031'])
  await page.getByRole('combobox', { name: /^Hvem dækker/ }).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Planlæg fraværet' }).click()
  const row = page.getByRole('listitem').filter({ hasText: '1. marts 2031' }).or(page.getByRole('listitem').filter({ hasText: '01.03.2031' })).first()
  await expect(row).toContainText('Kommer')
  await row.getByRole('button', { name: 'Aflys' }).click()
  await expect(page.getByText('Dækningen er slut.')).toBeVisible()
})

test('cases of a colleague are shared out after a look at what comes of it, and taken back', async ({ page, login }) => {
  await login('koordinator@demo.invalid')
  await page.goto('/handover')
  await page.getByRole('link', { name: /^Fordel sager fra (?!Karen)/ }).first().click()
  const choice = page.getByRole('combobox', { name: /^Hvem skal have sagen om/ }).first()
  await choice.selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Se, hvad der sker' }).click()
  await expect(page.getByRole('heading', { name: 'Hvis 1 sag gives videre' })).toBeVisible()
  await page.getByRole('button', { name: 'Giv 1 sag videre' }).click()
  await expect(page.getByRole('heading', { name: '1 sag er givet videre' })).toBeVisible()
  await page.getByRole('button', { name: /^Fortryd: giv 1 sag tilbage/ }).click()
  await expect(page.getByRole('heading', { name: '1 sag er tilbage, hvor den var' })).toBeVisible()
})

import { expect } from '@playwright/test'
import type { Hands } from './hands'

/** This year's register file, from choosing it to having it written. Rows in doubt are left out and come back as a file. */
export async function importRegister(hands: Hands, file: string): Promise<void> {
  const { page } = hands
  await page.goto('/imports')
  await hands.hand(page.getByLabel('Regneark med veteraner'), file)
  await hands.button('Læs filen')
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
  await hands.press(page.getByLabel(/^Hele registeret/))
  await hands.button('Fortsæt')
  const unknown = page.getByRole('combobox')
  await expect(page.getByRole('link', { name: 'Videre til bekræft' }).or(page.getByRole('button', { name: 'Fortsæt til gennemsyn' }))).toBeVisible({ timeout: 60_000 })
  if (await page.getByRole('button', { name: 'Fortsæt til gennemsyn' }).isVisible()) {
    for (const one of await unknown.all()) await hands.choose(one, { index: 1 })
    await hands.button('Fortsæt til gennemsyn')
  }
  await hands.press(page.getByRole('link', { name: 'Videre til bekræft' }))
  await hands.button(/^Indlæs [\d.]+ rækker$/)
  await expect(page.getByRole('heading', { name: /^Indlæst:/ }).or(page.getByText(/^Indlæst: /))).toBeVisible({ timeout: 60_000 })
}

import { addDays, dayOf } from '@/lib/platform/day'
import type { Hands } from './hands'

/** From a page of a person: a companion to a meeting in a week, with what is known left as it is filled in. */
export async function askForCompanion(hands: Hands, what: string): Promise<void> {
  const { page } = hands
  const day = addDays(dayOf(new Date()), 7)
  await hands.press(page.getByRole('navigation', { name: 'Om personen' }).getByRole('link', { name: 'Frivillig', exact: true }))
  await hands.link('Bed om en bisidder')
  await hands.fill(page.getByRole('textbox', { name: /^Hvilket møde/ }), what)
  await hands.fill(page.getByRole('group', { name: /^Hvilken dag/ }).getByRole('textbox', { name: 'Dag' }), String(Number(day.slice(8))))
  await hands.fill(page.getByRole('textbox', { name: /^Fra klokken/ }), '10:00')
  await hands.tick(page.getByRole('radio', { name: /^Medlytter/ }))
  await hands.button('Bed om en bisidder')
  await page.getByRole('heading', { level: 2, name: new RegExp(what) }).waitFor()
}

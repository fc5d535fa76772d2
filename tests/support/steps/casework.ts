import type { Page } from '@playwright/test'
import type { Hands } from './hands'

const own = (page: Page) => page.getByRole('table', { name: /^(Dine borgere|Alle mine borgere)/ }).getByRole('rowheader')
/** A tab of the person whose page one is on its way to. */
const tab = async (hands: Hands, name: string) => {
  // By its address: asked right after a click, whether the page has loaded is answered of the page one leaves.
  await hands.page.waitForURL(/\/people\//)
  await hands.press(hands.page.getByRole('navigation', { name: 'Om personen' }).getByRole('link', { name }))
}
export const openCase = (page: Page) => page.getByRole('article').filter({ hasText: 'Åben' }).first()

/** From the first page to the log of the last of those something is due for: one action. */
export async function openLog(hands: Hands): Promise<void> {
  await hands.page.goto('/')
  await hands.press(own(hands.page).last().getByRole('link'))
}

/** In the log: a visit, what was said and what was agreed. */
export async function logTalk(hands: Hands, said: string, agreed: string): Promise<void> {
  const { page } = hands
  await hands.tick(page.getByRole('radio', { name: /^Kontakt/ }))
  await hands.tick(page.getByRole('radio', { name: 'Hjemmebesøg' }))
  await hands.fill(page.getByRole('textbox', { name: 'Hvad skete der?' }), said)
  await hands.fill(page.getByRole('textbox', { name: /^Hvad aftalte I/ }), agreed)
  await hands.press(page.getByRole('button', { name: 'Gem kontakten' }))
  await page.getByRole('article', { name: /^Hjemmebesøg/ }).filter({ hasText: said }).first().waitFor()
}

/** In the log: somebody tried the telephone. */
export async function logAttempt(hands: Hands): Promise<void> {
  const { page } = hands
  await hands.tick(page.getByRole('radio', { name: /^Forsøg/ }))
  await hands.tick(page.getByRole('radio', { name: 'Telefon' }))
  await hands.press(page.getByRole('button', { name: 'Gem kontakten' }))
  await page.getByRole('article', { name: /^Telefon: traf ikke/ }).first().waitFor()
}

/** On the first page: somebody did not come. */
export async function logNoShow(hands: Hands): Promise<void> {
  await hands.page.goto('/')
  await hands.press(hands.page.getByRole('button', { name: 'Mødte ikke op' }).first())
  await hands.page.getByRole('article', { name: /^Mødte ikke op til samtalen/ }).first().waitFor()
}

/** From the list to the cases of somebody whose case one has, open: two actions. `nth`: of them. Answers with their name. */
export async function openCases(hands: Hands, nth = 0): Promise<string> {
  await hands.page.goto('/caseload?queue=mine&phase=open')
  const first = own(hands.page).nth(nth).getByRole('link')
  const name = await first.innerText()
  await hands.press(first)
  await tab(hands, 'Sager')
  return name
}

/** On the cases: offered to a colleague of another unit, with the consent that was just given. */
export async function offerCase(hands: Hands, to: string, message: string): Promise<void> {
  const { page } = hands
  await hands.press(openCase(page).getByRole('link', { name: 'Overdrag' }))
  const whom = page.getByLabel('Hvem skal have sagen?')
  await hands.choose(whom, (await whom.locator('option', { hasText: to }).getAttribute('value')) ?? '')
  await hands.tick(page.getByRole('radio', { name: 'Mundtligt' }))
  await hands.fill(page.getByRole('textbox', { name: /^Hvordan kan det ses/ }), 'Sagt i samtalen i dag')
  await hands.fill(page.getByRole('textbox', { name: /^Hvad skal modtageren vide/ }), message)
  await hands.press(page.getByRole('button', { name: 'Tilbyd sagen' }))
  await page.getByText('venter på svar').waitFor()
}

/** From any page of the person: a whole measurement of the three rooms. The one who rated last time is chosen already; a first time it is chosen. */
export async function measure(hands: Hands, ratings: readonly [number, number, number]): Promise<void> {
  const { page } = hands
  await tab(hands, 'Fremgang')
  const form = page.locator('#new')
  for (const [at, room] of ['Det sociale rum', 'Det fysiske rum', 'Det psykiske rum'].entries()) await hands.tick(form.getByRole('group', { name: room, exact: true }).getByRole('radio', { name: new RegExp(`^${ratings[at]}( |$)`) }))
  const who = form.getByRole('group', { name: 'Hvem vurderer?' })
  if ((await who.getByRole('radio', { checked: true }).count()) === 0) await hands.tick(who.getByRole('radio', { name: 'Borger og sagsbehandler sammen' }))
  await hands.press(form.getByRole('button', { name: 'Gem målingen' }))
  await page.getByRole('status').or(page.getByRole('alert')).first().waitFor()
}

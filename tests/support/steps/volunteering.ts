import type { Hands } from './hands'

/** From the list of those who wait: the first of them a candidate can be asked for, and the candidate asked. Nobody to ask for is opened and left: looking is no action, so each try begins anew. */
export async function askFirstCandidate(hands: Hands): Promise<void> {
  const { page } = hands
  for (let nth = 0; ; nth++) {
    const before = hands.actions
    await page.goto('/volunteers/waiting')
    await hands.press(page.getByRole('row').filter({ hasText: 'Navnet må kendes' }).nth(nth).getByRole('link').first())
    await page.getByRole('heading', { name: /sorteret fra/ }).waitFor()
    const ask = page.getByRole('button', { name: 'Spørg', exact: true })
    if ((await ask.count()) === 0) { hands.actions = before; continue }
    await hands.press(ask.first())
    await page.getByText('Har den frivillige svaret dig?').waitFor()
    return
  }
}

/** On the volunteer's own page: that they met today, for an hour. */
export async function logMeeting(hands: Hands): Promise<void> {
  const { page } = hands
  await hands.press(page.getByText('Vi mødtes', { exact: true }).first())
  await hands.press(page.getByRole('button', { name: '1 time', exact: true }).first())
  await page.getByRole('button', { name: 'Fortryd' }).first().waitFor()
}

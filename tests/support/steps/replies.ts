import { expect } from '@playwright/test'
import type { Hands } from './hands'

/** The link of the letter is followed and the simplest answer given. */
export async function askForCall(hands: Hands, code: string): Promise<void> {
  await hands.page.goto(`/svar/${code}`)
  await hands.press(hands.page.getByRole('radio', { name: /^Ring til mig/ }))
  await hands.button('Send svar')
  await expect(hands.page.getByRole('heading', { level: 1, name: 'Tak for dit svar' })).toBeVisible()
}

/** A talk at the first free time. */
export async function bookTalk(hands: Hands, code: string): Promise<void> {
  await hands.page.goto(`/svar/${code}`)
  await hands.press(hands.page.getByRole('radio', { name: /^Jeg vil gerne have en samtale/ }))
  await hands.press(hands.page.getByRole('radio', { name: /\d\d\.\d\d/ }).first())
  await hands.button('Send svar')
  await expect(hands.page.getByRole('heading', { level: 1, name: 'Tak for dit svar' })).toBeVisible()
}

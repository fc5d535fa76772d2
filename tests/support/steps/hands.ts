import type { Locator, Page } from '@playwright/test'

/**
 * A person's hands: every press, choice and filled field is one action. Looking, scrolling and waiting are none. The steps of the journeys
 * work through them, so that what is tested and what is counted is the same.
 */
export class Hands {
  actions = 0
  constructor(readonly page: Page) {}

  async press(target: Locator): Promise<void> {
    this.actions++
    await target.click()
  }

  /** A radio button or a box; a box that is ticked already is no action less. */
  async tick(target: Locator): Promise<void> {
    this.actions++
    await target.check()
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.actions++
    await target.fill(text)
  }

  async choose(target: Locator, option: string | { label: string } | { index: number }): Promise<void> {
    this.actions++
    await target.selectOption(option)
  }

  async hand(target: Locator, file: string): Promise<void> {
    this.actions++
    await target.setInputFiles(file)
  }

  button(name: string | RegExp): Promise<void> {
    return this.press(this.page.getByRole('main').getByRole('button', { name }))
  }

  link(name: string | RegExp): Promise<void> {
    return this.press(this.page.getByRole('main').getByRole('link', { name }))
  }
}

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules whose answer other colours can change. */
const colours = ['color-contrast', 'link-in-text-block']
/** Without the second window in which axe gathers what it finds in frames: we have none, and it costs as much as the looking. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

async function expectNothingFound(looking: AxeBuilder, what: string): Promise<void> {
  const { violations } = await looking.analyze()
  const found = violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`)
  expect(found, what).toEqual([])
}

/** Nothing that axe finds against WCAG 2.2 AA. The message names rule and place. */
export const expectAccessible = (page: Page, what: string): Promise<void> => expectNothingFound(axe(page).withTags(tags), what)

/** A page that has been asked everything stands in other colours now: they can be read. */
export const expectReadable = (page: Page, what: string): Promise<void> => expectNothingFound(axe(page).withRules(colours), what)

/** Nothing sticks out to the side: at 320 px, and so at 400 % zoom of an ordinary screen. Tables may scroll in their own box. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  // Named by what sticks out, so that the one who broke it need not search.
  const found = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= edge) return []
    const out = [...document.querySelectorAll('main *, header *, footer *')].filter((one) => one.getBoundingClientRect().right > edge + 0.5 && !one.closest('.data-table, [class*=overflow], .nav-tabs'))
    return [`${document.documentElement.scrollWidth - edge} px`, ...out.slice(0, 6).map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${(one.textContent ?? '').slice(0, 40)}`)]
  })
  expect(found, what).toEqual([])
}

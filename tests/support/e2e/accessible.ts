import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules whose answer the other colours can change. */
const colours = ['color-contrast', 'link-in-text-block']

/** Nothing that axe finds against WCAG 2.2 AA. The message names rule and place. `dark`: a page that has been asked everything is asked its colours. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (what === 'dark' ? axe.withRules(colours) : axe.withTags(tags)).analyze()
  const found = violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`)
  expect(found, what).toEqual([])
}

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

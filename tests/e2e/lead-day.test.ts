import { expect, test } from '../support/e2e/fixtures'

test('every line of the lead’s first page says how many and how old, and opens exactly those', async ({ page, login }) => {
  await login('frivilligleder@demo.invalid')
  await page.goto('/')
  const lines = page.getByRole('listitem').filter({ hasText: /(ældst|først): / })
  const found = await Promise.all((await lines.all()).map(async (line) => ({ text: await line.getByRole('link').innerText(), href: await line.getByRole('link').getAttribute('href') ?? '' })))
  expect(found.length).toBeGreaterThan(6)
  for (const { text, href } of found) {
    const count = Number(/^[\d.]+/.exec(text)?.[0].replace('.', ''))
    await page.goto(href)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const range = await page.getByText(/^\d+–\d+ af [\d.]+$/).first().innerText({ timeout: 500 }).catch(() => null)
    const rows = range ? Number(range.split(' af ')[1]?.replace('.', '')) : href === '/volunteers/concerns' ? await page.getByRole('button', { name: 'Der er taget hånd om det' }).count() : await page.locator('main table tbody tr').count()
    expect([href, rows]).toEqual([href, count])
  }
})

test('those who wait and the plan for them say how many they are', async ({ page, login }) => {
  await login('frivilligleder@demo.invalid')
  await page.goto('/volunteers/waiting')
  // Fewer than a page wait here; the pages themselves are asked for in the database's tests.
  const waiting = Number(/(\d+) venter\./.exec(await page.getByRole('main').innerText())?.[1])
  await expect(page.getByRole('main').getByRole('table').locator('tbody tr')).toHaveCount(waiting)
  await page.goto('/volunteers/plan')
  const tab = page.getByRole('link', { name: /^Får ingen i planen/ })
  if (await tab.count() > 0) {
    const count = Number(/\d+/.exec(await tab.innerText())?.[0])
    await tab.click()
    await expect(page.getByRole('heading', { level: 2, name: new RegExp(`^${count} får ingen i planen`) })).toBeVisible()
  }
})

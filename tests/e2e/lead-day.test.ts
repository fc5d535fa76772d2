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

test('those who wait and the plan for them are gone through page by page, with whole counts', async ({ page, login }) => {
  await login('frivilligleder@demo.invalid')
  await page.goto('/volunteers/waiting')
  await expect(page.getByText(/^1–50 af \d+$/)).toBeVisible()
  await page.getByRole('link', { name: 'Side 2', exact: true }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page.getByText(/^51–\d+ af \d+$/)).toBeVisible()
  await page.goto('/volunteers/plan')
  const tab = page.getByRole('link', { name: /^Får ingen i planen/ })
  if (await tab.count() > 0) {
    const count = Number(/\d+/.exec(await tab.innerText())?.[0])
    await tab.click()
    await expect(page.getByRole('heading', { level: 2, name: new RegExp(`^${count} får ingen i planen`) })).toBeVisible()
  }
})

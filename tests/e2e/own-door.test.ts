import { expectAccessible, expectNoSidewaysScroll } from '../support/e2e/accessible'
import { expect, test } from '../support/e2e/fixtures'

const me = 'frivillig@demo.invalid', lead = 'frivilligleder@demo.invalid'
const phone = { viewport: { width: 320, height: 640 } }

test('a volunteer takes the last seat at a course and gives it up; whoever leads volunteers sees both', async ({ page, login, browser, baseURL, db }) => {
  const title = `Kursus ${Date.now()}`
  await login(lead)
  await page.goto('/volunteers/courses/new')
  await page.getByRole('radio', { name: /^Supervision/ }).check()
  await page.getByRole('textbox', { name: 'Titel' }).fill(title)
  const { rows: [next] } = await db.query<{ day: string; month: string; year: string }>("SELECT extract(day FROM d)::text AS day, extract(month FROM d)::text AS month, extract(year FROM d)::text AS year FROM (SELECT access.today() + 20 AS d) x")
  const group = page.getByRole('group', { name: 'Dag' })
  for (const [label, value] of [['Dag', next!.day], ['Måned', next!.month], ['År', next!.year]] as const) await group.getByRole('textbox', { name: label, exact: true }).fill(value)
  await page.getByRole('textbox', { name: /^Begynder/ }).fill('18.30')
  await page.getByRole('textbox', { name: /^Sted/ }).fill('Frivillighuset')
  await page.getByRole('textbox', { name: /^Pladser/ }).fill('1')
  await page.getByRole('button', { name: 'Tilbyd' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)

  const own = await browser.newContext({ baseURL, ...phone })
  await login(me, own)
  const there = await own.newPage()
  await there.goto('/min-side')
  // What only a screen reader hears stands beside the word and not in it, for the browser.
  const button = (what: string) => there.getByRole('button', { name: new RegExp(`^${what} ?: ${title}$`) })
  await button('Tag en plads').click()
  await expect(there.getByText('Du har fået en plads')).toBeVisible()
  // Among the dates, and in the list with the way out of it.
  await expect(there.getByRole('main')).toContainText(`${title} kl. 18.30`)
  await expectNoSidewaysScroll(there, 'courses')
  await page.reload()
  await expect(page.getByRole('main')).toContainText('Tilmeldt')
  await expect(page.getByRole('main')).toContainText('Alle pladser er taget')
  await button('Meld fra').click()
  await expect(button('Tag en plads')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('main')).toContainText('Meldt fra')
  await own.close()
})

test('a volunteer subscribes to their own calendar, which tells nobody anything, and turns it off', async ({ page, login, request }) => {
  await login(me)
  await page.goto('/min-side')
  await page.getByRole('link', { name: 'Din kalender' }).click()
  await page.getByRole('button', { name: 'Lav en adresse' }).click()
  const address = await page.getByRole('textbox', { name: /^Kopiér adressen nu/ }).inputValue()
  const text = async () => (await request.get(new URL(address).pathname)).text()
  expect(await text()).not.toMatch(/SUMMARY:(?!Aftale som frivillig)/)
  const file = await (await page.request.get('/min-side/kalender.ics')).text()
  expect(file).not.toMatch(/SUMMARY:(?!Aftale som frivillig|Frivillig: )/)
  await page.reload()
  await page.getByRole('button', { name: 'Slå fra' }).click()
  await expect(page.getByRole('button', { name: 'Lav en adresse' })).toBeVisible()
  expect(await text()).not.toContain('BEGIN:VEVENT')
})

test('a volunteer sends a ticket with its receipt from the phone; it is approved with the receipt in view, and the manager sees none', async ({ page, login, browser, baseURL, db }) => {
  const purpose = `Møde på rådhuset ${Date.now()}`
  const own = await browser.newContext({ baseURL, ...phone })
  await login(me, own)
  const there = await own.newPage()
  await there.goto('/min-side')
  await there.getByRole('link', { name: 'Se og send udlæg' }).click()
  await there.getByRole('radio', { name: /^Bus, tog eller taxa/ }).check()
  await there.getByRole('textbox', { name: /^Kroner/ }).fill('48,50')
  await there.getByRole('textbox', { name: /^Til hvad/ }).fill(purpose)
  await there.getByRole('button', { name: 'Send', exact: true }).click()
  // Without it nothing is sent, and what was typed stands.
  await expect(there.getByText('Vælg et billede af kvitteringen').first()).toBeVisible()
  await expect(there.getByRole('textbox', { name: /^Til hvad/ })).toHaveValue(purpose)
  await expectAccessible(there, 'the form with an error')
  // One pixel.
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  await there.getByLabel(/^Kvittering/).setInputFiles({ name: 'IMG_0001.png', mimeType: 'image/png', buffer: picture })
  await there.getByRole('button', { name: 'Send', exact: true }).click()
  const sent = there.getByRole('listitem').filter({ hasText: 'Med kvittering' }).filter({ hasText: purpose })
  await expect(sent).toContainText('Med kvittering')
  await expectNoSidewaysScroll(there, 'expenses')
  // Another right after it is another.
  await there.getByRole('radio', { name: /^Egen bil/ }).check()
  await there.getByRole('textbox', { name: /^Kilometer/ }).fill('31,7')
  await there.getByRole('textbox', { name: /^Til hvad/ }).fill(`${purpose} i bil`)
  await there.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(there.getByRole('listitem').filter({ hasText: `${purpose} i bil` })).toContainText('31,7 km')

  await login(lead)
  const address = `/volunteers/expenses/${(await db.query<{ id: string }>('SELECT id FROM volunteer_expense WHERE purpose = $1', [purpose])).rows[0]!.id}`
  await page.goto(address)
  await expect(page.getByRole('main')).toContainText(purpose)
  const drawn = page.getByRole('img', { name: 'Billede af kvitteringen' })
  await expect.poll(() => drawn.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(1)

  await login('leder@demo.invalid')
  await page.goto(address)
  await expect(page.getByRole('main')).toContainText('Kvitteringen er vedlagt')
  await expect(page.getByRole('button', { name: 'Godkend', exact: true })).toHaveCount(0)
  expect((await page.request.get(`${address}/receipt`)).status()).toBe(404)

  await login(lead)
  await page.goto(address)
  await page.getByRole('button', { name: 'Godkend', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Godkendt')
  await there.reload()
  await expect(sent).toContainText('Godkendt')
  await own.close()
})

test('at 320 px and by keyboard a meeting is two taps, and the pages speak English', async ({ page, login }) => {
  await page.setViewportSize(phone.viewport)
  await login(me)
  await page.goto('/min-side')
  const met = page.getByText('Vi mødtes', { exact: true }).first()
  // Large enough for a thumb, and nothing beside the screen.
  for (const one of [met, page.getByText('Vi mødtes ikke', { exact: true }).first()]) expect((await one.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44)
  await expectNoSidewaysScroll(page, 'closed')
  await met.focus()
  await page.keyboard.press('Enter')
  const hour = page.getByRole('button', { name: '1 time', exact: true }).first()
  await expect(hour).toBeVisible()
  await expectNoSidewaysScroll(page, 'open')
  await expectAccessible(page, 'open')
  // Today stands in the three fields of the day already; behind them is the first of the lengths.
  for (let stop = 0; stop < 4; stop++) await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '0,5 time', exact: true }).first()).toBeFocused()
  await page.goto('/language?to=en')
  for (const [path, heading] of [['/min-side', /^Hello /], ['/min-side/kalender', 'Your calendar'], ['/min-side/udlaeg', 'Expenses']] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expectNoSidewaysScroll(page, path)
  }
})

import { pages, rolesOf } from '../access/pages'
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from '../support/e2e/accessible'
import { emailOf, expect, test } from '../support/e2e/fixtures'
import { sampleIds } from '../support/e2e/sample-ids'

for (const [route, declared] of Object.entries(pages).filter(([, page]) => !page.file && !page.leadsTo)) {
  test(`${route} is open to everybody: screen reader, dark, phone, 320 px`, async ({ page, db, login }) => {
    const path = declared.path?.(await sampleIds(db)) ?? route
    const role = rolesOf(declared)[0]
    if (declared.may !== 'public' && role) await login(emailOf(role))
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    expect((await page.goto(path))?.status()).toBe(200)
    // The kit shows a page heading among its parts.
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(route === '/admin/kit' ? 2 : 1)
    await expect(page).toHaveTitle(/ · Indgang$|^Indgang$/)
    await expectAccessible(page, 'desktop')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectReadable(page, 'dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 360, height: 740 })
    await expectAccessible(page, 'phone')
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page, '320 px')
    expect(complaints).toEqual([])
  })
}

test('the first stop of the keyboard leads past the frame', async ({ page, login }) => {
  await login('koordinator@demo.invalid')
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Gå til indhold' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#content')).toBeFocused()
})

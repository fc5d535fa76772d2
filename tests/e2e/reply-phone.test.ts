import { expectAccessible, expectNoSidewaysScroll } from '../support/e2e/accessible'
import { letterInHand, sentLetter } from '../support/e2e/letter-code'
import { expect, test } from '../support/e2e/fixtures'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

test('the reply page on a phone: screen reader, dark, 320 px, big enough to hit', async ({ page, db }) => {
  const { code } = await letterInHand(db, (await sentLetter(db, 4)).id)
  for (const path of [`/svar/${code}`, `/svar/${code}/andet`, `/svar/${code}/aldrig`, '/svar']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectAccessible(page, path)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page, `${path} dark`)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page, path)
    await page.setViewportSize({ width: 360, height: 740 })
  }
})

test('the coordinator logs a call with a thumb', async ({ page, login }) => {
  await login('koordinator@demo.invalid')
  await page.goto('/outreach?queue=REPLIES')
  await expectAccessible(page, 'queue')
  await expectNoSidewaysScroll(page, 'queue')
  const button = page.getByRole('main').getByRole('button', { name: /Fik fat|Taget op/ }).first()
  const box = await button.boundingBox()
  expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(24)
})

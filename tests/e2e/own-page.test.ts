import { expectAccessible, expectNoSidewaysScroll } from '../support/e2e/accessible'
import { expect, test } from '../support/e2e/fixtures'

/** One of the demo's volunteers who helps, has an address and no login yet. Tests take one each. */
const without = (offset: number) => `SELECT v.id, v.first_name AS name, v.email FROM volunteer v WHERE v.email LIKE '%@frivillig.invalid' AND NOT EXISTS (SELECT 1 FROM volunteer_login l WHERE l.volunteer_id = v.id)
  AND (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) = 'active' ORDER BY v.number OFFSET ${offset} LIMIT 1`

test('a volunteer gets a login, signs in by the link on the phone, changes their times, and is out when it is closed', async ({ page, login, db, browser, baseURL }) => {
  const { id, name, email } = (await db.query<{ id: string; name: string; email: string }>(without(3))).rows[0]!
  await login('frivilligleder@demo.invalid')
  await page.goto(`/volunteers/${id}`)
  await page.getByRole('button', { name: 'Giv et login' }).click()
  await expect(page.getByRole('button', { name: 'Luk login' })).toBeVisible()

  const phone = await browser.newContext({ baseURL, viewport: { width: 360, height: 740 } })
  const there = await phone.newPage()
  const mail = (await db.query<{ body: string }>('SELECT body FROM outbox_message WHERE recipient = $1 ORDER BY created_at DESC LIMIT 1', [email])).rows[0]!.body
  await there.goto(new URL(/https?:\S+\/velkommen\/\S+/.exec(mail)![0]).pathname)
  await there.getByRole('button', { name: 'Log ind', exact: true }).click()
  await expect(there).toHaveURL('/min-side')
  await expect(there.getByRole('heading', { level: 1 })).toHaveText(`Hej ${name}`)
  await expectAccessible(there, 'phone')
  await there.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(there, '320 px')
  await there.getByRole('link', { name: 'Ret dine tider' }).click()
  await there.getByRole('group', { name: 'Søndag' }).getByRole('checkbox', { name: 'Aften' }).setChecked(true)
  await there.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(there).toHaveURL('/min-side')
  await expect(there.getByRole('main')).toContainText(/Søndag: .*aften/)
  // Pages of staff are not there for them.
  expect((await there.goto('/volunteers'))?.status()).toBe(404)
  await expect(there.getByRole('banner').getByRole('link', { name: 'Konto' })).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: 'Luk login' }).click()
  await expect(page.getByRole('button', { name: 'Giv et login' })).toBeVisible()
  await there.goto('/min-side')
  await expect(there).toHaveURL('/sign-in')
  await phone.close()
})

test('somebody asks for a link by themselves; whoever is no volunteer is told the same', async ({ page, db }) => {
  const ask = async (email: string) => {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: /^Er du frivillig/ }).click()
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
    await page.getByRole('button', { name: 'Send link' }).click()
    await expect(page.getByRole('main')).toContainText('Hvis adressen hører til en frivillig')
  }
  await ask('ingen@demo.invalid')
  await ask('frivillig@demo.invalid')
  const mail = (await db.query<{ body: string }>("SELECT body FROM outbox_message WHERE recipient = 'frivillig@demo.invalid' ORDER BY created_at DESC LIMIT 1")).rows[0]!.body
  const link = new URL(/https?:\S+\/velkommen\/\S+/.exec(mail)![0]).pathname
  await page.goto(link)
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
  // The page of the link says the same to Poul: only the address tells that he is in.
  await page.waitForURL('**/min-side')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hej Poul')
  const file = await page.request.get('/min-side/kalender.ics')
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Linket virker ikke mere')
})

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type pg from 'pg'
import { expect, test } from '../support/e2e/fixtures'
import { clock, linkIn, mailTo } from '../support/e2e/mails'

/** Asks somebody for one who waits and may be known; both are written to at addresses of their own. */
async function asked(page: Page, db: pg.Client, nth: number) {
  await page.goto('/volunteers/waiting')
  const known = await page.getByRole('row').filter({ hasText: 'Navnet må kendes' }).getByRole('rowheader').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  for (const href of known.slice(nth * 4)) {
    await page.goto(href)
    const forms = page.locator('form').filter({ has: page.getByRole('button', { name: 'Spørg', exact: true }) })
    const ids = await forms.locator('input[name="volunteerId"]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
    const volunteer = (await db.query<{ id: string; email: string; last: string }>("SELECT id, email, last_name AS last FROM volunteer WHERE id = ANY ($1) AND email IS NOT NULL AND language = 'da' LIMIT 1", [ids])).rows[0]
    if (!volunteer) continue
    const requestId = href.split('/').at(-1) ?? ''
    const person = (await db.query<{ id: string; first: string; last: string }>("SELECT p.id, p.first_name AS first, p.last_name AS last FROM volunteer_request r JOIN person p ON p.id = r.person_id AND p.language = 'da' WHERE r.id = $1 AND NOT r.for_meeting", [requestId])).rows[0]
    if (!person) continue
    const email = `${randomUUID().slice(0, 8)}@borger.invalid`
    await db.query("INSERT INTO contact_point (person_id, kind, value, allowed, source, from_day) VALUES ($1, 'EMAIL', $2, true, 'staff', current_date)", [person.id, email])
    const since = await clock(db)
    await forms.filter({ has: page.locator(`input[name="volunteerId"][value="${volunteer.id}"]`) }).getByRole('button', { name: 'Spørg', exact: true }).click()
    await expect(page.getByText('Har den frivillige svaret dig?')).toBeVisible()
    return { requestId, volunteer, person, links: { volunteer: linkIn(await mailTo(db, since, volunteer.email, '/frivillig/svar/'), '/frivillig/svar/'), person: linkIn(await mailTo(db, since, email, '/frivillig/svar/'), '/frivillig/svar/') } }
  }
  throw new Error('Nobody can be asked')
}

test('both say yes by the link they were mailed and meet; a no ends it; who feels unsafe is with the lead at once', async ({ page, login, browser, baseURL, db }) => {
  await login('frivilligleder@demo.invalid')
  const phone = await browser.newContext({ baseURL, viewport: { width: 360, height: 740 } })
  const there = await phone.newPage()
  const say = async (answer: string | RegExp) => {
    await there.getByRole('radio', { name: answer }).check()
    await there.getByRole('button', { name: 'Send svaret' }).click()
    await expect(there.getByRole('heading', { level: 1 })).toHaveText('Tak for dit svar')
  }

  const yes = await asked(page, db, 0)
  await there.goto(yes.links.volunteer)
  // Neither is told who the other is before both have said yes, beyond the first name of whoever would help.
  expect(await there.getByRole('main').innerText()).not.toContain(yes.person.last)
  await say('Ja, det vil jeg gerne')
  await there.goto(yes.links.volunteer)
  await expect(there.getByText('Du har svaret')).toBeVisible()
  await there.goto(yes.links.person)
  expect(await there.getByRole('main').innerText()).not.toContain(yes.volunteer.last)
  await say(/^Ja, med mit fornavn alene/)
  const match = async () => (await db.query<{ id: string }>('SELECT id FROM volunteer_match WHERE request_id = $1', [yes.requestId])).rows[0]?.id
  await expect.poll(match, { timeout: 20_000, intervals: [200] }).toBeTruthy()
  const matchId = await match()
  await page.goto(`/volunteers/matches/${matchId}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(yes.person.last)

  const no = await asked(page, db, 1)
  await there.goto(no.links.volunteer)
  await there.getByRole('combobox', { name: /^Hvis nej/ }).selectOption({ label: 'Tidspunkterne passer ikke' })
  await say('Nej, ikke denne gang')
  await there.goto(no.links.person)
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('Linket gælder ikke længere')
  await page.goto(`/volunteers/requests/${no.requestId}`)
  await expect(page.getByText('Har den frivillige svaret dig?')).toHaveCount(0)

  // A week later: both are asked how it goes.
  await db.query('UPDATE volunteer_match SET started_on = current_date - 6 WHERE id = $1', [matchId])
  const week = await clock(db)
  await db.query("INSERT INTO pgboss.job (name) VALUES ('volunteer.check-in')")
  const mail = await mailTo(db, week, yes.volunteer.email, '/frivillig/tjek/')
  expect(mail).not.toContain(yes.person.last)
  await there.goto(linkIn(mail, '/frivillig/tjek/'))
  await there.getByRole('group', { name: /^Mødes I/ }).getByRole('radio', { name: 'Nogenlunde' }).check()
  await say('Nej, utryg')
  await phone.close()
  expect(await mailTo(db, week, 'frivilligleder@demo.invalid', 'skal ses på i dag')).not.toContain(yes.person.last)
  await page.goto('/volunteers/matches?tab=running&only=alarm')
  await expect(page.getByRole('rowheader').filter({ hasText: yes.person.last })).toBeVisible()
})

test('a login by an address the lead wrote is told to an administrator, given by them, and the volunteer signs in by the mailed link', async ({ page, login, browser, baseURL, db }) => {
  const { id, name } = (await db.query<{ id: string; name: string }>(`SELECT v.id, v.first_name AS name FROM volunteer v WHERE v.email IS NULL AND v.phone IS NOT NULL AND v.language = 'da'
    AND (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) = 'active' ORDER BY v.number LIMIT 1`)).rows[0]!
  const email = `${randomUUID().slice(0, 8)}@frivillig.invalid`
  const since = await clock(db)
  await login('frivilligleder@demo.invalid')
  await page.goto(`/volunteers/${id}/edit`)
  await page.getByRole('textbox', { name: /^E-mail/ }).fill(email)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await page.waitForURL(`**/volunteers/${id}`)
  await page.getByRole('button', { name: 'Bed en anden om at give login' }).click()
  await expect(page.getByText(/^Venter på en anden siden/)).toBeVisible()

  const told = await mailTo(db, since, 'administrator@demo.invalid', 'bedt om et login')
  for (const secret of [name, email, id]) expect(told).not.toContain(secret)
  await login('administrator@demo.invalid')
  await page.goto('/')
  await page.getByRole('link', { name: /login til .* skal godkendes/ }).click()
  await expect(page).toHaveURL(linkIn(told, '/rights'))
  await page.getByRole('listitem').filter({ hasText: email }).getByRole('button', { name: 'Giv login' }).click()
  await expect(page.getByText('Linket er på vej')).toBeVisible()

  const phone = await browser.newContext({ baseURL, viewport: { width: 360, height: 740 } })
  const there = await phone.newPage()
  await there.goto(linkIn(await mailTo(db, since, email, '/velkommen/'), '/velkommen/'))
  await there.getByRole('button', { name: 'Log ind', exact: true }).click()
  await expect(there).toHaveURL('/min-side')
  await expect(there.getByRole('heading', { level: 1 })).toHaveText(`Hej ${name}`)
  await phone.close()
})

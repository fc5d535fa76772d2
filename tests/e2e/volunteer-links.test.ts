import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type pg from 'pg'
import { expect, test } from '../support/e2e/fixtures'
import { clock, linkIn, mailTo } from '../support/e2e/mails'

type Asked = { requestId: string; volunteer: { id: string; email: string; name: string }; person: { id: string; name: string; email: string } }
const link = '/frivillig/svar/'

/** Asks somebody for one who waits and may be known; both have an address to be written to. Of two questions each volunteer gets one. */
async function asked(page: Page, db: pg.Client, but: Asked | null = null): Promise<Asked> {
  await page.goto('/volunteers/waiting')
  const known = await page.getByRole('row').filter({ hasText: 'Navnet må kendes' }).getByRole('rowheader').getByRole('link').evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))
  for (const href of known) {
    const requestId = href.split('/').at(-1) ?? ''
    const person = (await db.query<{ id: string; name: string }>("SELECT p.id, p.first_name || ' ' || p.last_name AS name FROM volunteer_request r JOIN person p ON p.id = r.person_id AND p.language = 'da' WHERE r.id = $1 AND NOT r.for_meeting", [requestId])).rows[0]
    if (!person) continue
    await page.goto(href)
    const forms = page.locator('form').filter({ has: page.getByRole('button', { name: 'Spørg', exact: true }) })
    const ids = await forms.locator('input[name="volunteerId"]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
    const volunteer = (await db.query<Asked['volunteer']>("SELECT id, email, first_name || ' ' || last_name AS name FROM volunteer WHERE id = ANY ($1) AND email IS NOT NULL AND email IS DISTINCT FROM $2 AND language = 'da' LIMIT 1", [ids, but?.volunteer.email])).rows[0]
    if (!volunteer) continue
    const email = `${randomUUID().slice(0, 8)}@borger.invalid`
    await db.query("INSERT INTO contact_point (person_id, kind, value, allowed, source, from_day) VALUES ($1, 'EMAIL', $2, true, 'staff', current_date)", [person.id, email])
    await forms.filter({ has: page.locator(`input[name="volunteerId"][value="${volunteer.id}"]`) }).getByRole('button', { name: 'Spørg', exact: true }).click()
    await expect(page.getByText('Har den frivillige svaret dig?')).toBeVisible()
    return { requestId, volunteer, person: { ...person, email } }
  }
  throw new Error('Nobody can be asked')
}

test('both say yes by the link they were mailed and meet; a no ends it; who feels unsafe is with the lead at once', async ({ page, login, browser, baseURL, db }) => {
  const since = await clock(db)
  await login('frivilligleder@demo.invalid')
  const yes = await asked(page, db)
  const no = await asked(page, db, yes)
  const phone = await browser.newContext({ baseURL, viewport: { width: 360, height: 740 } })
  const there = await phone.newPage()
  const openLink = async (to: { email: string }) => { await there.goto(linkIn(await mailTo(db, since, to.email, link), link)) }
  const say = async (answer: string | RegExp) => {
    await there.getByRole('radio', { name: answer }).check()
    await there.getByRole('button', { name: 'Send svaret' }).click()
    await expect(there.getByRole('heading', { level: 1 })).toHaveText('Tak for dit svar')
  }

  await openLink(yes.volunteer)
  // Neither is told who the other is before both have said yes, beyond the first name of whoever would help.
  await expect(there.getByRole('main')).not.toContainText(yes.person.name)
  await say('Ja, det vil jeg gerne')
  await openLink(yes.volunteer)
  await expect(there.getByText('Du har svaret')).toBeVisible()
  await openLink(yes.person)
  await expect(there.getByRole('main')).not.toContainText(yes.volunteer.name)
  await say(/^Ja, med mit fornavn alene/)

  await openLink(no.volunteer)
  await there.getByRole('combobox', { name: /^Hvis nej/ }).selectOption({ label: 'Tidspunkterne passer ikke' })
  await say('Nej, ikke denne gang')
  await openLink(no.person)
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('Linket gælder ikke længere')

  const match = async () => (await db.query<{ id: string }>('SELECT id FROM volunteer_match WHERE request_id = $1', [yes.requestId])).rows[0]?.id
  await expect.poll(match, { timeout: 20_000, intervals: [200] }).toBeTruthy()
  const matchId = await match()
  await page.goto(`/volunteers/matches/${matchId}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(yes.person.name)

  // The first follow-up is tomorrow: the morning's job asks both how it goes.
  await db.query('UPDATE volunteer_match SET started_on = current_date - 6 WHERE id = $1', [matchId])
  await db.query("INSERT INTO pgboss.job (name) VALUES ('volunteer.check-in')")
  const mail = await mailTo(db, since, yes.volunteer.email, '/frivillig/tjek/')
  expect(mail).not.toContain(yes.person.name)
  await there.goto(linkIn(mail, '/frivillig/tjek/'))
  await there.getByRole('group', { name: /^Mødes I/ }).getByRole('radio', { name: 'Nogenlunde' }).check()
  await say('Nej, utryg')
  await phone.close()
  await page.goto('/volunteers/matches?tab=running&only=alarm')
  await expect(page.getByRole('rowheader').locator(`a[href="/volunteers/matches/${matchId}"]`)).toBeVisible()
})

test('a login by an address the lead wrote is told to an administrator, given by them, and the volunteer signs in by the mailed link', async ({ page, login, browser, baseURL, db }) => {
  const { id, name } = (await db.query<{ id: string; name: string }>(`SELECT v.id, v.first_name AS name FROM volunteer v WHERE v.email IS NULL AND v.phone IS NOT NULL AND v.language = 'da'
    AND (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) = 'active' ORDER BY v.number LIMIT 1`)).rows[0]!
  const email = `${randomUUID().slice(0, 8)}@frivillig.invalid`
  const since = await clock(db)
  await login('frivilligleder@demo.invalid')
  await page.goto(`/volunteers/${id}/edit`)
  await page.getByRole('textbox', { name: /^E-mail/ }).fill(email)
  await page.getByRole('textbox', { name: /^Telefon/ }).fill('20 12 34 56')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await page.waitForURL(`**/volunteers/${id}`)
  await page.getByRole('button', { name: 'Bed en anden om at give login' }).click()
  await expect(page.getByText(/^Venter på en anden siden/)).toBeVisible()

  await login('administrator@demo.invalid')
  await page.goto('/')
  await page.getByRole('link', { name: /login til .* skal godkendes/ }).click()
  await expect(page).toHaveURL('/rights?only=logins')
  // Told before it is given: nobody is told of what is over.
  const told = await mailTo(db, since, 'administrator@demo.invalid', 'bedt om et login')
  for (const secret of [name, email, id]) expect(told).not.toContain(secret)
  expect(linkIn(told, '/rights')).toBe('/rights')
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

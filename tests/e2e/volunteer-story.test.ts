import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { expectNoSidewaysScroll } from '../support/e2e/accessible'
import { expect, test } from '../support/e2e/fixtures'
import { clock, linkIn, mailTo } from '../support/e2e/mails'

const [first, last, mail] = ['Rejse', `Frivillig${randomUUID().slice(0, 4).replace(/\d/g, 'e')}`, `${randomUUID().slice(0, 8)}@frivillig.invalid`]

async function offersToHelp(page: Page) {
  await page.goto('/frivillig')
  await page.getByRole('textbox', { name: 'Fornavn' }).fill(first)
  await page.getByRole('textbox', { name: 'Efternavn' }).fill(last)
  await page.getByRole('textbox', { name: /^E-mail/ }).fill(mail)
  await page.getByRole('checkbox', { name: /^Mentor/ }).check()
  await page.getByRole('checkbox', { name: 'Midtbyen' }).check()
  await page.getByRole('group', { name: 'Mandag' }).getByRole('checkbox', { name: 'Aften' }).check()
  await page.getByRole('checkbox', { name: 'Arabisk' }).check()
  await expectNoSidewaysScroll(page, 'form')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  // Without a yes nothing is kept, and nothing that was typed is lost. The answer is waited for: before it the field holds the same.
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Efternavn' })).toHaveValue(last)
  await expect(page.getByRole('checkbox', { name: /^Mentor/ })).toBeChecked()
  await page.getByRole('checkbox', { name: /^Ja, I må gemme/ }).check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak, fordi du vil hjælpe')
}

async function becomesActive(page: Page) {
  await page.goto('/volunteers?role=mentor&language=ar&area=midtby')
  await page.getByRole('link', { name: `${first} ${last}` }).click()
  await expect(page.getByRole('main')).toContainText('Aftal en samtale')
  await page.getByRole('link', { name: 'Samtale er holdt' }).click()
  await page.getByRole('textbox', { name: /^Bemærkning/ }).fill('Vil gerne mødes hver uge')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Mangler: Tavshedserklæring, Straffeattest, Kursus')
  // Not before everything is there.
  await page.getByRole('link', { name: 'Godkend', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Det kan først ske')
  await page.getByRole('link', { name: 'Tilbage til den frivillige' }).click()
  for (const paper of ['Tavshedserklæring', 'Straffeattest']) {
    await page.getByRole('link', { name: new RegExp(`^Registrér.*${paper}$`) }).click()
    await page.getByRole('radio', { name: /^Godkendt/ }).check()
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await expect(page.getByRole('listitem').filter({ hasText: paper }).filter({ hasText: 'Set og godkendt' }).first()).toBeVisible()
  }
  await page.getByRole('link', { name: 'Tilføj' }).click()
  await page.getByRole('radio', { name: /^Kursus/ }).check()
  await page.getByRole('textbox', { name: /^Titel/ }).fill('Kursus for mentorer')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Alt er på plads')
  for (const [button, state] of [['Godkend', 'Godkendt'], ['Gør aktiv', 'Aktiv']] as const) {
    await page.getByRole('link', { name: button, exact: true }).click()
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText(state)
  }
  await expect(page.getByRole('main')).toContainText('Intet venter')
}

/** Of a veteran the coordinator has in hand: that those who lead volunteers may know, and that somebody waits. */
async function asksForOne(desk: Page, personId: string) {
  await desk.goto(`/people/${personId}/consents/new`)
  await desk.getByLabel('Hvem må få det at vide?').selectOption({ label: 'Frivilligindsatsen' })
  for (const field of ['Sprog og hensyn', 'Telefon og e-mail']) await desk.getByLabel(field).check()
  await desk.getByLabel('Sagt i en samtale').check()
  await desk.getByLabel('Henvisning til et tilbud').check()
  await desk.getByLabel('Hvordan kan det ses?').fill('Sagt i samtalen i dag')
  await desk.getByRole('button', { name: 'Gem samtykket' }).click()
  await expect(desk.getByRole('heading', { name: /^Frivilligindsatsen/ })).toBeVisible()
  await desk.goto(`/people/${personId}/waiting`)
  await desk.getByRole('link', { name: 'Bed om en frivillig' }).click()
  await desk.getByLabel('Hvad skal den frivillige være?').selectOption({ label: 'Mentor' })
  await desk.getByRole('checkbox', { name: 'Midtbyen' }).check()
  await desk.getByRole('group', { name: 'Mandag' }).getByRole('checkbox', { name: 'Aften' }).check()
  await desk.getByRole('button', { name: 'Bed om en frivillig' }).click()
  await expect(desk.getByRole('heading', { name: /^Mentor/ })).toBeVisible()
}

async function says(there: Page, link: string, answer: string | RegExp) {
  await there.goto(link)
  await expectNoSidewaysScroll(there, 'link')
  await there.getByRole('radio', { name: answer }).check()
  await there.getByRole('button', { name: 'Send svaret' }).click()
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('Tak for dit svar')
}

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name, exact: typeof name === 'string' })

test('from the form to the anniversary: who wants to help is cleared, matched by two answers on the phone, meets, and is celebrated', async ({ page, login, browser, baseURL, db }) => {
  test.setTimeout(120_000)
  const since = await clock(db)
  const phone = await browser.newContext({ baseURL, viewport: { width: 320, height: 740 } })
  const there = await phone.newPage()
  await offersToHelp(there)
  await login('frivilligleder@demo.invalid')
  await becomesActive(page)
  const volunteerPage = page.url()

  // The address is the volunteer's own: it was typed in the form.
  await button(page, 'Giv et login').click()
  await expect(button(page, 'Luk login')).toBeVisible()
  await there.goto(linkIn(await mailTo(db, since, mail, '/velkommen/'), '/velkommen/'))
  await button(there, 'Log ind').click()
  await expect(there.getByRole('heading', { level: 1 })).toHaveText(`Hej ${first}`)

  const { id: personId, name } = (await db.query<{ id: string; name: string }>(`SELECT p.id, p.first_name || ' ' || p.last_name AS name FROM person p JOIN person_role r ON r.person_id = p.id AND r.kind = 'VETERAN' AND r.to_day IS NULL
    WHERE p.language = 'da' AND p.protection = 'P0' AND p.merged_into_id IS NULL AND p.died_on IS NULL AND NOT EXISTS (SELECT 1 FROM volunteer_request q WHERE q.person_id = p.id) AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = p.id) ORDER BY p.id DESC LIMIT 1`)).rows[0]!
  const citizen = `${randomUUID().slice(0, 8)}@borger.invalid`
  await db.query("INSERT INTO contact_point (person_id, kind, value, allowed, source, from_day) VALUES ($1, 'EMAIL', $2, true, 'staff', current_date)", [personId, citizen])
  const house = await browser.newContext({ baseURL })
  await login('koordinator@demo.invalid', house)
  const desk = await house.newPage()
  await asksForOne(desk, personId)

  const request = (await db.query<{ id: string }>('SELECT id FROM volunteer_request WHERE person_id = $1', [personId])).rows[0]!.id
  await page.goto(`/volunteers/requests/${request}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await button(page.locator('form').filter({ has: page.locator(`input[name="volunteerId"][value="${volunteerPage.split('/').at(-1)}"]`) }), 'Spørg').click()
  await expect(page.getByText('Har den frivillige svaret dig?')).toBeVisible()
  const link = '/frivillig/svar/'
  await says(there, linkIn(await mailTo(db, since, mail, link), link), 'Ja, det vil jeg gerne')
  const own = await browser.newContext({ baseURL, viewport: { width: 360, height: 740 } })
  const citizenPhone = await own.newPage()
  await says(citizenPhone, linkIn(await mailTo(db, since, citizen, link), link), /^Ja, med mit fornavn alene/)
  const match = async () => (await db.query<{ id: string }>('SELECT id FROM volunteer_match WHERE request_id = $1', [request])).rows[0]?.id
  await expect.poll(match, { timeout: 20_000, intervals: [200] }).toBeTruthy()

  // Two taps on the volunteer's own page.
  await there.goto('/min-side')
  await there.getByText('Vi mødtes', { exact: true }).first().click()
  await there.getByRole('button', { name: '1 time', exact: true }).first().click()
  await expect(there.getByText('I har mødtes én gang')).toBeVisible()
  await expectNoSidewaysScroll(there, 'own page')
  await page.goto(`/volunteers/matches/${await match()}`)
  await expect(page.getByRole('main')).toContainText('Mødtes · 1 t.')

  // A year goes by.
  await db.query("UPDATE volunteer_step SET on_day = on_day - interval '1 year' + interval '3 days' WHERE volunteer_id = $1", [volunteerPage.split('/').at(-1)])
  await page.goto('/volunteers/celebrations')
  const row = page.getByRole('row').filter({ hasText: `${first} ${last}` })
  await row.getByRole('button', { name: /^Markér som fejret/ }).click()
  await expect(row.filter({ hasText: 'Fejret' }).first()).toBeVisible()
  await page.goto(volunteerPage)
  await expect(page.getByRole('main')).toContainText('Fejret for')
  for (const one of [phone, house, own]) await one.close()
})

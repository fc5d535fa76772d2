import type { Page } from '@playwright/test'
import type pg from 'pg'
import { expect, test } from '../support/e2e/fixtures'
import { canaryIds } from '../support/e2e/canaries'

type Somebody = { id: string; first: string; last: string; day: number; month: number; street: string; number: string }
/** Veterans whom nobody else is responsible for, so that no reason is asked; not those whose names other tests look for. `table`: where their address stands. */
async function somebody(db: pg.Client, table: 'address' | 'protected_address', nth = 0): Promise<Somebody> {
  const found = await db.query<Somebody>(`SELECT p.id, p.first_name AS first, p.last_name AS last, extract(day FROM p.birth_date)::int AS day, extract(month FROM p.birth_date)::int AS month, a.street, a.number
    FROM person p JOIN person_role r ON r.person_id = p.id AND r.kind = 'VETERAN' AND r.to_day IS NULL JOIN ${table} a ON a.person_id = p.id AND a.to_day IS NULL
    WHERE p.merged_into_id IS NULL AND p.died_on IS NULL AND p.birth_date IS NOT NULL AND p.protection = ANY ($2::protection[]) AND NOT p.id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM assignment s JOIN app_user u ON u.id = s.user_id WHERE s.person_id = p.id AND u.email <> 'koordinator@demo.invalid')
    ORDER BY p.id DESC LIMIT 1 OFFSET $3`, [Object.values(canaryIds), table === 'address' ? ['P0'] : ['P1', 'P2'], nth])
  const [row] = found.rows
  if (!row) throw new Error('The demo has nobody like that')
  return row
}
const said = (page: Page) => page.getByRole('textbox', { name: 'Hvad skete der?' })
async function write(page: Page, text: string) {
  await page.getByRole('radio', { name: /^Kontakt/ }).check()
  await page.getByRole('radio', { name: 'Telefon' }).check()
  await said(page).fill(text)
  await page.getByRole('button', { name: 'Gem kontakten' }).click()
}

test('somebody is found by three facts, and nobody else is shown', async ({ page, login, db }) => {
  const who = await somebody(db, 'address')
  await login('koordinator@demo.invalid')
  await page.goto('/contacts/new?back=%2Fpeople')
  await page.getByText('Find en borger på tre oplysninger').click()
  const find = page.getByRole('button', { name: 'Find borgeren' })
  await page.getByRole('textbox', { name: /^Fornavn/ }).fill(who.first)
  await find.click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Skriv mindst tre oplysninger.')
  await page.getByRole('textbox', { name: /^Efternavn/ }).fill(who.last)
  await page.getByRole('textbox', { name: /^Vej/ }).fill('Qwertzgade')
  await find.click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Ingen, du har adgang til, svarer til det hele.')
  await expect(page.getByRole('textbox', { name: /^Fornavn/ })).toHaveValue(who.first)
  await page.getByRole('textbox', { name: /^Vej/ }).fill(`${who.street} ${who.number}`)
  // A birthday is known without its year.
  await page.getByRole('textbox', { name: 'Dag', exact: true }).fill(String(who.day))
  await page.getByRole('textbox', { name: 'Måned', exact: true }).fill(String(who.month))
  await find.click()
  await expect(page.getByRole('group', { name: 'Valgte borgere' })).toContainText(`${who.first} ${who.last}`)
  await write(page, 'Ringede fra gaden: kommer ikke i morgen')
  await page.waitForURL(/\/people$/)
  await expect(page.getByText('Kontakten er gemt.')).toBeVisible()
})

test('praise stands under what a colleague wrote, and on the first page of whoever wrote it', async ({ page, login, db }) => {
  const who = await somebody(db, 'address', 1)
  await login('kollega@demo.invalid')
  await page.goto(`/contacts/new?person=${who.id}&back=%2F`)
  await write(page, 'Gik med til lægen, fordi han ikke turde alene')
  await page.waitForURL((url) => url.pathname === '/')

  await login('koordinator@demo.invalid')
  await page.goto(`/people/${who.id}/contacts`)
  const entry = page.getByRole('article').filter({ hasText: 'Gik med til lægen' })
  await entry.getByText('Kommentér eller ros').click()
  await entry.getByRole('textbox', { name: 'Hvad vil du sige?' }).fill('Det gjorde en forskel')
  await entry.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(entry.getByRole('alert')).toContainText('Vælg, om det er ros eller en kommentar.')
  await entry.getByRole('radio', { name: 'Ros' }).check()
  await entry.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(entry.getByRole('paragraph').filter({ hasText: 'Det gjorde en forskel' })).toBeVisible()

  await login('kollega@demo.invalid')
  await page.goto('/')
  await expect(page.getByRole('main')).toContainText('Det gjorde en forskel')
  // Nobody praises themselves.
  await page.goto(`/people/${who.id}/contacts`)
  await expect(page.getByRole('article').filter({ hasText: 'Gik med til lægen' }).getByText('Kommentér eller ros')).toHaveCount(0)
})

test('a protected address is not saved in a text, and what was typed is not lost', async ({ page, login, db }) => {
  const who = await somebody(db, 'protected_address')
  await login('koordinator@demo.invalid')
  await page.goto(`/contacts/new?person=${who.id}&back=%2Fpeople`)
  const text = `Bor nu på ${who.street} ${who.number}, har det godt`
  await write(page, text)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Teksten fortæller en beskyttet adresse.')
  await expect(said(page)).toHaveValue(text)
  expect((await db.query('SELECT 1 FROM contact WHERE person_id = $1', [who.id])).rowCount).toBe(0)
  await said(page).fill('Er flyttet, har det godt')
  await page.getByRole('button', { name: 'Gem kontakten' }).click()
  await page.waitForURL(/\/people$/)
  expect((await db.query("SELECT 1 FROM audit_event WHERE person_id = $1 AND action = 'words.address-refused'", [who.id])).rowCount).toBe(1)
})

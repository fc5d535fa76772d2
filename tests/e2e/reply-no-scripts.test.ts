import { letterInHand, sentLetter } from '../support/e2e/letter-code'
import { Hands } from '../support/steps/hands'
import { askForCall, bookTalk } from '../support/steps/replies'
import { expect, test } from '../support/e2e/fixtures'

// The page works before and without any script: nothing here may need one.
test.use({ javaScriptEnabled: false })

test('a citizen types the code of the letter and books a talk', async ({ page, db }) => {
  const letter = await sentLetter(db, 0)
  const { code } = await letterInHand(db, letter.id)
  await page.goto('/svar')
  await page.getByRole('textbox', { name: 'Din kode' }).fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Fortsæt' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Svar på vores brev')
  const hands = new Hands(page)
  await bookTalk(hands, code)
  expect(hands.actions).toBeLessThanOrEqual(3)
  await expect(page.getByRole('main')).toContainText('bisidder')
  const calendar = await page.request.get(await page.getByRole('link', { name: 'Føj til din kalender' }).getAttribute('href') ?? '')
  expect(calendar.headers()['content-type']).toContain('text/calendar')
  const talks = await db.query('SELECT count(*)::int AS n FROM talk t JOIN talk_slot s ON s.id = t.slot_id WHERE t.person_id = $1 AND t.cancelled_at IS NULL AND s.starts_at > now()', [letter.personId])
  expect(talks.rows[0].n).toBe(1)
})

test('says nothing about who one is', async ({ page, db }) => {
  const letter = await sentLetter(db, 1)
  const { code } = await letterInHand(db, letter.id)
  await page.goto(`/svar/${code}`)
  const html = (await page.content()).toLowerCase()
  for (const word of [letter.name.toLowerCase(), ...letter.name.toLowerCase().split(' ').filter((part) => part.length > 4), 'veteran', 'udsend', letter.personId]) expect(html, word).not.toContain(word)
})

test('an answer half given comes back with what was typed', async ({ page, db }) => {
  const { code } = await letterInHand(db, (await sentLetter(db, 1)).id)
  await page.goto(`/svar/${code}`)
  await page.getByRole('radio', { name: /^Skriv til mig senere/ }).check()
  await page.getByRole('textbox', { name: 'Besked til os' }).fill('Helst efter sommer')
  await page.getByRole('button', { name: 'Send svar' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Vælg en måned')
  await expect(page.getByRole('radio', { name: /^Skriv til mig senere/ })).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Besked til os' })).toHaveValue('Helst efter sommer')
})

test('an answer shows at once on the coordinator’s list', async ({ page, db, browser, login, baseURL }) => {
  const letter = await sentLetter(db, 1)
  const hands = new Hands(page)
  await askForCall(hands, (await letterInHand(db, letter.id)).code)
  expect(hands.actions).toBeLessThanOrEqual(3)
  const office = await browser.newContext({ baseURL })
  await login('koordinator@demo.invalid', office)
  const desk = await office.newPage()
  await desk.goto('/outreach?queue=WANTS_CALL')
  await expect(desk.getByRole('rowheader', { name: letter.name })).toBeVisible()
  await office.close()
})

test('"never again" says what it means first, and stops the letters', async ({ page, db }) => {
  const letter = await sentLetter(db, 2)
  const { code } = await letterInHand(db, letter.id)
  await page.goto(`/svar/${code}`)
  await page.getByRole('radio', { name: /^Skriv ikke til mig igen/ }).check()
  await page.getByRole('button', { name: 'Send svar' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vil du ikke have flere breve?')
  expect((await db.query("SELECT 1 FROM wish WHERE person_id = $1 AND kind = 'NEVER' AND ended_on IS NULL", [letter.personId])).rowCount).toBe(0)
  await page.getByRole('button', { name: 'Ja, skriv ikke til mig igen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tak for dit svar' })).toBeVisible()
  expect((await db.query("SELECT 1 FROM wish WHERE person_id = $1 AND kind = 'NEVER' AND ended_on IS NULL", [letter.personId])).rowCount).toBe(1)
})

test('an unknown, an expired and a withdrawn code get the same page, byte for byte', async ({ page, db }) => {
  const { code } = await letterInHand(db, (await sentLetter(db, 3)).id)
  const look = async (typed: string) => {
    const answer = await page.goto(`/svar/${typed}`)
    const html = (await answer?.text()) ?? ''
    return { status: answer?.status(), address: new URL(page.url()).pathname, html: html.replaceAll(typed, 'CODE').replace(/nonce="[^"]+"|nonce\\":\\"[^"]+\\"/g, '').replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID') }
  }
  const set = (what: string) => db.query(`UPDATE reply_code SET ${what} WHERE code_hash = sha256(convert_to($1, 'UTF8'))`, [code.replaceAll('-', '')])
  const unknown = await look('ACDE-FGHJ-KMNP-QRTU')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siden kan ikke åbnes med den kode')
  expect((await set("expires_at = now() - interval '1 minute'")).rowCount).toBe(1)
  expect(await look(code)).toEqual(unknown)
  await set("expires_at = now() + interval '1 day', revoked_at = now()")
  expect(await look(code)).toEqual(unknown)
  await set('revoked_at = NULL')
  expect((await look(code)).status).toBe(200)
})

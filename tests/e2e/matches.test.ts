import { expect, test } from '../support/e2e/fixtures'

test('a candidate is asked, both say yes, a match begins and is ended with somebody new to be found', async ({ page, login, browser, baseURL, db }) => {
  await login('frivilligleder@demo.invalid')
  await page.goto('/volunteers/waiting')
  const rows = page.getByRole('row').filter({ hasText: 'Navnet må kendes' })
  // The first of those who wait whom somebody can be asked for.
  for (let nth = 0; nth < await rows.count(); nth++) {
    await rows.nth(nth).getByRole('link').first().click()
    if (await page.getByRole('button', { name: 'Spørg', exact: true }).count() > 0) break
    await page.goto('/volunteers/waiting')
  }
  await page.getByText('Hvad bliver de to spurgt om?').click()
  await expect(page.getByText('Du får først at vide, hvem det er')).toBeVisible()
  const who = await page.getByRole('heading', { level: 1 }).innerText()
  const personId = (await db.query<{ id: string }>('SELECT person_id AS id FROM volunteer_request WHERE id = $1', [page.url().split('/').at(-1)])).rows[0]?.id
  await page.getByRole('button', { name: 'Spørg', exact: true }).first().click()
  await expect(page.getByText('Har den frivillige svaret dig?')).toBeVisible()
  await page.getByRole('button', { name: 'Siger ja' }).click()
  await expect(page.getByText(/vi venter på den anden/)).toBeVisible()

  const other = await browser.newContext({ baseURL })
  await login('koordinator@demo.invalid', other)
  const desk = await other.newPage()
  await desk.goto(`/people/${personId}/waiting`)
  await desk.getByText('Hvad siger borgeren?').first().click()
  await desk.getByRole('radio', { name: /^Ja, med mit fornavn alene/ }).check()
  await desk.getByRole('button', { name: 'Gem svaret' }).click()
  await expect(desk.getByText(/Begge har sagt ja/)).toBeVisible()
  await other.close()

  await expect(async () => {
    await page.goto('/volunteers/matches?tab=running')
    await expect(page.getByRole('rowheader').filter({ hasText: who })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole('rowheader').filter({ hasText: who }).getByRole('link').click()
  await page.getByRole('link', { name: 'Afslut matchet' }).click()
  await page.getByRole('group', { name: 'Hvem ville afslutte?' }).getByRole('radio', { name: 'Borgeren' }).check()
  await page.getByRole('group', { name: 'Hvorfor slutter det?' }).getByRole('radio', { name: 'Det kom ikke videre' }).check()
  await page.getByRole('group', { name: 'Har de mødtes?' }).getByRole('radio', { name: 'Ja', exact: true }).check()
  await page.getByRole('checkbox', { name: /^Find en ny frivillig/ }).check()
  await page.getByRole('button', { name: 'Afslut', exact: true }).click()
  await expect(page.getByText(/venter på en ny/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: who })).toBeVisible()
})

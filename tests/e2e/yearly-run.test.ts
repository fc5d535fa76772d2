import { Hands } from '../support/steps/hands'
import { importRegister } from '../support/steps/imports'
import { accountOf, logPhoneAttempt, makeAndReviewRun, recordReturn, releaseRun, returnedLetterOf, untilSent } from '../support/steps/outreach'
import { signIn } from '../support/steps/access'
import { expectAccessible } from '../support/e2e/accessible'
import { expect, makeSession, sessionCookie, test } from '../support/e2e/fixtures'

test.describe.configure({ mode: 'serial' })

let run = ''

test('the coordinator signs in and sees who is owed a letter', async ({ page }) => {
  await signIn(page, 'koordinator@demo.invalid')
  await expect(page.getByRole('link', { name: /^Skulle have haft brev: \d+ borgere/ })).toBeVisible()
  const figure = await page.getByRole('link', { name: /^Skulle have haft brev: \d+/ }).innerText()
  await page.getByRole('link', { name: /^Skulle have haft brev: \d+/ }).click()
  // The number and the rows behind it are one query.
  await expect(page.getByRole('rowheader')).toHaveCount(Number(/\d+/.exec(figure)?.[0]))
})

test('imports this year’s register, and the bad rows come back as a file', async ({ page, login, state, db }) => {
  await login('koordinator@demo.invalid')
  await importRegister(new Hands(page), state.registerFile)
  await expect(page.getByRole('main')).toContainText('ikke med')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hent som CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
  for (const step of ['', '?step=columns', '?step=preview', '?step=missing']) {
    await page.goto(new URL(page.url()).pathname + step)
    await expectAccessible(page, `import ${step}`)
  }
  // The rows of a file are for the one who sent it in.
  const manager = `${sessionCookie}=${await makeSession(db, state.secret, 'leder@demo.invalid')}`
  for (const path of ['', '/bad-rows']) expect((await page.request.get(new URL(page.url()).pathname + path, { headers: { cookie: manager }, maxRedirects: 0 })).status()).toBe(404)
})

test('makes the run and reviews it, but cannot release it', async ({ page, login }) => {
  await login('koordinator@demo.invalid')
  run = await makeAndReviewRun(new Hands(page))
  const { 'Set efter i alt': all, 'Skal ikke have brev denne gang': out, 'Skal gøres op': owed, Rest: rest, 'Skal have brev': toSend, ...groups } = await accountOf(new Hands(page))
  // Everybody is in exactly one group.
  expect(owed).toBe((all ?? 0) - (out ?? 0))
  expect(owed).toBe((toSend ?? 0) + Object.values(groups).reduce((sum, count) => sum + count, 0))
  expect([rest, (rest ?? 0) > 50]).toEqual([toSend, true])
  await expect(page.getByRole('button', { name: /^Frigiv/ })).toHaveCount(0)
})

test('a colleague releases it, and every letter leaves', async ({ page, login, db }) => {
  await login('kollega@demo.invalid')
  const hands = new Hands(page)
  await releaseRun(hands, run)
  await untilSent(hands, run)
  const id = run.split('/').at(-1)
  const { rows } = await db.query("SELECT state, count(*)::int AS n FROM letter WHERE run_id = $1 AND channel <> 'BY_HAND' GROUP BY state", [id])
  expect(rows.map((row) => row.state)).toEqual(['SENT'])
  expect(rows[0].n).toBeGreaterThan(50)
})

test('a letter that comes back becomes an address task', async ({ page, login, db }) => {
  await login('koordinator@demo.invalid')
  const person = await returnedLetterOf(db, run)
  const hands = new Hands(page)
  await recordReturn(hands, person.name)
  expect(hands.actions).toBeLessThanOrEqual(3)
  const task = await db.query("SELECT due_on > current_date AS later FROM outreach_task WHERE person_id = $1 AND kind = 'ADDRESS' AND done_at IS NULL", [person.id])
  expect(task.rows).toEqual([{ later: true }])
})

test('somebody vulnerable who has not answered is called', async ({ page, login }) => {
  await login('koordinator@demo.invalid')
  const hands = new Hands(page)
  await logPhoneAttempt(hands)
  expect(hands.actions).toBeLessThanOrEqual(4)
})

test('the run closes when it adds up to nothing left', async ({ page, login }) => {
  await login('koordinator@demo.invalid')
  await page.goto(run)
  await page.getByRole('button', { name: 'Luk kørslen' }).click()
  await expect(page.getByText(/^Lukket af Karen Højgaard/)).toBeVisible()
})

test('the manager sees the coverage, and no person', async ({ page, login }) => {
  await login('leder@demo.invalid')
  await page.goto('/reporting')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nøgletal for henvendelser')
  await expect(page.getByRole('main').getByRole('figure').first()).toBeVisible()
  expect((await page.goto('/outreach'))?.status()).toBe(404)
})

import { expect } from '@playwright/test'
import type pg from 'pg'
import type { Hands } from './hands'

/** From the landing page to a run that is counted and reviewed. Returns its address. */
export async function makeAndReviewRun(hands: Hands): Promise<string> {
  const { page } = hands
  await page.goto('/')
  await hands.link('Lav en brevkørsel')
  await page.waitForURL(/\/outreach\/runs/)
  if (!page.url().endsWith('/new')) await hands.link('Ny kørsel')
  await hands.button('Tæl op')
  await page.waitForURL(/\/outreach\/runs\/[0-9a-f-]{36}$/)
  await hands.button('Gennemset – klar til frigivelse')
  await expect(page.getByText('En kollega skal frigive kørslen')).toBeVisible()
  return new URL(page.url()).pathname
}

/** The numbers of the account by their names, as the page shows them. */
export async function accountOf(hands: Hands): Promise<Record<string, number>> {
  const rows = await hands.page.getByRole('table', { name: 'Regnskabet' }).getByRole('row').all()
  const lines = await Promise.all(rows.map(async (row) => [await row.getByRole('rowheader').evaluate((cell) => cell.firstChild?.textContent ?? ''), await row.getByRole('cell').last().innerText()] as const))
  return Object.fromEntries(lines.map(([name, number]) => [name, Number(number.replaceAll('.', ''))]))
}

/** A colleague finds it and lets it go. */
export async function releaseRun(hands: Hands, run: string): Promise<void> {
  const { page } = hands
  await page.goto('/')
  await hands.press(page.getByRole('navigation', { name: 'Steder i Indgang' }).getByRole('link', { name: 'Brevkørsler' }))
  await hands.press(page.locator(`main a[href="${run}"]`).first())
  await hands.button(/^Frigiv \d+ breve/)
  await expect(page.getByText(/sendes, når tiden er gået|Brevene sendes nu|Kørslen går op/)).toBeVisible()
}

/** Waits until every letter of the run has left; the page shows it by itself or when it is opened again. */
export async function untilSent(hands: Hands, run: string): Promise<void> {
  await expect(async () => {
    await hands.page.goto(run)
    await expect(hands.page.getByText(/Kørslen går op|\d+ person(er)? mangler et udfald/)).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 120_000 })
}

/** The first of the queue who has not answered is called; nobody picks up. */
export async function logPhoneAttempt(hands: Hands): Promise<void> {
  await hands.page.goto('/')
  await hands.press(hands.page.getByRole('link', { name: /^Skridt over for sårbare/ }))
  await hands.press(hands.page.getByRole('row').getByRole('button', { name: 'Ikke fat' }).first())
  await expect(hands.page.getByText('Forsøget er logget.')).toBeVisible()
}

/** The envelope lies on the desk: the person is found in the list of everybody and the return is noted. */
export async function recordReturn(hands: Hands, name: string): Promise<void> {
  const { page } = hands
  await page.goto('/outreach?queue=COVERED&sort=letter&dir=desc')
  await hands.button(new RegExp(`^Flere handlinger ${name}$`))
  await hands.press(page.getByRole('main').getByRole('link', { name: 'Brevet kom retur' }).locator('visible=true'))
  await hands.button('Registrér retur')
  await expect(page.getByText(/Returen er registreret/)).toBeVisible()
}

/** Somebody whose paper letter of this run left, with a name nobody else has, and not in a colleague’s care: that asks for a reason first. */
export async function returnedLetterOf(db: pg.Client, run: string): Promise<{ id: string; name: string }> {
  const { rows } = await db.query(
    `SELECT p.id, p.first_name || ' ' || p.last_name AS name FROM letter l JOIN person p ON p.id = l.person_id
     WHERE l.run_id = $1 AND l.channel = 'PAPER' AND l.state = 'SENT' AND p.protection = 'P0'
       AND NOT EXISTS (SELECT 1 FROM assignment a JOIN app_user u ON u.id = a.user_id AND u.email <> 'koordinator@demo.invalid' WHERE a.person_id = p.id)
       AND (SELECT count(*) FROM person o WHERE o.first_name = p.first_name AND o.last_name = p.last_name) = 1 ORDER BY p.last_name LIMIT 1`,
    [run.split('/').at(-1)],
  )
  expect(rows).toHaveLength(1)
  return rows[0] as { id: string; name: string }
}

import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/e2e/accessible'
import { expect, test } from '../support/e2e/fixtures'

const number = (text: string) => Number(/^[\d.]+/.exec(text)?.[0].replace('.', ''))
/** The lines of the first page: what each says, and where it leads. */
async function lines(page: Page): Promise<Map<string, number>> {
  await page.goto('/')
  const card = page.locator('section.card').filter({ has: page.getByRole('heading', { level: 2, name: 'Administrationen lige nu' }) })
  const links = await card.getByRole('listitem').getByRole('link').all()
  return new Map(await Promise.all(links.map(async (link) => [(await link.getAttribute('href')) ?? '', number(await link.innerText())] as const)))
}
async function rowsOf(page: Page, href: string): Promise<number> {
  await page.goto(href)
  const main = page.getByRole('main')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  if (href === '/rights?only=rights') return main.getByRole('button', { name: 'Godkend', exact: true }).count()
  if (href === '/rights?only=logins') return main.getByRole('button', { name: 'Giv login' }).count()
  const range = await page.getByText(/^\d+–\d+ af [\d.]+$/).first().innerText({ timeout: 500 }).catch(() => null)
  return range ? Number(range.split(' af ')[1]?.replace('.', '')) : main.locator('table tbody tr').count()
}

test('every line of the administrator’s first page says how many, and opens exactly those', async ({ page, login }) => {
  await login('administrator@demo.invalid')
  const found = [...(await lines(page)).keys()]
  expect(found).toEqual(expect.arrayContaining(['/admin?state=expired', '/admin?state=invited', '/admin?state=quiet', '/rights?only=reviews']))
  // Other journeys ask for logins and rights meanwhile: the number is read anew just before its list.
  for (const href of found) await expect(async () => expect([href, (await lines(page)).get(href) ?? 0]).toEqual([href, await rowsOf(page, href)])).toPass({ timeout: 20_000 })
  await page.goto('/')
  await expectAccessible(page, 'first page of an administrator')
})

test('a user is found by a word, a role and how the login stands, and the search can be shared as an address', async ({ page, login }) => {
  await login('administrator@demo.invalid')
  await page.goto('/admin')
  await page.getByRole('textbox', { name: 'Navn, e-mail eller stilling' }).fill('højgaard veteran')
  await page.getByRole('main').getByRole('button', { name: 'Søg', exact: true }).click()
  await expect(page.getByRole('main').locator('table tbody tr')).toHaveCount(1)
  await expect(page.getByRole('rowheader', { name: /Karen Højgaard/ })).toBeVisible()
  await expectAccessible(page, 'users found')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Navn, e-mail eller stilling' })).toHaveValue('højgaard veteran')
  await page.getByRole('combobox', { name: 'Rolle' }).selectOption({ label: 'Leder' })
  await page.getByRole('main').getByRole('button', { name: 'Søg', exact: true }).click()
  await expect(page.getByText('Ingen brugere passer')).toBeVisible()

  await page.goto('/admin')
  await page.getByRole('navigation', { name: 'Vis', exact: true }).getByRole('link', { name: /^Udløbne links/ }).click()
  await page.getByRole('rowheader').getByRole('link', { name: /Line Holst Aagaard/ }).click()
  await expect(page.getByText('Linket er udløbet').first()).toBeVisible()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/admin')
  await expectNoSidewaysScroll(page, 'users on a phone')
})

test('the log says by name from which page somebody looked, and holds nothing of the address', async ({ page, login, db }) => {
  const idOf = async (email: string) => (await db.query<{ id: string }>('SELECT id FROM app_user WHERE email = $1', [email])).rows[0]?.id ?? ''
  const [manager, admin, officer] = [await idOf('leder@demo.invalid'), await idOf('administrator@demo.invalid'), await idOf('dpo@demo.invalid')]
  await login('administrator@demo.invalid')
  await page.goto(`/admin/users/${manager}`)
  await page.goto('/admin?words=sjælden')
  await login('dpo@demo.invalid')
  const row = (what: string) => page.getByRole('row').filter({ hasText: what }).first()
  await page.goto(`/audit?user=${admin}&kind=LIST`)
  await expect(row('Så listen over brugere')).toContainText('Fra siden: Brugere')
  await expect(page.getByRole('main')).not.toContainText('sjælden')
  await page.goto('/audit/seals')
  await page.goto(`/audit?user=${officer}&kind=LIST`)
  await expect(row('Så segl og efterprøvninger')).toContainText('Fra siden: Kan logbogen stå til troende?')
  expect((await db.query("SELECT 1 FROM audit_event WHERE route LIKE $1 OR route LIKE '%?%'", [`%${manager}%`])).rows).toEqual([])
  await expectAccessible(page, 'log with pages')
})

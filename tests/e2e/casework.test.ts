import { expect, test } from '../support/e2e/fixtures'
import { openCases } from '../support/steps/casework'
import { Hands } from '../support/steps/hands'

test('a goal in the citizen’s words, an agreement that becomes a task, and a plan the citizen can take home', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await openCases(new Hands(page))
  await page.getByRole('navigation', { name: 'Om personen' }).getByRole('link', { name: 'Plan', exact: true }).click()
  const words = 'Gå med min datter i svømmehallen'
  const said = page.getByRole('textbox', { name: 'Hvad vil borgeren gerne nå frem til?' })
  if (!(await said.isVisible())) await page.getByText('Nyt mål', { exact: true }).click()
  await said.fill(words)
  await page.getByRole('radio', { name: 'Borgerens egne ord' }).check()
  await page.getByRole('button', { name: 'Gem målet' }).click()
  const goal = page.getByRole('article').filter({ hasText: words })
  await expect(goal).toContainText('Borgerens egne ord')
  await expect(goal).toContainText('Ingen åben aftale om målet.')

  await page.getByRole('textbox', { name: 'Hvad er aftalt?' }).fill('Finde ud af, hvornår der er få i bassinet')
  await page.getByRole('radio', { name: /^Kommunen/ }).check()
  for (const [part, value] of [['Dag', '8'], ['Måned', '1'], ['År', '2027']] as const) await page.getByRole('group', { name: 'Hvornår senest?' }).getByRole('textbox', { name: part }).fill(value)
  await page.getByLabel('Hvilket mål hører den til?').selectOption({ label: words })
  await page.getByRole('checkbox', { name: 'Læg den på min opgaveliste' }).check()
  await page.getByRole('button', { name: 'Gem aftalen' }).click()
  await expect(goal).toContainText('Næste aftale: Finde ud af, hvornår der er få i bassinet')
  await expect(goal).toContainText('Står som opgave')

  // A number in the words is stopped, and what was typed is still there.
  await page.getByRole('textbox', { name: 'Hvad er aftalt?' }).fill('Ringe til 070761-4285')
  await page.getByRole('button', { name: 'Gem aftalen' }).click()
  await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Hvad er aftalt?' })).toHaveValue('Ringe til 070761-4285')

  await page.getByRole('link', { name: 'Udskriv til borgeren' }).click()
  await expect(page.getByRole('main')).toContainText(words)
  await page.goto('/tasks')
  await expect(page.getByRole('main')).toContainText('Finde ud af, hvornår der er få i bassinet')
})

test('a measurement is few actions, is drawn with words beside it, and can be taken back', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await openCases(new Hands(page))
  const person = /\/people\/([0-9a-f-]{36})/.exec(page.url())?.[1]
  await page.goto(`/people/${person}/progress?scale=challenge`)
  const form = page.locator('#new')
  for (const [room, rating] of [['Det sociale rum', '7'], ['Det psykiske rum', '5']] as const) await form.getByRole('group', { name: room, exact: true }).getByRole('radio', { name: new RegExp(`^${rating}( |$)`) }).check()
  await form.getByRole('radio', { name: 'Borger og sagsbehandler sammen' }).check()
  await form.getByRole('button', { name: 'Gem målingen' }).click()
  await expect(page.getByText('Målingen er gemt.')).toBeVisible()
  const newest = page.getByRole('table', { name: 'Alle målinger' }).or(page.locator('[aria-labelledby="measured-title"] table')).getByRole('row').nth(1)
  await expect(newest).toContainText('7')
  // What nobody rated is that, and not nothing.
  await expect(newest).toContainText('ikke vurderet')
  await newest.getByText('Tag tilbage', { exact: true }).click()
  await newest.getByRole('radio', { name: 'Tastet forkert' }).check()
  await newest.getByRole('button', { name: 'Tag målingen tilbage' }).click()
  await expect(page.getByText('Målingen er taget tilbage.')).toBeVisible()
})

test('a case follows its method: what is missing is ticked, and taken back', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await page.goto('/caseload?queue=mine&col=step')
  await page.getByRole('table', { name: 'Alle mine borgere' }).getByRole('link', { name: /^Fase [12] af/ }).first().click()
  const met = page.getByRole('button', { name: /^Opfyldt/ })
  const before = await met.count()
  await met.first().click()
  await expect(met).toHaveCount(before - 1)
  await page.getByRole('button', { name: /^Tag tilbage/ }).first().click()
  await expect(met).toHaveCount(before)
})

test('the first page of a person begins with what comes next, and leads to the log', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await openCases(new Hands(page))
  await page.getByRole('navigation', { name: 'Om personen' }).getByRole('link', { name: 'Overblik' }).click()
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText('Lige nu')
  await expect(page.getByText(/Næste skridt:|Intet næste skridt aftalt/).first()).toBeVisible()
  await page.getByRole('link', { name: 'Skriv en kontakt' }).click()
  await expect(page).toHaveURL(/\/contacts#log$/)
  await page.keyboard.press('l')
  await expect(page.getByRole('radio', { name: /^Kontakt/ })).toBeFocused()
})

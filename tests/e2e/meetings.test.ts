import { expect, test } from '../support/e2e/fixtures'
import { openCase, openCases } from '../support/steps/casework'
import { Hands } from '../support/steps/hands'

test('a meeting is called, a case is put on it, and what was decided is a task and stands on the case', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await page.goto('/meetings/new')
  // The day that is suggested by nobody: today, as the clock of the machine has it.
  const today = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(new Date())
  const part = (type: string) => today.find((one) => one.type === type)?.value ?? ''
  for (const [label, type] of [['Dag', 'day'], ['Måned', 'month'], ['År', 'year']] as const) await page.getByRole('textbox', { name: label, exact: true }).fill(part(type))
  await page.getByRole('textbox', { name: /^Klokken/ }).fill('9.00')
  await page.getByRole('textbox', { name: /^Hvor\b/ }).fill('Lokale 3, rådhuset')
  await page.getByRole('radio', { name: 'Hver anden uge' }).check()
  await page.getByRole('button', { name: 'Indkald', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Lokale 3, rådhuset')
  const meeting = page.url()
  const id = new URL(meeting).pathname.split('/').at(-1)

  // A case of the meeting's own unit: another's needs the person's consent.
  const ours = openCase(page).filter({ hasText: 'Jobcentret' })
  let name = ''
  for (let nth = 0; nth < 9 && (name === '' || (await ours.count()) === 0); nth++) name = await openCases(new Hands(page), nth).then(async (found) => (await page.getByRole('article').first().waitFor(), found))
  await ours.getByRole('link', { name: 'Sæt på møde' }).click()
  await page.locator(`input[name="meetingId"][value="${id}"]`).check()
  await page.getByRole('textbox', { name: /^Hvad skal der tales om/ }).fill('Hvem følger med til lægen?')
  await page.getByRole('button', { name: 'Sæt på dagsordenen' }).click()

  await page.waitForURL(/\/people\/[^/]+\/cases(\?|$)/)
  await page.goto(meeting)
  const item = page.getByRole('listitem').filter({ hasText: name })
  await expect(item).toContainText('Hvem følger med til lægen?')
  await item.getByText('Skriv en beslutning').click()
  await item.getByRole('textbox', { name: /^Hvad blev besluttet/ }).fill('Jonas følger med på tirsdag')
  await item.getByRole('textbox', { name: /^Hvad skal gøres/ }).fill('Følg med til lægen')
  await item.getByLabel(/^Hvem gør det/).selectOption({ label: 'Mig' })
  for (const [label, value] of [['Dag', '12'], ['Måned', '1'], ['År', '2027']] as const) await item.getByRole('textbox', { name: label, exact: true }).fill(value)
  await item.getByRole('button', { name: 'Gem beslutningen' }).click()
  await expect(item).toContainText('Jonas følger med på tirsdag')
  await page.getByRole('button', { name: 'Afslut mødet' }).click()
  await expect(page.getByText('Afholdt').first()).toBeVisible()
  await page.goto('/tasks')
  await expect(page.getByRole('main')).toContainText('Følg med til lægen')
})

test('a report from chosen contacts is a file of what stands ticked', async ({ page, login }) => {
  await login('sagsbehandler@demo.invalid')
  await openCases(new Hands(page))
  await page.getByRole('navigation', { name: 'Om personen' }).getByRole('link', { name: 'Kontakter' }).click()
  await page.getByRole('link', { name: 'Lav en rapport' }).click()
  await page.getByRole('textbox', { name: 'År' }).first().fill('2025')
  await page.getByRole('button', { name: 'Vis kontakterne' }).click()
  await page.getByRole('checkbox', { name: /^Tag kontakten/ }).first().uncheck()
  await page.getByRole('radio', { name: 'Journalen' }).check()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hent filen' }).click()])
  expect(file.suggestedFilename()).toMatch(/^kontakter-\d{4}-\d{2}-\d{2}\.pdf$/)
  await page.getByRole('radio', { name: /^Word/ }).check()
  const [word] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hent filen' }).click()])
  expect(word.suggestedFilename()).toMatch(/\.docx$/)
})

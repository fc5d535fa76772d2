import type { Page } from '@playwright/test'
import type { Random } from '@/tests/support/random'
import type { DemoWeb } from './demo-web'
import type { Typist } from './typing'

/** What was lost, in a sentence; nothing when nothing was. */
export type Lost = string | null
type Interruption = (typist: Typist, random: Random, web: DemoWeb) => Promise<Lost>

const short = (text: string) => `“${text.slice(-40)}” (${text.length})`
/** Where it is not yet in the register, it is asked again for a while: the page says when it is, and the test does not read it. */
async function until(holds: () => Promise<boolean>, seconds = 30): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise((done) => setTimeout(done, 150))) if (await holds()) return true
  return false
}
const bursts = (random: Random) => 2 + random.int(8)

/** The window is gone in the middle of it. What the form said was kept is offered back elsewhere, word for word. */
const killed: Interruption = async (typist, random) => {
  const page = await typist.sitDown()
  await typist.open(page)
  await typist.type(page, bursts(random))
  await page.waitForTimeout(random.int(2600))
  const kept = await typist.kept(page)
  await (random.chance(0.5) ? page.close() : page.context().close())
  const [found = '', ...more] = await typist.offered()
  if (more.length > 0) return `${more.length + 1} drafts of one text`
  if (!typist.typed.startsWith(found.replaceAll('\r\n', '\n')) || found.length < kept.length) return `kept ${short(kept)}, offered ${short(found)}`
  return null
}

/** The connection goes while one types: the form does not say that it keeps what it cannot, and keeps it all when it is back. */
const offline: Interruption = async (typist, random) => {
  const page = await typist.sitDown()
  await typist.open(page)
  await typist.type(page, bursts(random))
  await page.context().setOffline(true)
  const before = typist.typed
  await typist.type(page, 1 + random.int(4))
  await page.waitForTimeout(2500 + random.int(1500))
  const kept = await typist.kept(page)
  // What was on its way already may have come through: then it is kept indeed.
  if (kept.length > before.length && !(await typist.drafted(kept))) return `said to be kept without a connection: ${short(kept)}`
  if ((await typist.value(page)) !== typist.typed) return 'the text is gone from the form'
  await page.context().setOffline(false)
  if (!(await until(async () => (await typist.kept(page)) === typist.typed))) return 'not kept after the connection was back'
  await page.close()
  const [found = ''] = await typist.offered()
  return found.replaceAll('\r\n', '\n') === typist.typed ? null : `offered ${short(found)} instead of ${short(typist.typed)}`
}

/** Sent while there is no connection: the text stands, and is saved once when there is. */
const sentOffline: Interruption = async (typist, random) => {
  const page = await typist.sitDown()
  await typist.open(page)
  await typist.type(page, bursts(random))
  await page.context().setOffline(true)
  await typist.save(page)
  await page.waitForTimeout(300 + random.int(2500))
  if (await typist.value(page).then((value) => value !== typist.typed, () => true)) return 'the text is gone from the form'
  await page.context().setOffline(false)
  return savedOnce(typist)
}

/** The session ended meanwhile: said, the text stands, and after signing in it is saved. */
const expired: Interruption = async (typist, random) => {
  const page = await typist.sitDown()
  await typist.open(page)
  const before = bursts(random)
  await typist.type(page, before)
  await typist.expire(page)
  await typist.type(page, random.int(4))
  await typist.save(page)
  if (!(await said(page, 'logget ud'))) return 'nothing is said of the session'
  if ((await typist.value(page)) !== typist.typed) return 'the text is gone from the form'
  await typist.signInAgain(page)
  await typist.save(page)
  return savedOnce(typist)
}

/** The same form in two tabs of one browser, or on two computers, and both are gone: both are offered back. */
const twoTabs: Interruption = async (typist, random) => {
  const page = await typist.sitDown()
  await typist.open(page)
  await typist.type(page, bursts(random))
  const [first, firstKept] = [typist.typed, await typist.kept(page)]
  typist.typed = ''
  const second = await (random.chance(0.5) ? typist.tabBeside(page) : typist.sitDown())
  await typist.open(second)
  await typist.type(second, bursts(random))
  await second.waitForTimeout(random.int(2600))
  const secondKept = await typist.kept(second)
  const firstNow = (await typist.kept(page)) || firstKept
  await Promise.all([...new Set([page.context(), second.context()])].map((context) => context.close()))
  const offered = (await typist.offered()).map((text) => text.replaceAll('\r\n', '\n'))
  const holds = (typed: string, kept: string) => kept === '' || offered.some((text) => typed.startsWith(text) && text.length >= kept.length)
  return holds(first, firstNow) && holds(typist.typed, secondKept) ? null : `offered ${offered.map(short).join(', ')}; kept ${short(firstNow)} and ${short(secondKept)}`
}

/** Somebody else saved meanwhile: the text stands, and saving again is one's own choice. */
const conflict: Interruption = async (typist, random, web) => {
  const page = await typist.sitDown()
  await typist.open(page)
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await typist.type(page, bursts(random))
  await web.db.query("UPDATE veteran_profile SET resources = 'Skrevet af en anden', version = version + 1 WHERE person_id = $1", [typist.person])
  await typist.save(page)
  if (!(await said(page, 'Skrevet af en anden'))) return 'nothing is said of what another wrote'
  if ((await typist.value(page)) !== typist.typed) return 'the text is gone from the form'
  await typist.save(page)
  return savedOnce(typist)
}

const said = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words }).first().waitFor({ timeout: 30_000 }).then(() => true, () => false)

async function savedOnce(typist: Typist): Promise<Lost> {
  await until(async () => (await typist.stored()) > 0)
  const count = await typist.stored()
  return count === 1 ? null : `saved ${count} times; ${await typist.told()}`
}

/** Each with the forms it may happen in. */
export const interruptions = { killed, offline, sentOffline, expired, twoTabs, conflict }

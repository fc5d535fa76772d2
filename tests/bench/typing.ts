import { createHash } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import type { Random } from '@/tests/support/random'
import type { DemoWeb } from './demo-web'

/** A form in which long text is typed. `stored`: how many rows hold exactly this text about them. */
export type Place = { name: string; drafts: boolean; address: (person: string) => string; field: string; /** Where it is not told by the field. */ form?: string; begin?: (page: Page) => Promise<void>; stored: string }
const talk = async (page: Page) => page.locator('.contact-form input[name="outcome"][value="reached"]').check()
const kind = async (page: Page) => page.locator('.contact-form input[name="kind"][value="phone"]').check()
const aim = async (page: Page) => {
  await page.locator('#new-goal details').evaluate((details: HTMLDetailsElement) => void (details.open = true))
  await page.locator('#new-goal [name="text"]').fill('Et mål')
  await page.locator('#new-goal input[name="saidBy"]').first().check()
}
const noted = 'SELECT count(*)::int AS n FROM contact_note WHERE contact_id IN (SELECT id FROM contact WHERE person_id = $1) AND replace(text, chr(13), $3) = $2'
export const places: Record<'log' | 'quick' | 'profile' | 'goal', Place> = {
  log: { name: 'contact log', drafts: true, address: (person) => `/people/${person}/contacts`, field: '[name="note.general"]', begin: async (page) => (await talk(page), kind(page)), stored: noted },
  quick: { name: 'quick log', drafts: true, address: (person) => `/contacts/new?person=${person}`, field: '[name="note.general"]', begin: async (page) => (await talk(page), kind(page)), stored: noted },
  profile: { name: 'profile', drafts: false, address: (person) => `/people/${person}/edit/profile`, field: '[name="resources"]', begin: (page) => page.locator('[name="resources"]').fill(''), stored: 'SELECT count(*)::int AS n FROM veteran_profile WHERE person_id = $1 AND replace(resources, chr(13), $3) = $2' },
  goal: { name: 'plan', drafts: false, address: (person) => `/people/${person}/plan`, field: '#new-goal [name="needs"]', form: '#new-goal form', begin: aim, stored: 'SELECT count(*)::int AS n FROM plan_goal_step WHERE person_id = $1 AND replace(needs, chr(13), $3) = $2' },
}

/** Remembers what stood in the field each time the form began to say that it was kept. What it still says in the moment between a key and the page that answers to it is no claim about that key. */
const claims = () => {
  Object.assign(window, { kept: '' })
  let said = ''
  new MutationObserver(() => {
    const [says, field] = [document.querySelector('.contact-form p[role=status]'), document.querySelector<HTMLTextAreaElement>('[name="note.general"]')]
    const now = says?.textContent ?? ''
    if (field && now !== said && now === 'Kladden er gemt.') Object.assign(window, { kept: field.value })
    said = now
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

const WORDS = 'Talte om søvnen og hunden hun vil prøve hesteholdet igen ringer på fredag “måske” sagde han – datteren flytter til Århus i maj og så er der plads til æblerne'.split(' ')

/** One caseworker at one form about one person: types, is interrupted, and comes back. */
export class Typist {
  private contexts: BrowserContext[] = []
  typed = ''
  constructor(private readonly web: DemoWeb, private readonly random: Random, readonly place: Place, readonly person: string, private readonly email: string) {}

  /** As on a computer of its own: another browser, another session. */
  async sitDown(): Promise<Page> {
    const page = await this.web.open(this.email)
    page.setDefaultTimeout(30_000)
    this.contexts.push(page.context())
    await page.addInitScript(claims)
    return page
  }

  /** Another tab beside this one: the same browser, the same session. */
  async tabBeside(page: Page): Promise<Page> {
    const other = await page.context().newPage()
    other.setDefaultTimeout(30_000)
    await other.addInitScript(claims)
    return other
  }

  async open(page: Page): Promise<void> {
    await page.goto(this.place.address(this.person))
    // The form is the browser's own when its fields answer to it.
    await page.locator(this.place.field).waitFor({ state: 'attached' })
    await page.waitForFunction((field) => Object.keys(document.querySelector(field) ?? {}).some((key) => key.startsWith('__react')), this.place.field)
    await this.place.begin?.(page)
    await page.locator(this.place.field).focus()
  }

  /** So many bursts of words, with pauses between them as they fall. */
  async type(page: Page, bursts: number): Promise<void> {
    for (let burst = 0; burst < bursts; burst++) {
      const words = ` ${Array.from({ length: 1 + this.random.int(6) }, () => this.random.pick(WORDS)).join(' ')}${this.random.chance(0.1) ? '\n' : ''}`
      this.typed += this.typed === '' ? words.trimStart() : words
      await page.keyboard.insertText(this.typed.length === words.trimStart().length ? words.trimStart() : words)
      await page.waitForTimeout(this.random.chance(0.15) ? this.random.int(3200) : this.random.int(160))
    }
  }

  value = (page: Page) => page.locator(this.place.field).inputValue()
  kept = (page: Page) => page.evaluate(() => (window as unknown as { kept: string }).kept)
  says = (page: Page) => page.locator('.contact-form p[role=status]').innerText()
  save = (page: Page) => page.locator(`${this.place.form ?? `form:has(${this.place.field})`} button[type=submit]`).click()
  context = (page: Page) => page.context()

  /** Every session of this window is ended, as by whoever takes a right away. */
  async expire(page: Page): Promise<void> {
    const cookie = (await page.context().cookies()).find(({ name }) => name === 'indgang')
    if (!cookie) throw new Error('Nobody is signed in')
    await this.web.db.query("UPDATE session SET revoked_at = now() WHERE id = (SELECT s.id FROM session s JOIN app_user u ON u.id = s.user_id WHERE s.token_hash = $1)", [await this.hashOf(cookie.value)])
  }

  private async hashOf(cookie: string): Promise<Buffer> {
    const { decode } = await import('next-auth/jwt')
    const found = await decode({ token: cookie, secret: process.env.NEXTAUTH_SECRET ?? '' })
    return createHash('sha256').update(String(found?.sid)).digest()
  }

  async signInAgain(page: Page): Promise<void> {
    const { makeSession } = await import('@/tests/support/e2e/session-cookie')
    await page.context().addCookies([{ name: 'indgang', value: await makeSession(this.web.db, process.env.NEXTAUTH_SECRET ?? '', this.email), url: this.web.address }])
  }

  async stored(text = this.typed): Promise<number> {
    return (await this.web.db.query(this.place.stored, [this.person, text.trim(), ''])).rows[0].n
  }

  /** Whether the register holds a draft that begins with this text. */
  async drafted(text: string): Promise<boolean> {
    return (await this.web.db.query<{ n: number }>("SELECT count(*)::int AS n FROM contact_draft WHERE person_id = $1 AND starts_with(replace(fields->>'note.general', chr(13), ''), $2)", [this.person, text])).rows[0]?.n === 1
  }

  /** What is offered back somewhere else: the text of each draft about this person. */
  async offered(): Promise<string[]> {
    const page = await this.sitDown()
    await page.goto(places.log.address(this.person))
    const links = await page.getByRole('link', { name: 'Skriv videre' }).all()
    const texts: string[] = []
    for (const href of await Promise.all(links.map((link) => link.getAttribute('href')))) {
      await page.goto(href ?? '')
      texts.push(await page.locator(places.log.field).inputValue())
    }
    return texts
  }

  async leave(): Promise<void> {
    for (const context of this.contexts) await context.close().catch(() => {})
    await this.web.db.query('DELETE FROM contact_draft WHERE person_id = $1', [this.person])
  }

  /** What the windows say at the end, for whoever looks for the reason. */
  async told(): Promise<string> {
    const texts = this.contexts.flatMap((context) => context.pages()).map((page) => page.getByRole('alert').allInnerTexts().then((all) => `${page.url()} ${all.join(' · ')}`, String))
    return (await Promise.all(texts)).join(' | ').slice(0, 400)
  }
}

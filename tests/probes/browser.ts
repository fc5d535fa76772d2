import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import type { Ground } from './ground'
import { subjects } from './people'
import type { Planted } from './planter'
import type { Surface } from './surfaces'

/** Everything a browser keeps after the tab is closed, or hands to scripts. */
const kept = async () => {
  const stores = [localStorage, sessionStorage].map((store) => JSON.stringify(Object.entries(store)))
  const databases = await indexedDB.databases()
  const cached = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((one) => one.url)))
  const workers = await navigator.serviceWorker.getRegistrations()
  return JSON.stringify([...stores, databases, cached, workers.map(({ scope }) => scope), document.cookie, window.name, history.state, location.href, document.title, document.referrer])
}

/** Goes through pages in a real browser and looks into what it keeps. Returns what was found, and how many pages were seen. */
export async function browserKeeps(ground: Ground, surfaces: readonly Surface[], each: number): Promise<{ pages: number; found: (Planted & { where: string })[] }> {
  const browser = await chromium.launch({ executablePath: [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path)), args: ['--no-sandbox', '--disable-gpu'] })
  const found: (Planted & { where: string })[] = []
  let pages = 0
  try {
    for (const subject of subjects) {
      const context = await browser.newContext({ locale: 'da-DK' })
      const [name = '', value = ''] = ground.cookie(subject).cookie?.split(/=(.*)/s) ?? []
      if (name) await context.addCookies([{ name, value, url: ground.address }])
      const page = await context.newPage()
      const own = surfaces.filter((one) => one.subject.key === subject.key && !one.route.page?.file && !one.route.source.endsWith('.ts'))
      const step = Math.max(1, Math.floor(own.length / each))
      for (const { address, route } of own.filter((_, at) => at % step === 0)) {
        await page.goto(`${ground.address}${address}`, { waitUntil: 'load' })
        pages++
        // Typed and not sent: a draft must not stay behind either.
        const draft = ground.world.planter.marker('', 'draft', 'typed')
        await page.locator('main textarea, main input[type=text]').first().fill(draft, { timeout: 300 }).catch(() => {})
        const text = `${await page.evaluate(kept)}\n${JSON.stringify(await context.cookies())}`
        found.push(...ground.world.planter.find(text).map((one) => ({ ...one, where: `${subject.key} ${route.path}` })))
      }
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return { pages, found }
}

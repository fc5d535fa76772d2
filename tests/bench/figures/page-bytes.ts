import { gzipSync } from 'node:zlib'
import { Hands } from '@/tests/support/steps/hands'
import { askForCall } from '@/tests/support/steps/replies'
import { type DemoWeb, startDemoWeb } from '../demo-web'
import { liveReplyCode } from '../reply-code'
import type { Figure } from './figure'

const staffBound = 170_000

/** JavaScript that reaches the browser for this page, each file gzipped, in bytes. */
async function scriptBytes(web: DemoWeb, path: string, email: string | null): Promise<number> {
  const page = await web.open(email)
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && response.ok()) bodies.push(response.body())
  })
  const answer = await page.goto(path, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`)
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length)
  await page.context().close()
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** A whole answer with scripts switched off: the bytes of script it needed. */
async function neededByReply(web: DemoWeb): Promise<number> {
  const page = await web.open(null, { javaScriptEnabled: false })
  let bytes = 0
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') bytes += (await response.body()).length
  })
  await askForCall(new Hands(page), await liveReplyCode(web.db))
  await page.context().close()
  return bytes
}

const figure: Figure = {
  bound: '≤ 170 kB staff, 0 kB needed on the reply page',
  database: true,
  async figure({ ownerUrl, log }) {
    const web = await startDemoWeb(ownerUrl)
    try {
      const person = (await web.db.query("SELECT p.id FROM person p JOIN letter l ON l.person_id = p.id WHERE p.protection = 'P0' AND p.died_on IS NULL LIMIT 1")).rows[0].id as string
      const staff = { landing: '/', 'due list': '/outreach', 'person page': `/people/${person}` }
      const sizes = new Map<string, number>()
      for (const [name, path] of Object.entries(staff)) sizes.set(name, await scriptBytes(web, path, 'koordinator@demo.invalid'))
      const shipped = await scriptBytes(web, `/svar/${await liveReplyCode(web.db)}`, null)
      const needed = await neededByReply(web)
      log(`the reply page works without scripts; where they run it loads ${(shipped / 1000).toFixed(0)} kB`)
      const value = [...sizes].map(([name, size]) => `${name} ${(size / 1000).toFixed(0)} kB`).join(', ')
      return { value: `${value}, reply ${(needed / 1000).toFixed(0)} kB needed`, ok: [...sizes.values()].every((size) => size > 0 && size <= staffBound) && needed === 0 }
    } finally {
      await web.stop()
    }
  },
}
export default figure

import { rmSync } from 'node:fs'
import type { ChildProcess } from 'node:child_process'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { freePort, startEmbedded, type EmbeddedDatabase } from '@/scripts/database/embedded'
import { startBuilt, stopBuilt } from '../support/e2e/web'
import { prepareDatabase } from '../support/e2e/prepare'

const folder = `.indgang/outage-pg-${process.pid}`
let server: EmbeddedDatabase
let web: ChildProcess
let address = ''

test.beforeAll(async () => {
  test.setTimeout(120_000)
  rmSync(folder, { recursive: true, force: true })
  server = await startEmbedded(folder)
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  web = await startBuilt(port, prepareDatabase(server.url('postgres'), address))
})

test.afterAll(async () => {
  if (web) await stopBuilt(web)
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ready = async () => (await fetch(`${address}/api/health/ready`)).status

test('without its database the product says what to do, and comes back by itself', async ({ page, browser }) => {
  test.setTimeout(120_000)
  expect((await page.goto(`${address}/sign-in`))?.status()).toBe(200)
  await page.getByRole('textbox', { name: 'E-mail' }).fill('somebody@kommune.invalid')
  await page.getByRole('textbox', { name: 'Adgangskode' }).fill('noget')
  await server.stop()

  // What was typed stays when it is sent into the outage.
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('intet blev gemt')
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('somebody@kommune.invalid')

  const plain = await browser.newContext({ javaScriptEnabled: false })
  const visit = await plain.newPage()
  for (const path of ['/', '/sign-in', '/svar', '/people']) {
    const answer = await visit.goto(`${address}${path}`)
    expect([answer?.status(), answer?.headers()['retry-after']], path).toEqual([503, '10'])
    await expect(visit.getByRole('heading', { level: 1 })).toHaveText('Indgang kan ikke nå sine data lige nu')
    const text = (await visit.content()).toLowerCase()
    for (const word of ['postgres', 'prisma', 'econnrefused', 'stack', '127.0.0.1:5']) expect(text, path).not.toContain(word)
  }
  expect([await ready(), (await fetch(`${address}/api/health/live`)).status]).toEqual([503, 200])

  server = await startEmbedded(folder, [], server.port)
  await expect.poll(ready, { timeout: 15_000 }).toBe(200)
  expect((await visit.goto(`${address}/sign-in`))?.status()).toBe(200)
  await page.goto(`${address}/sign-in`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log ind på Indgang')
  await plain.close()
})

test('a database that is killed takes nothing with it', async () => {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'indgang_web'")
  await client.end()
  await expect.poll(ready, { timeout: 15_000 }).toBe(200)
  expect(web.exitCode).toBeNull()
})

import { readFileSync } from 'node:fs'
import { roles } from '@/lib/access/matrix'
import { endpoints, pages, rolesOf } from '../access/pages'
import { canaries, canaryIds } from '../support/e2e/canaries'
import { emailOf, expect, makeSession, sessionCookie, test } from '../support/e2e/fixtures'
import { sampleIds } from '../support/e2e/sample-ids'

const routes = Object.values(JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>)
const html = { accept: 'text/html' }
/** A CPR number or a replacement number, with or without hyphen: day, month, year, four digits. */
const cpr = /(?<![\w-])(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(0[1-9]|1[0-2])\d{2}-?\d{4}(?![\w-])/

test('every route of the build is declared', () => {
  expect(routes.filter((route) => !(route in pages) && !endpoints.includes(route))).toEqual([])
  expect(Object.keys(pages).filter((route) => !routes.includes(route))).toEqual([])
})

for (const role of roles) {
  test(`${role} gets the declared pages, and no word that is not theirs`, async ({ request, db, state }) => {
    const ids = await sampleIds(db)
    const cookie = `${sessionCookie}=${await makeSession(db, state.secret, emailOf(role))}`
    const carer = role === 'VETERAN_COORDINATOR'
    const hidden = [canaries.refugee, canaries.shielded, canaries.street, ...(carer ? [] : [canaries.veteran, canaries.protectedName])]
    for (const [route, page] of Object.entries(pages)) {
      const path = page.path?.(ids) ?? route
      const answer = await request.get(path, { headers: { ...html, cookie }, maxRedirects: 0 })
      const expected = route === '/sign-in' ? 307 : rolesOf(page).includes(role) ? (page.leadsTo || page.elsewhere?.includes(role) ? 307 : 200) : 404
      expect(answer.status(), `${role} ${path}`).toBe(expected)
      if (page.file) continue
      const body = await answer.text()
      for (const word of hidden) expect(body.includes(word), `${role} ${path} shows ${word}`).toBe(false)
      expect(cpr.exec(body)?.[0], `${role} ${path} shows a CPR number`).toBeUndefined()
    }
  })
}

test('signed out, every page leads to the sign-in page', async ({ request, db }) => {
  const ids = await sampleIds(db)
  for (const [route, page] of Object.entries(pages).filter(([, one]) => one.may !== 'public')) {
    const answer = await request.get(page.path?.(ids) ?? route, { headers: html, maxRedirects: 0 })
    // A file is not a place to sign in at.
    if (page.file && answer.status() === 404) continue
    expect([answer.status(), answer.headers().location?.split('?')[0]], route).toEqual([307, '/sign-in'])
    expect(await answer.text(), route).not.toContain(canaries.veteran)
  }
  const nowhere = await request.get('/findes/ikke', { headers: html, maxRedirects: 0 })
  expect([nowhere.status(), nowhere.headers().location]).toEqual([307, '/sign-in'])
})

test('what one may not know of answers as what does not exist, byte for byte', async ({ request, db, state }) => {
  const cookie = `${sessionCookie}=${await makeSession(db, state.secret, 'koordinator@demo.invalid')}`
  const bytes = async (id: string) => {
    const answer = await request.get(`/people/${id}`, { headers: { ...html, cookie } })
    // The nonce is new for every answer and the id is what was asked for: everything else must be the same.
    return { status: answer.status(), body: (await answer.text()).replaceAll(id, 'ID').replace(/nonce="[^"]+"|nonce\\":\\"[^"]+\\"/g, '') }
  }
  const missing = await bytes('019a0000-0000-7000-8000-0000deadbeef')
  expect(missing.status).toBe(404)
  for (const id of [canaryIds.refugee, canaryIds.shielded]) expect(await bytes(id)).toEqual(missing)
})

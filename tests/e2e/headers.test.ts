import { pages } from '../access/pages'
import { emailOf, expect, makeSession, sessionCookie, test } from '../support/e2e/fixtures'
import { sampleIds } from '../support/e2e/sample-ids'

const nonceOf = (policy: string | undefined) => /script-src [^;]*'nonce-([^']+)'/.exec(policy ?? '')?.[1]

test('every answer carries the security headers, with a nonce of its own', async ({ request, db, state }) => {
  const ids = await sampleIds(db)
  const cookie = `${sessionCookie}=${await makeSession(db, state.secret, emailOf('VETERAN_COORDINATOR'))}`
  const paths = [...Object.entries(pages).map(([route, page]) => page.path?.(ids) ?? route), '/findes/ikke', '/api/health/live', '/api/health/ready', '/language?to=da']
  const nonces = new Set<string>()
  for (const path of paths) {
    const answer = await request.get(path, { headers: { accept: 'text/html', cookie }, maxRedirects: 0 })
    const headers = answer.headers()
    const policy = headers['content-security-policy'] ?? ''
    for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) expect(policy, path).toContain(part)
    expect(policy.split(';').find((part) => part.trim().startsWith('script-src')), path).not.toContain('unsafe')
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBe('same-origin')
    expect(headers['x-frame-options'], path).toBe('DENY')
    expect(headers['cache-control'], path).toContain('no-store')
    expect(headers['x-powered-by'], path).toBeUndefined()
    const nonce = nonceOf(policy) ?? ''
    expect(nonce.length, path).toBeGreaterThan(20)
    nonces.add(nonce)
    // Every script of the page is let in by that nonce and nothing else.
    if (!headers['content-type']?.startsWith('text/html')) continue
    for (const [tag] of (await answer.text()).matchAll(/<script\b[^>]*>/g)) expect(tag, path).toContain(`nonce="${nonce}"`)
  }
  expect(nonces.size).toBe(paths.length)
})

test('the session cookie cannot be read by scripts or sent by other sites', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('leder@demo.invalid')
  await page.getByRole('textbox', { name: 'Adgangskode' }).fill('indgang-demo')
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
  await expect(page).toHaveURL('/')
  const cookie = (await page.context().cookies()).find((one) => one.name === sessionCookie)
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})

test('a made-up or foreign cookie opens nothing', async ({ request }) => {
  for (const value of ['x', 'eyJhbGciOiJub25lIn0..x.y.z', encodeURIComponent("' OR 1=1")]) {
    const answer = await request.get('/', { headers: { accept: 'text/html', cookie: `${sessionCookie}=${value}` }, maxRedirects: 0 })
    expect(answer.status()).toBe(307)
  }
})

import { request as ask } from 'node:http'
import { readFileSync } from 'node:fs'
import { emailOf, expect, makeSession, sessionCookie, test } from '../support/e2e/fixtures'

const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as { node: Record<string, { exportedName?: string }> }
const idOf = (action: string) => Object.entries(node).find(([, { exportedName }]) => exportedName === action)?.[0] ?? ''

/** Posts so many bytes to an action, with their number in the head or, in pieces, without. Returns the status. */
function post(base: string | undefined, path: string, action: string, bytes: number, headers: Record<string, string>, inPieces = false): Promise<number> {
  const { hostname, port } = new URL(base ?? '')
  return new Promise((done, failed) => {
    let taken = 0
    const head = Buffer.from('--b\r\ncontent-disposition: form-data; name="0"\r\n\r\n[null,"$K1"]\r\n--b\r\ncontent-disposition: form-data; name="_1_email"\r\n\r\n')
    const tail = '\r\n--b--\r\n'
    const length: Record<string, string> = inPieces ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(head.length + bytes + tail.length) }
    const sent = ask({ hostname, port, path, method: 'POST', headers: { origin: base ?? '', accept: 'text/x-component', 'next-action': idOf(action), 'content-type': 'multipart/form-data; boundary=b', ...length, ...headers } })
    sent.on('response', (answer) => {
      done(answer.statusCode ?? 0)
      answer.resume()
      sent.destroy()
    })
    sent.on('error', failed)
    sent.write(head)
    const more = () => {
      while (taken < bytes && !sent.destroyed) {
        const piece = Buffer.alloc(Math.min(65_536, bytes - taken), 97)
        taken += piece.length
        if (!sent.write(piece)) return void sent.once('drain', more)
      }
      if (!sent.destroyed) sent.end(tail)
    }
    more()
  })
}

test('a visitor’s form is turned away by its length, whatever page and action it is sent to', async ({ baseURL }) => {
  for (const path of ['/sign-in', '/imports', '/api/palette', '/svar/ACDEFGHJKMNPQRTU', '/findes/ikke'])
    expect(await post(baseURL, path, 'signIn', 101_000, {}), path).toBe(413)
  expect(await post(baseURL, '/imports', 'uploadRegister', 20 * 2 ** 20, { cookie: `${sessionCookie}=made-up` })).toBe(413)
})

test('nor does one that hides its length get anywhere, unless it is short', async ({ baseURL }) => {
  expect(await post(baseURL, '/sign-in', 'signIn', 20 * 2 ** 20, {}, true)).toBe(413)
  expect(await post(baseURL, '/sign-in', 'signIn', 50_000, {}, true)).toBe(200)
})

test('whoever may import sends a register file where files are handed in, and nowhere else', async ({ baseURL, db, state }) => {
  const cookieOf = async (role: Parameters<typeof emailOf>[0]) => ({ cookie: `${sessionCookie}=${await makeSession(db, state.secret, emailOf(role))}` })
  const [coordinator, manager] = [await cookieOf('VETERAN_COORDINATOR'), await cookieOf('MANAGER')]
  expect(await post(baseURL, '/imports', 'uploadRegister', 5 * 2 ** 20, coordinator)).toBeLessThan(400)
  expect(await post(baseURL, '/sign-in', 'signIn', 5 * 2 ** 20, coordinator)).toBe(413)
  expect(await post(baseURL, '/imports', 'uploadRegister', 5 * 2 ** 20, manager)).toBe(413)
  expect(await post(baseURL, '/imports', 'uploadRegister', 28 * 2 ** 20, coordinator)).toBe(413)
})

import { createServer, type Server } from 'node:http'
import Provider from 'oidc-provider'

export type Claims = { email: string; name: string; roles?: string[] }

/**
 * A real OpenID provider on this machine, as a municipality's would be. Its own pages take any user name; who that is stands in a
 * table the tests fill by PUT /test/claims/<subject>.
 */
export async function startProvider(port: number, callback: string): Promise<Server> {
  const people = new Map<string, Claims>()
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{ client_id: 'indgang', client_secret: 'local-provider-only', redirect_uris: [callback], response_types: ['code'], grant_types: ['authorization_code'] }],
    claims: { openid: ['sub'], email: ['email'], profile: ['name', 'roles'] },
    // The product reads the claims from the signed ID token.
    conformIdTokenClaims: false,
    cookies: { keys: ['tests only'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, subject) => ({ accountId: subject, claims: async () => ({ sub: subject, ...people.get(subject) }) }),
  })
  const answer = provider.callback()
  const server = createServer((request, response) => {
    const subject = /^\/test\/claims\/([a-z]+)$/.exec(request.url ?? '')?.[1]
    if (!subject) return void answer(request, response)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      people.set(subject, JSON.parse(Buffer.concat(chunks).toString()) as Claims)
      response.end('ok')
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

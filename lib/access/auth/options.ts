import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import { callAccess } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log/log'
import { roles, type RoleName } from '../matrix'
import { endSession, startSession } from '../session'
import { cookieName, cookieOptions } from './cookie'

type Claims = { sub?: string; email?: string; name?: string; [claim: string]: unknown }

/** Roles of a provider's claim, by OIDC_ROLE_MAP ("claim=ROLE,claim=ROLE"). Unknown values give nothing. */
export function rolesFromClaims(claims: Claims, claimName: string, map: string): RoleName[] {
  const pairs = new Map(map.split(',').map((pair) => pair.trim().split('=') as [string, string]))
  const held = claims[claimName]
  const values = Array.isArray(held) ? held : typeof held === 'string' ? [held] : []
  return roles.filter((role) => values.some((value) => pairs.get(String(value)) === role))
}

/** The municipality's identity provider. Password sign-in does not go through here: its form is a server action (ADR 0004). */
export function authOptions(): NextAuthOptions {
  const settings = env()
  return {
    secret: settings.NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: settings.SESSION_HOURS * 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: { sessionToken: { name: cookieName(), options: cookieOptions() } },
    providers: [
      {
        id: 'municipality',
        name: 'Municipality',
        type: 'oauth',
        wellKnown: `${settings.OIDC_ISSUER}/.well-known/openid-configuration`,
        clientId: settings.OIDC_CLIENT_ID,
        clientSecret: settings.OIDC_CLIENT_SECRET,
        authorization: { params: { scope: 'openid email profile' } },
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        profile: (claims: Claims) => ({ id: String(claims.sub), ...claims }),
      },
    ],
    // Signing out at next-auth's own address ends the session too, not only the cookie.
    events: { signOut: async ({ token }) => void (typeof token?.sid === 'string' && (await endSession(token.sid))) },
    // next-auth's own would print whatever the provider answered, names and addresses too.
    logger: { error: (code) => log.warn('sign-in.provider', { code }), warn: () => {}, debug: () => {} },
    callbacks: {
      async jwt({ token, account, profile }) {
        // Only at sign-in. The cookie holds the opaque session id and nothing else: no name, no roles to go stale.
        if (!account) return token
        return { sid: await federatedSession((profile ?? {}) as Claims, settings.OIDC_ISSUER ?? '') }
      },
    },
  }
}

async function federatedSession(claims: Claims, issuer: string): Promise<string> {
  if (!claims.sub) throw new Error('NoSubject')
  const { OIDC_ROLES_CLAIM, OIDC_ROLE_MAP } = env()
  const granted = rolesFromClaims(claims, OIDC_ROLES_CLAIM, OIDC_ROLE_MAP)
  const [row] = await callAccess<{ id: string | null }>('SELECT access.federated_user($1, $2, $3, $4, $5::role[]) AS id', [issuer, claims.sub, claims.email ?? '', claims.name ?? '', granted])
  // Closed here, or without any role at the provider.
  if (!row?.id) throw new Error('AccountClosed')
  const token = await startSession(row.id, 'OpenID')
  // A provider that knew the person already asked nothing: only the moment it last did counts as proof.
  const asked = typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : null
  await callAccess('SELECT access.proved_at_provider($1, $2)', [token, asked])
  return token
}

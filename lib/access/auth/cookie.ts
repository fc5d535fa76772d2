import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/lib/platform/env'

const secure = () => env().PUBLIC_URL.startsWith('https://')

/** __Host- binds the cookie to this host and to https; plain http is the demo on one's own machine. */
export function cookieName(): string {
  return secure() ? '__Host-indgang' : 'indgang'
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: secure() }
}

/** The opaque session token inside next-auth's cookie. The cookie proves nothing by itself: the database decides. */
export async function sessionToken(): Promise<string | null> {
  return tokenIn((await cookies()).get(cookieName())?.value)
}

export async function tokenIn(raw: string | undefined): Promise<string | null> {
  if (!raw) return null
  try {
    const token = await decode({ token: raw, secret: env().NEXTAUTH_SECRET })
    return typeof token?.sid === 'string' ? token.sid : null
  } catch {
    // A cookie from before the secret was changed, or a made-up one.
    return null
  }
}

export async function setSessionCookie(sid: string): Promise<void> {
  const maxAge = env().SESSION_HOURS * 3600
  const value = await encode({ token: { sid }, secret: env().NEXTAUTH_SECRET, maxAge })
  ;(await cookies()).set(cookieName(), value, { ...cookieOptions(), maxAge })
}

export async function clearSessionCookie(): Promise<void> {
  ;(await cookies()).set(cookieName(), '', { ...cookieOptions(), maxAge: 0 })
}

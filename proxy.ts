import { NextResponse, type NextRequest } from 'next/server'
import { outagePage } from '@/components/frame/outage'
import { maySendBytes } from '@/lib/access/body-limit'
import { bytesOf } from '@/lib/platform/body-limit'
import { databaseAnswers } from '@/lib/platform/health'
import { localeCookie } from '@/lib/platform/i18n/cookie'

/** A whole page asked for by a browser: not data, not a file, not a form on its way in. */
function isPageVisit(request: NextRequest): boolean {
  return request.method === 'GET' && !request.nextUrl.pathname.startsWith('/api/') && !request.headers.has('rsc') && (request.headers.get('accept') ?? '').includes('text/html')
}

/** An address with half a letter in it ('%E0%A4') is nobody's: the framework would answer it with a fault of its own. */
function isReadable(request: NextRequest): boolean {
  try {
    decodeURIComponent(request.nextUrl.pathname)
    return true
  } catch {
    return false
  }
}

/** Asked here because a page that fails while it is made is an empty one for a browser without scripts. */
async function unavailable(request: NextRequest): Promise<NextResponse | null> {
  if (!isPageVisit(request) || (await databaseAnswers())) return null
  const locale = request.cookies.get(localeCookie)?.value === 'en' ? 'en' : 'da'
  return new NextResponse(outagePage(locale), { status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': '10' } })
}

/**
 * Turned away before anything reads the body as a form: the limit of next.config.ts is that of register files, and
 * would hold for every visitor's form. The framework still takes the bytes off the line (up to that limit); the reverse proxy need not.
 */
async function tooMuch(request: NextRequest): Promise<NextResponse | null> {
  const allowed = await bytesOf(request).then((bytes) => maySendBytes(bytes, request.nextUrl.pathname, request.cookies)).catch(() => false)
  return allowed ? null : new NextResponse(null, { status: 413, headers: { connection: 'close' } })
}

/** Headers, and a page for the minutes without a database. Never the guard: every page and action asks for itself. */
export async function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID())
  const dev = process.env.NODE_ENV === 'development'
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    // Charts are drawn on the server with style attributes; no style sheet comes from anywhere else.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-address', request.nextUrl.pathname)
  headers.set('x-search', request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const refused = isReadable(request) ? ((await tooMuch(request)) ?? (await unavailable(request))) : new NextResponse(null, { status: 404 })
  const response = refused ?? NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('x-frame-options', 'DENY')
  // Nothing to other sites. Not 'no-referrer': browsers then post plain forms with 'Origin: null', and every form without scripts is refused.
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  response.headers.set('cache-control', 'private, no-store')
  if (request.nextUrl.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https')
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  return response
}

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg).*)'] }

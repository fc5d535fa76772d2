import { NextResponse, type NextRequest } from 'next/server'
import { localeCookie } from '@/lib/platform/i18n/cookie'
import { locales } from '@/lib/platform/i18n/locales'

/** Danish or English, then back to where one was on this site. */
export function GET(request: NextRequest) {
  const wanted = locales.find((locale) => locale === request.nextUrl.searchParams.get('to')) ?? 'da'
  const from = request.headers.get('referer')
  const back = from && new URL(from).host === request.headers.get('host') ? new URL(from).pathname : '/'
  const response = new NextResponse(null, { status: 303, headers: { location: back } })
  response.cookies.set(localeCookie, wanted, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 31_536_000 })
  return response
}

import { NextResponse, type NextRequest } from 'next/server'
import { safeNext } from '@/lib/access/rules'
import { localeCookie } from '@/lib/platform/i18n/cookie'
import { locales, type Locale } from '@/lib/platform/i18n/locales'

/** Danish or English, then back to where one was on this site. */
export function GET(request: NextRequest) {
  const wanted = locales.find((locale) => locale === request.nextUrl.searchParams.get('to')) ?? 'da'
  const from = request.headers.get('referer')
  const back = from && new URL(from).host === request.headers.get('host') ? safeNext(new URL(from).pathname) : '/'
  return answer(wanted, back)
}

/** The public pages send no referrer, and a reply code has no place in a query: the way back is posted. */
export async function POST(request: NextRequest) {
  const form = await request.formData()
  const wanted = locales.find((locale) => locale === form.get('to')) ?? 'da'
  return answer(wanted, safeNext(String(form.get('back') ?? '')))
}

function answer(wanted: Locale, back: string) {
  const response = new NextResponse(null, { status: 303, headers: { location: back } })
  response.cookies.set(localeCookie, wanted, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 31_536_000 })
  return response
}

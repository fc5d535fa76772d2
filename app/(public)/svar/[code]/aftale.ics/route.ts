import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { talkOfCode } from '@/lib/outreach/replies/reply-page'
import { talkFile } from '@/lib/outreach/talks/calendar'
import { publicMunicipality } from '@/lib/portal/municipality'

type Props = { params: Promise<{ code: string }> }

/** The booked talk as a calendar file: when and where, nothing about whom or why. */
export async function GET(_request: Request, { params }: Props) {
  const talk = await talkOfCode((await params).code)
  if (!talk) notFound()
  const [t, locale, municipality] = await Promise.all([getTranslations('talks.mail'), getLocale(), publicMunicipality()])
  const file = talkFile(talk, { language: locale === 'en' ? 'en' : 'da', organisation: municipality?.name ?? 'Indgang', title: t('calendarTitle'), companion: t('companion') })
  return new Response(file, { headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="aftale.ics"', 'cache-control': 'private, no-store' } })
}

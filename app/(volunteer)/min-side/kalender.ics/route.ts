import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/actor'
import { now, today } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { publicMunicipality } from '@/lib/portal/municipality'
import { ownCalendar } from '@/lib/volunteering/own/calendar/ics'
import { ownFacts } from '@/lib/volunteering/own/queries'
import { ownDates } from '@/lib/volunteering/own/rules'

/** One's own dates as a calendar file: when, and that it is about being a volunteer. Nothing of anybody else. */
export async function GET() {
  const actor = await requireActor('volunteer.own')
  const language = (await getLocale()) === 'en' ? 'en' : 'da'
  const found = await ownFacts(actor, language)
  if (!found) notFound()
  const [t, municipality] = [await getTranslations('ownPage.calendar'), await publicMunicipality()]
  const title = { paper: t('paper'), back: t('back'), course: t('event'), meeting: t('event') }
  const file = ownCalendar(ownDates({ ...found, backOn: found.facts.backOn }, today()), found.facts.number, now(), { language, organisation: municipality?.name ?? 'Indgang', name: t('name'), title, link: `${env().PUBLIC_URL}/min-side` })
  return new Response(file, { headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="frivillig.ics"', 'cache-control': 'private, no-store' } })
}

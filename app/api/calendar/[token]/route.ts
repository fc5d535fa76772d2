import { getTranslations } from 'next-intl/server'
import { withinLimit } from '@/lib/access/rate-limit'
import { eventFeed } from '@/lib/messaging/calendar/ics'
import { talkFeed } from '@/lib/outreach/talks/calendar'
import { feedEvents } from '@/lib/outreach/talks/writes'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { ownFeedEvents } from '@/lib/volunteering/own/calendar/ics'
import { ownFeed } from '@/lib/volunteering/own/calendar/writes'

type Props = { params: Promise<{ token: string }> }

/** The feed a calendar program subscribes to: a member of staff's talks, or a volunteer's own dates. An address that does not hold gets the empty calendar that one without any gets: nothing can be told from it. */
export async function GET(_request: Request, { params }: Props) {
  const token = (await params).token.replace(/\.ics$/, '')
  if (!(await withinLimit({ name: 'calendar-feed', points: 6000, seconds: 900 }, 'all'))) return new Response(null, { status: 429 })
  const body = /^[\w-]{43}$/.test(token) ? ((await volunteers(token)) ?? (await talks(token))) : null
  return new Response(body ?? eventFeed([], { language: 'da', organisation: 'Indgang', name: 'Indgang' }), { headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' } })
}

async function talks(token: string): Promise<string | null> {
  const events = await feedEvents(token)
  if (events.length === 0) return null
  const t = await getTranslations('talks.feed')
  return talkFeed(events, { title: t('event'), name: t('calendar'), link: `${env().PUBLIC_URL}/outreach/talks` })
}

async function volunteers(token: string): Promise<string | null> {
  const rows = await ownFeed(token)
  const [first] = rows
  if (!first) return null
  const own = await getTranslations({ locale: first.language, namespace: 'ownPage.calendar' })
  return eventFeed(ownFeedEvents(rows, now(), { title: own('event'), link: `${env().PUBLIC_URL}/min-side` }), { language: first.language, organisation: 'Indgang', name: own('name') })
}

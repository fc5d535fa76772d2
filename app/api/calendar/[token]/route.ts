import { getTranslations } from 'next-intl/server'
import { talkFeed } from '@/lib/outreach/talks/calendar'
import { feedEvents } from '@/lib/outreach/talks/writes'
import { env } from '@/lib/platform/env'
import { withinLimit } from '@/lib/access/rate-limit'

type Props = { params: Promise<{ token: string }> }

/** The feed a calendar program subscribes to. An address that does not hold gets an empty calendar, as one without talks does: nothing can be told from it. */
export async function GET(_request: Request, { params }: Props) {
  const token = (await params).token.replace(/\.ics$/, '')
  if (!(await withinLimit({ name: 'calendar-feed', points: 6000, seconds: 900 }, 'all'))) return new Response(null, { status: 429 })
  const t = await getTranslations('talks.feed')
  const body = talkFeed(/^[\w-]{43}$/.test(token) ? await feedEvents(token) : [], { title: t('event'), name: t('calendar'), link: `${env().PUBLIC_URL}/outreach/talks` })
  return new Response(body, { headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' } })
}

import { getLocale, getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { FeedForm } from '@/components/ui/feed-form'
import { endFeed, startFeed } from '@/lib/outreach/talks/actions'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'

type Props = { feed: { createdAt: Date; lastReadAt: Date | null } | null; mailConnected: boolean }

export async function FeedCard({ feed, mailConnected }: Props) {
  const [t, locale] = await Promise.all([getTranslations('talks'), getLocale()])
  return (
    <div className="no-print mt-8 grid max-w-text gap-4">
      {!mailConnected && <Alert tone="info" compact>{t('mailOff')}</Alert>}
      <Card title={t('feed.title')}>
        <p className="mb-2">{t('feed.lead')}</p>
        {feed && <p className="mb-2 text-muted">{t('feed.on', { day: formatDay(dayOf(feed.createdAt), locale) })} {feed.lastReadAt ? t('feed.read', { moment: formatMoment(feed.lastReadAt, locale) }) : t('feed.never')}</p>}
        <FeedForm on={feed !== null} start={startFeed} end={endFeed} texts={{ start: t(feed ? 'feed.renew' : 'feed.start'), end: t('feed.end'), address: t('feed.address') }} />
      </Card>
    </div>
  )
}

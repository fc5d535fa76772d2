import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { FeedForm } from '@/components/ui/feed-form'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { endOwnFeed, startOwnFeed } from '@/lib/volunteering/own/calendar/actions'

type Props = { feed: { createdAt: Date; lastReadAt: Date | null } | null }

/** One's own dates in one's own calendar: always up to date by an address to subscribe to, or as they stand now by a file. */
export function OwnCalendarPage({ feed }: Props) {
  const [t, own, locale] = [useTranslations('ownPage.calendar'), useTranslations('ownPage'), useLocale()]
  return (
    <>
      <PageHeading above={<BackLink href="/min-side">{own('back')}</BackLink>} title={t('title')} lead={t('lead')} />
      <div className="space-y-6">
        <Card title={t('feed')}>
          <p className="mb-3 max-w-text">{t('feedLead')}</p>
          {feed && <p className="mb-3 text-muted">{t('on', { day: formatDay(dayOf(feed.createdAt), locale) })} {feed.lastReadAt ? t('read', { moment: formatMoment(feed.lastReadAt, locale) }) : t('never')}</p>}
          <FeedForm on={feed !== null} start={startOwnFeed} end={endOwnFeed} texts={{ start: t(feed ? 'renew' : 'start'), end: t('end'), address: t('address') }} />
        </Card>
        <Card title={t('file')}>
          <p className="mb-3 max-w-text">{t('fileLead')}</p>
          <LinkButton href="/min-side/kalender.ics" icon="calendar" download>{own('dates.calendar')}</LinkButton>
        </Card>
      </div>
    </>
  )
}

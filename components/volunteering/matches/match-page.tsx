import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { formatPhone } from '@/lib/people/phones/rules'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { FollowedMatch } from '@/lib/volunteering/matches/sql'
import { FollowUpsCard } from '../follow-ups/follow-ups-card'

/** One match: the two, since when, what the volunteer can see, and how it ended. */
export function MatchPage({ match: m, lists }: { match: FollowedMatch; lists: Lists }) {
  const [t, locale] = [useTranslations('matches'), useLocale()]
  const title = m.name ? t('two', { person: m.name, volunteer: m.volunteer.name }) : t('twoNumber', { number: m.number, volunteer: m.volunteer.name })
  const facts = [
    { key: 'role', label: t('role'), value: nameOf(lists.roles.find(({ code }) => code === m.role), locale) || m.role },
    { key: 'since', label: t('startedOn'), value: formatDay(m.startedOn, locale) },
    { key: 'volunteer', label: t('volunteer'), value: <><a href={`/volunteers/${m.volunteer.id}`}>{m.volunteer.name}</a>{m.volunteer.phone && <> · <a href={`tel:${m.volunteer.phone}`}>{formatPhone(m.volunteer.phone)}</a></>}</> },
    ...(m.end ? [
      { key: 'ended', label: t('endedOn'), value: formatDay(m.end.on, locale) }, { key: 'by', label: t('endedBy'), value: t(`by.${m.end.by}`) }, { key: 'cause', label: t('cause'), value: t(`causes.${m.end.cause}`) },
      { key: 'met', label: t('everMet'), value: t(m.end.met === null ? 'met.unknown' : m.end.met ? 'met.yes' : 'met.no') }, { key: 'rating', label: t('rating'), value: m.end.rating === null ? t('notSaid') : t('ratingOf', { rating: m.end.rating }) },
    ] : []),
  ]
  return (
    <>
      <PageHeading above={<BackLink href={`/volunteers/matches?tab=${m.end ? 'ended' : 'running'}`}>{t('title')}</BackLink>} title={title} tags={<Tag tone={m.end ? 'neutral' : 'success'}>{t(m.end ? 'isEnded' : 'isRunning')}</Tag>}
        actions={!m.end && <LinkButton href={`/volunteers/matches/${m.id}/end`}>{t('end.button')}</LinkButton>} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="space-y-6">
          {!m.end && !m.open && <Alert tone="warning" title={t('closed')}><p>{t('closedLead')}</p></Alert>}
          {m.arrangeBy && <Alert tone="warning" title={t('arrange.title')}><p>{t('arrange.lead', { day: formatDay(m.arrangeBy, locale) })}</p></Alert>}
          {!m.told && <Alert tone="info" title={t('notTold')}><p>{t('notToldLead')}</p></Alert>}
          <Card title={t('facts')}><DescriptionList items={facts} /></Card>
          <Card title={t('meetings.title')}>
            {m.meetings.length === 0 ? <EmptyState title={t('meetings.none')} /> : <ul className="space-y-1">{m.meetings.map((one) => <li key={one.onDay}>{formatDay(one.onDay, locale)} · {t(one.met ? 'meetings.met' : 'meetings.notMet')}{one.minutes !== null && <> · {t('meetings.long', { hours: one.minutes / 60 })}</>}</li>)}</ul>}
          </Card>
        </div>
        <FollowUpsCard match={m} />
      </div>
    </>
  )
}

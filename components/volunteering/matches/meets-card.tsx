import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { OneVolunteersMatches } from '@/lib/volunteering/matches/queries'
import type { Volunteer } from '@/lib/volunteering/volunteers/queries'

/** Whom the volunteer meets, is asked about and met before, and how many more they have room for. A name stands only where a consent lets it. */
export function MeetsCard({ meets: { asked, matches }, volunteer: { id, capacity }, lists }: { meets: OneVolunteersMatches; volunteer: Volunteer; lists: Lists }) {
  const [t, all, locale] = [useTranslations('matches'), useTranslations('volunteering'), useLocale()]
  const role = (code: string) => nameOf(lists.roles.find((one) => one.code === code), locale) || code
  const running = matches.filter(({ end }) => !end).length
  return (
    <Card title={all('matches')} foot={t('ofVolunteer.room', { count: running, most: capacity })}>
      {asked.length + matches.length === 0 ? <p className="text-muted">{t('ofVolunteer.none')}</p> : (
        <ul className="divide-y divide-line">
          {asked.map((one) => (
            <li key={`${one.requestId} ${id}`} className="py-1.5 first:pt-0">
              <a href={`/volunteers/requests/${one.requestId}`}>{one.name ?? t('numberOf', { number: one.number })}</a> <Tag tone="info">{t(`asked.${one.state}`)}</Tag>
              <span className="block text-sm text-muted">{role(one.role)} · {t('ofVolunteer.asked', { day: formatDay(one.askedOn, locale) })}</span>
            </li>
          ))}
          {matches.map((one) => (
            <li key={one.id} className="py-1.5 first:pt-0">
              <a href={`/volunteers/matches/${one.id}`}>{one.name ?? t('matchOf', { number: one.number })}</a> <Tag tone={one.end ? 'neutral' : one.open ? 'success' : 'warning'}>{t(one.end ? 'isEnded' : one.open ? 'isRunning' : 'ofVolunteer.closed')}</Tag>
              <span className="block text-sm text-muted">{role(one.role)} · {one.end ? t('ofVolunteer.ended', { from: formatDay(one.startedOn, locale), to: formatDay(one.end.on, locale), cause: t(`causes.${one.end.cause}`).toLowerCase() }) : t('ofVolunteer.since', { day: formatDay(one.startedOn, locale) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

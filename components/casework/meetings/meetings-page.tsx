import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { MeetingRow } from '@/lib/casework/meetings/queries'
import { isForgotten, split } from '@/lib/casework/meetings/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'

/** The coordination meetings of one's unit and those one takes part in: what comes, and what was held. */
export function MeetingsPage({ meetings, today, mayManage }: { meetings: MeetingRow[]; today: Day; mayManage: boolean }) {
  const t = useTranslations('meetings')
  const { coming, over } = split(meetings, today)
  const add = mayManage && <LinkButton href="/meetings/new" icon="plus" variant={coming.length === 0 ? 'primary' : 'secondary'}>{t('call')}</LinkButton>
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} actions={meetings.length > 0 && add} />
      <div className="max-w-3xl space-y-6">
        <section aria-labelledby="coming">
          <h2 id="coming" className="mb-2">{t('coming')}</h2>
          {coming.length === 0 ? <EmptyState title={t('noneComing')} icon="calendar" actions={meetings.length === 0 && add}>{t('noneLead')}</EmptyState> : <MeetingList meetings={coming} today={today} />}
        </section>
        {over.length > 0 && <section aria-labelledby="over"><h2 id="over" className="mb-2">{t('over')}</h2><MeetingList meetings={over} today={today} /></section>}
        <Explain summary={t('help')}><p>{t('helpMark')}</p><p className="mt-2">{t('helpRead')}</p><p className="mt-2">{t('helpHeld')}</p></Explain>
      </div>
    </>
  )
}

function MeetingList({ meetings, today }: { meetings: MeetingRow[]; today: Day }) {
  const [t, locale] = [useTranslations('meetings'), useLocale()]
  return (
    <ul className="card divide-y divide-line">
      {meetings.map((one) => (
        <li key={one.id} className="p-(--card-pad)">
          <h3 className="flex flex-wrap items-center gap-x-3 text-base">
            <Link href={`/meetings/${one.id}`} prefetch={false} className="inline-flex min-h-(--target) items-center">{t('at', { day: formatDay(one.onDay, locale, 'weekday'), time: one.starts })}</Link>
            {one.cancelledAt && <Tag>{t('isCancelled')}</Tag>}
            {one.onDay === today && one.heldAt === null && one.cancelledAt === null && <Tag tone="info">{t('today')}</Tag>}
            {isForgotten(one, today) && <Tag tone="warning">{t('forgotten')}</Tag>}
          </h3>
          <p>{nameOf(one.unit, locale)} · {one.place}</p>
          <p className="text-sm text-muted">{t('count', { count: one.count })} · {t('seats', { count: one.participants.length })}{one.repeats !== 'none' && one.heldAt === null && <> · {t(`repeats.${one.repeats}`)}</>}</p>
        </li>
      ))}
    </ul>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { Tag } from '@/components/ui/tag'
import type { OwnAssociation, OwnMeeting } from '@/lib/associations/own/queries'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

/** The next dialogue meeting with its agenda, what is still to be done, and the meetings before. */
export function OwnMeetingsCard({ page: { meetings, next }, today }: { page: OwnAssociation; today: Day }) {
  const [t, locale] = [useTranslations('ownAssociation'), useLocale()]
  const coming = meetings.filter(({ onDay }) => onDay >= today).reverse()
  const former = meetings.filter(({ onDay }) => onDay < today)
  const open = meetings.flatMap(({ points }) => points.filter(({ doneOn }) => doneOn === null)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return (
    <Card title={t('meetings')}>
      {coming.length === 0 && <p className="text-muted">{next.day && next.state !== 'none' ? t('dueBy', { day: formatDay(next.day, locale) }) : t('noMeeting')}</p>}
      {coming.map((one) => <div key={one.id}><h3 className="text-base">{formatDay(one.onDay, locale)}</h3><Meeting one={one} /></div>)}
      {open.length > 0 && <><h3 className="mt-4 text-base">{t('open')}</h3><ul className="space-y-1">{open.map((point) => <li key={`${point.dueOn} ${point.words}`}>{point.words} <span className="text-sm text-muted">{t('by', { day: formatDay(point.dueOn, locale, 'short') })}</span> {point.dueOn < today && <Tag tone="error">{t('late')}</Tag>}</li>)}</ul></>}
      {former.map((one) => <Explain key={one.id} summary={t('held', { day: formatDay(one.onDay, locale) })}><Meeting one={one} /></Explain>)}
    </Card>
  )
}

function Meeting({ one }: { one: OwnMeeting }) {
  const [t, locale] = [useTranslations('ownAssociation'), useLocale()]
  const done = one.points.filter(({ doneOn }) => doneOn !== null)
  return (
    <div className="max-w-text space-y-2">
      <p className="whitespace-pre-line">{one.agenda}</p>
      <p className="whitespace-pre-line"><strong>{t('participants')}</strong> {one.participants}</p>
      {done.length > 0 && <ul>{done.map((point) => <li key={`${point.dueOn} ${point.words}`}>{point.words} <span className="text-sm text-muted">{t('doneOn', { day: formatDay(point.doneOn ?? point.dueOn, locale, 'short') })}</span></li>)}</ul>}
    </div>
  )
}

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { formatClock, formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { giveUpOwnSeat, takeOwnSeat } from '@/lib/volunteering/own/courses/actions'
import { seatIsOpen } from '@/lib/volunteering/own/courses/rules'
import type { OwnCourse } from '@/lib/volunteering/own/rules'

/** Courses, supervision and experience meetings to come: a seat is taken and given up with one tap until the day before, and nobody sees who else comes. */
export function OwnCoursesCard({ courses, today }: { courses: readonly OwnCourse[]; today: Day }) {
  const t = useTranslations('ownPage.courses')
  return (
    <Card title={t('title')}>
      {courses.length === 0 ? <p className="text-muted">{t('none')}</p> : <ul className="divide-y divide-line">{courses.map((one) => <Course key={one.id} course={one} today={today} />)}</ul>}
    </Card>
  )
}

function Course({ course: c, today }: { course: OwnCourse; today: Day }) {
  const [t, all, locale, format] = [useTranslations('ownPage.courses'), useTranslations('volunteering'), useLocale(), useFormatter()]
  const open = seatIsOpen(c, today)
  const of = <span className="sr-only">: {c.title}</span>
  return (
    <li className="space-y-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-2"><strong>{c.title}</strong>{c.cancelled ? <Tag tone="warning">{t('cancelled')}</Tag> : c.signed ? <Tag tone="success">{t('mine')}</Tag> : !c.room && <Tag tone="neutral">{t('full')}</Tag>}</p>
      <p>{t('when', { day: formatDay(c.onDay, locale), time: formatClock(c.starts, locale) })}{c.minutes !== null && <> · {all('hours', { hours: format.number(c.minutes / 60, { maximumFractionDigits: 2 }) })}</>}</p>
      <p className="text-muted">{all(`training.${c.kind}`)} · {c.place}</p>
      {open && c.signed && <div className="pt-1"><ActionButton action={giveUpOwnSeat} values={{ courseId: c.id }}>{t('giveUp')}{of}</ActionButton></div>}
      {open && !c.signed && c.room && <div className="pt-1"><ActionButton action={takeOwnSeat} values={{ courseId: c.id }} >{t('take')}{of}</ActionButton></div>}
      {!open && !c.cancelled && (c.signed || c.room) && <p className="text-muted">{t(c.signed ? 'callOff' : 'call')}</p>}
    </li>
  )
}

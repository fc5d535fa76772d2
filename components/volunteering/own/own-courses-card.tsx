import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import type { OwnCourse } from '@/lib/volunteering/own/rules'

/** Courses, supervision and experience meetings one may come to. A seat is asked for by a call. */
export function OwnCoursesCard({ courses }: { courses: readonly OwnCourse[] }) {
  const [t, all, locale] = [useTranslations('ownPage.courses'), useTranslations('volunteering'), useLocale()]
  if (courses.length === 0) return null
  return (
    <Card title={t('title')}>
      <ul className="space-y-3">{courses.map((one) => (
        <li key={one.id}><p className="flex flex-wrap items-center gap-2"><strong>{one.title}</strong>{!one.room && <Tag tone="warning">{t('full')}</Tag>}</p><p className="text-muted">{all(`training.${one.kind}`)} · {t('when', { day: formatDay(one.onDay, locale), time: one.starts })} · {one.place}</p></li>
      ))}</ul>
      <p className="mt-3 max-w-text text-muted">{t('call')}</p>
    </Card>
  )
}

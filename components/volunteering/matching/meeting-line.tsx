import { useLocale, useTranslations } from 'next-intl'
import { DescriptionList } from '@/components/ui/description-list'
import { formatDay, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { RequestMeeting } from '@/lib/volunteering/matching/candidates/sql'

/** The meeting a companion is looked for, as whoever leads volunteers may know it: district, time and role. Where it is held is told to whoever says yes. */
export function MeetingLine({ meeting: m, areas, lists }: { meeting: RequestMeeting; areas: readonly string[]; lists: Lists }) {
  const [t, all, locale] = [useTranslations('companions'), useTranslations('volunteering'), useLocale()]
  const items = [
    { key: 'when', label: t('when'), value: `${formatDay(dayOf(m.startsAt), locale, 'weekday')}, ${formatTimeSpan(m.startsAt, m.endsAt, locale)}` },
    { key: 'area', label: t('district'), value: areas.map((code) => nameOf(lists.areas.find((one) => one.code === code), locale) || code).join(', ') || <span className="text-muted">{t('nothing')}</span> },
    { key: 'role', label: t('agreedRole'), value: t(`role.${m.role}`) },
    { key: 'travel', label: t('travel'), value: t('minutes', { count: m.travelMinutes }) },
    { key: 'language', label: t('form.meetingLanguage'), value: all(`language.${m.language}`) },
  ]
  return <DescriptionList items={items} />
}

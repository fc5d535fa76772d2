import { useLocale, useTranslations } from 'next-intl'
import { formatDay, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import type { OwnCompanion } from '@/lib/volunteering/own/queries'

/** The meeting a volunteer goes along to: when, where, where the two meet first, and as what. */
export function OwnCompanionMeeting({ meeting: m }: { meeting: OwnCompanion }) {
  const [t, all, locale] = [useTranslations('companions'), useTranslations('volunteering'), useLocale()]
  const [from, to] = [new Date(m.starts_at), new Date(m.ends_at)]
  return (
    <section className="my-3 space-y-1">
      <p className="text-lg"><strong>{m.what}</strong></p>
      <p>{formatDay(dayOf(from), locale, 'weekday')}, {formatTimeSpan(from, to, locale)}</p>
      <p>{m.place} ({m.postcode})</p>
      {m.meeting_point && <p>{t('meetingPoint')}: {m.meeting_point}</p>}
      <p>{t('agreedRole')}: {t(`role.${m.agreed_role}`)}. {t(`roleAbout.${m.agreed_role}`)}</p>
      <p>{t('form.meetingLanguage')}: {all(`language.${m.meeting_language}`)}</p>
    </section>
  )
}

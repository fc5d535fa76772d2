import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { formatDay } from '@/lib/platform/dates'
import type { OwnTraining } from '@/lib/volunteering/own/queries'

/** What somebody took part in, the newest first. */
export function OwnTrainingsCard({ trainings }: { trainings: readonly OwnTraining[] }) {
  const [t, own, locale, format] = [useTranslations('volunteering'), useTranslations('ownPage.trainings'), useLocale(), useFormatter()]
  return (
    <Card title={own('title')}>
      {trainings.length === 0 ? <p className="text-muted">{t('noTrainings')}</p> : (
        <ul className="space-y-2">{trainings.map((one, at) => (
          <li key={at}><strong>{one.title}</strong> · {t(`training.${one.kind}`)}<span className="block text-sm text-muted">{formatDay(one.onDay, locale)}{one.minutes !== null && <> · {t('hours', { hours: format.number(one.minutes / 60, { maximumFractionDigits: 2 }) })}</>}</span></li>
        ))}</ul>
      )}
    </Card>
  )
}

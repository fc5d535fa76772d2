import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { formatDay } from '@/lib/platform/dates'
import type { OpenVolunteer } from '@/lib/volunteering/volunteers/queries'

/** Courses, supervision and experience meetings, the newest first. */
export function TrainingCard({ found: { volunteer, trainings }, mayManage }: { found: OpenVolunteer; mayManage: boolean }) {
  const [t, locale, format] = [useTranslations('volunteering'), useLocale(), useFormatter()]
  return (
    <Card title={t('trainings')} actions={mayManage && <LinkButton href={`/volunteers/${volunteer.id}/training`} size="small" icon="plus">{t('change.addTraining')}</LinkButton>}>
      {trainings.length === 0 ? <p className="text-muted">{t('noTrainings')}</p> : (
        <ul className="space-y-2">{trainings.map((one) => (
          <li key={one.id}><strong>{one.title}</strong> · {t(`training.${one.kind}`)}<span className="block text-sm text-muted">{formatDay(one.onDay, locale)}{one.minutes !== null && <> · {t('hours', { hours: format.number(one.minutes / 60, { maximumFractionDigits: 2 }) })}</>}{one.by && <> · {one.by}</>}</span></li>
        ))}</ul>
      )}
    </Card>
  )
}

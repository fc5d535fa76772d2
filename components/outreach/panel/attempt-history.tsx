import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Tag } from '@/components/ui/tag'
import { withdrawAttempt } from '@/lib/outreach/attempts/actions'
import type { LoggedAttempt } from '@/lib/outreach/due/panel/queries'
import { formatDay } from '@/lib/platform/dates'
import { type Day, diffDays } from '@/lib/platform/day'

/** The latest attempts; one's own wrong click can be taken back for a quarter of an hour and stays to be seen. */
export function AttemptHistory({ attempts, back, today }: { attempts: LoggedAttempt[]; back: string; today: Day }) {
  const t = useTranslations('outreach')
  const locale = useLocale()
  return (
    <section className="mt-4">
      <h3>{t('panel.history')}</h3>
      {attempts.length === 0 && <p className="text-muted">{t('panel.noHistory')}</p>}
      <ul className="mt-1 space-y-2">
        {attempts.map((attempt) => (
          <li key={attempt.id} className={attempt.withdrawn ? 'text-muted' : undefined}>
            <span className={attempt.withdrawn ? 'line-through' : undefined}>{t(`attempt.${attempt.channel}`)} · {t(`attempt.${attempt.outcome}`)}</span>{' '}
            <span className="text-sm text-muted">{t('panel.days', { date: formatDay(attempt.happenedOn, locale), days: diffDays(attempt.happenedOn, today) })}</span>{' '}
            {attempt.withdrawn && <Tag>{t('panel.withdrawn')}</Tag>}
            {attempt.mayWithdraw && <ActionButton action={withdrawAttempt} values={{ attemptId: attempt.id, back }} size="small" variant="quiet">{t('panel.withdraw')}</ActionButton>}
            {attempt.note && <p className="text-sm">{attempt.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nextAnniversary } from '@/lib/volunteering/recognition/rules'
import type { OpenVolunteer } from '@/lib/volunteering/volunteers/queries'

/** What somebody was thanked for, by whom and when, and the next anniversary. */
export function ThanksCard({ found: { volunteer, thanks, facts }, today, mayManage }: { found: OpenVolunteer; today: Day; mayManage: boolean }) {
  const [t, locale] = [useTranslations('recognition'), useLocale()]
  const next = nextAnniversary(facts.steps, today)
  return (
    <Card title={t('card')} actions={mayManage && <LinkButton href={`/volunteers/${volunteer.id}/thanks`} size="small" icon="plus">{t('add')}</LinkButton>}>
      {next && <p className="mb-3">{t('next', { count: next.years, day: formatDay(next.day, locale) })}</p>}
      {thanks.length === 0 ? <p className="text-muted">{t('noThanks')}</p> : (
        <ul className="space-y-2">{thanks.map((one) => (
          <li key={one.id}>{one.years === null ? one.words : <strong>{t('celebratedFor', { count: one.years })}</strong>}<span className="block text-sm text-muted">{formatDay(one.onDay, locale)} · {one.fromWhom}</span></li>
        ))}</ul>
      )}
    </Card>
  )
}

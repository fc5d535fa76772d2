import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { type Day, diffDays } from '@/lib/platform/day'
import type { LeadDay } from '@/lib/volunteering/day/queries'
import { dayLists, urgencies, urgencyOf } from '@/lib/volunteering/day/rules'

/** What waits for whoever leads volunteers, the most pressing apart and first: sentences with their number and how old the oldest is, each to its list. */
export function VolunteersCard({ found: { lines }, today }: { found: LeadDay; today: Day }) {
  const [t, tone] = [useTranslations('volunteering.home'), useTranslations('oversight.protection.tone')]
  const parts = urgencies.map((how) => ({ how, lines: lines.filter(({ key }) => urgencyOf(key) === how) })).filter((part) => part.lines.length > 0)
  return (
    <Card title={t('title')}>
      {parts.length === 0 ? <EmptyState title={t('calm')} good /> : (
        <div className="space-y-5">{parts.map((part) => (
          <section key={part.how}>
            <h3 className="mb-2"><Tag tone={part.how}>{tone(part.how)}</Tag></h3>
            <ul className="space-y-2">{part.lines.map(({ key, count, first }) => {
              const days = diffDays(first, today)
              return <li key={key} className="flex flex-wrap items-baseline gap-x-3"><a href={dayLists[key]}>{t(key, { count })}</a><span className="text-sm text-muted">{days < 0 ? t('first', { days: -days }) : t('oldest', { days })}</span></li>
            })}</ul>
          </section>
        ))}</div>
      )}
    </Card>
  )
}

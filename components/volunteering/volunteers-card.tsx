import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { type Day, diffDays } from '@/lib/platform/day'
import type { LeadDay } from '@/lib/volunteering/day/queries'
import { type DayKey, dayLists } from '@/lib/volunteering/day/rules'

const tones: Partial<Record<DayKey, 'error' | 'info'>> = { concerns: 'error', alarms: 'error', followUps: 'error', late: 'error', dialogueSoon: 'info', people: 'info', waiting: 'info' }

/** What waits for whoever leads volunteers: sentences with their number and how old the oldest is, each to its list. */
export function VolunteersCard({ found: { lines }, today }: { found: LeadDay; today: Day }) {
  const [t, tone] = [useTranslations('volunteering.home'), useTranslations('oversight.protection.tone')]
  return (
    <Card title={t('title')}>
      {lines.length === 0 ? <EmptyState title={t('calm')} good /> : (
        <ul className="space-y-2">{lines.map(({ key, count, first }) => {
          const days = diffDays(first, today)
          const how = tones[key] ?? 'warning'
          return <li key={key} className="flex flex-wrap items-center gap-x-3"><Tag tone={how}>{tone(how)}</Tag><a href={dayLists[key]}>{t(key, { count })}</a><span className="text-sm text-muted">{days < 0 ? t('first', { days: -days }) : t('oldest', { days })}</span></li>
        })}</ul>
      )}
    </Card>
  )
}

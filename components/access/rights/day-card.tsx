import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { type DayLine, dayLists, urgencyOf } from '@/lib/access/day/rules'
import { type Day, diffDays } from '@/lib/platform/day'

const urgencies = ['error', 'warning', 'info'] as const

/** What waits for whoever decides on rights, and for an administrator what the users and the machine need: each with its number and how old the oldest is, to its list. `calm`: says so where nothing waits. */
export function ApproverDayCard({ lines, today, calm }: { lines: DayLine[]; today: Day; calm: boolean }) {
  const [t, tone] = [useTranslations('rights.home'), useTranslations('oversight.protection.tone')]
  const parts = urgencies.map((how) => ({ how, lines: lines.filter(({ key }) => urgencyOf(key) === how) })).filter((part) => part.lines.length > 0)
  if (parts.length === 0 && !calm) return null
  return (
    <Card title={t(calm ? 'office' : 'title')}>
      {parts.length === 0 ? <EmptyState title={t('calm')} good /> : (
        <div className="space-y-5">{parts.map((part) => (
          <section key={part.how}>
            <h3 className="mb-2"><Tag tone={part.how}>{tone(part.how)}</Tag></h3>
            <ul className="space-y-2">{part.lines.map(({ key, count, first }) => (
              <li key={key} className="flex flex-wrap items-baseline gap-x-3"><a href={dayLists[key]}>{t(key, { count })}</a>{first && <span className="text-sm text-muted">{t('oldest', { days: diffDays(first, today) })}</span>}</li>
            ))}</ul>
          </section>
        ))}</div>
      )}
    </Card>
  )
}

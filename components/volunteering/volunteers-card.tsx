import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import type { VolunteerFigures } from '@/lib/volunteering/list/queries'

const lines = [['late', 'waiting', 'error'], ['papers', 'papers', 'warning'], ['back', 'paused', 'warning'], ['waiting', 'waiting', 'info']] as const

/** What waits for whoever leads volunteers: sentences with their number, each to its list. */
export function VolunteersCard({ figures }: { figures: VolunteerFigures }) {
  const [t, tone] = [useTranslations('volunteering.home'), useTranslations('oversight.protection.tone')]
  const shown = lines.filter(([key]) => figures[key] > 0)
  return (
    <Card title={t('title')}>
      {shown.length === 0 ? <EmptyState title={t('calm')} good /> : (
        <ul className="space-y-2">{shown.map(([key, tab, how]) => <li key={key} className="flex flex-wrap items-center gap-x-3"><Tag tone={how}>{tone(how)}</Tag><a href={`/volunteers?tab=${tab}`}>{t(key, { count: figures[key] })}</a></li>)}</ul>
      )}
    </Card>
  )
}

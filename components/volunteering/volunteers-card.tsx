import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import type { VolunteerFigures } from '@/lib/volunteering/list/queries'
import type { MatchFigures } from '@/lib/volunteering/matches/queries'

const lines = [
  ['alarms', '/volunteers/matches?tab=running', 'error'], ['followUps', '/volunteers/matches?tab=running', 'error'], ['late', '/volunteers?tab=waiting', 'error'], ['both', '/volunteers/matches?tab=asked', 'warning'], ['unanswered', '/volunteers/matches?tab=asked', 'warning'],
  ['papers', '/volunteers?tab=papers', 'warning'], ['back', '/volunteers?tab=paused', 'warning'], ['waiting', '/volunteers?tab=waiting', 'info'],
] as const

/** What waits for whoever leads volunteers: sentences with their number, each to its list. */
export function VolunteersCard({ figures, matches: m }: { figures: VolunteerFigures; matches: MatchFigures | null }) {
  const [t, tone] = [useTranslations('volunteering.home'), useTranslations('oversight.protection.tone')]
  const counts = { ...figures, alarms: m?.alarms ?? 0, followUps: m?.late ?? 0, both: m?.both ?? 0, unanswered: m?.long ?? 0 }
  const shown = lines.filter(([key]) => counts[key] > 0)
  return (
    <Card title={t('title')}>
      {shown.length === 0 ? <EmptyState title={t('calm')} good /> : (
        <ul className="space-y-2">{shown.map(([key, href, how]) => <li key={key} className="flex flex-wrap items-center gap-x-3"><Tag tone={how}>{tone(how)}</Tag><a href={href}>{t(key, { count: counts[key] })}</a></li>)}</ul>
      )}
    </Card>
  )
}

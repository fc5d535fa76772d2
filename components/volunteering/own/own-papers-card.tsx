import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { type OwnPaper, paperStanding, type PaperStanding } from '@/lib/volunteering/own/rules'

const TONES: Record<PaperStanding, 'success' | 'warning' | 'info'> = { holds: 'success', soon: 'warning', over: 'warning', asked: 'info', missing: 'warning', talk: 'info' }

/** Each paper, whether it holds, and what to do where it does not. Never what stands in it. */
export function OwnPapersCard({ papers, today }: { papers: readonly OwnPaper[]; today: Day }) {
  const [t, locale] = [useTranslations('ownPage.papers'), useLocale()]
  return (
    <Card title={t('title')}>
      {papers.length === 0 ? <p className="text-muted">{t('none')}</p> : (
        <ul className="divide-y divide-line">
          {papers.map((paper) => {
            const { standing, until } = paperStanding(paper, today)
            return (
              <li key={paper.kind} className="py-3 first:pt-0 last:pb-0">
                <p className="flex flex-wrap items-center gap-2"><strong>{paper.name}</strong><Tag tone={TONES[standing]}>{t(`standing.${standing}`)}</Tag></p>
                <p className="max-w-text text-muted">{until && t(standing === 'over' ? 'ended' : 'until', { day: formatDay(until, locale) })} {standing !== 'holds' && t(`do.${standing}`)}</p>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

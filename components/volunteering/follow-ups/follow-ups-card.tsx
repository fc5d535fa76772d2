import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import type { FollowedMatch } from '@/lib/volunteering/matches/sql'
import { NextFollowUp } from './next-follow-up'

/** When the match is to be followed up, what both answered by their links, and what came of it before. */
export function FollowUpsCard({ match: m }: { match: FollowedMatch }) {
  const [t, locale] = [useTranslations('matches'), useLocale()]
  const asked = m.checkIns.toReversed()
  return (
    <Card title={t('followUp.card')} actions={!m.end && <LinkButton href={`/volunteers/matches/${m.id}/follow-up`} variant="primary" size="small">{t('followUp.button')}</LinkButton>}>
      <div className="space-y-4">
        {!m.end && <NextFollowUp match={m} />}
        {asked.length > 0 && (
          <ul className="space-y-2">
            {asked.map((one) => (
              <li key={`${one.number} ${one.side}`}>
                <strong>{t(one.side === 'person' ? 'personSays' : 'volunteerSays')}</strong> {one.meets === null ? <span className="text-muted">{t('checkIn.notAnswered', { day: formatDay(one.sentOn, locale, 'short') })}</span> : <>{t(`meets.${one.meets}`)} · <Tag tone={one.safe ? 'success' : 'error'}>{t(one.safe ? 'safe.yes' : 'safe.no')}</Tag></>}
                {one.words && <span className="block max-w-text">{one.words}</span>}
              </li>
            ))}
          </ul>
        )}
        {m.followUps.length === 0 ? <EmptyState title={t('followUp.none')} /> : (
          <ol className="space-y-2">
            {m.followUps.toReversed().map((one) => <li key={one.number}><strong>{formatDay(one.onDay, locale)}</strong> · {t(`withWhom.${one.withWhom}`)} · {t(`outcome.${one.outcome}`)}{one.words && <span className="block max-w-text">{one.words}</span>}{one.by && <span className="block text-sm text-muted">{one.by}</span>}</li>)}
          </ol>
        )}
      </div>
    </Card>
  )
}

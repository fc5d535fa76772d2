import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import type { FollowedMatch } from '@/lib/volunteering/matches/sql'
import { NextFollowUp } from './next-follow-up'

/** When the match is to be followed up, what both answered by their links, and what came of it before. */
export function FollowUpsCard({ match: m }: { match: FollowedMatch }) {
  const [t, locale] = [useTranslations('matches'), useLocale()]
  const asked = m.checkIns.toReversed()
  return (
    <Card title={t('followUp.card')} actions={!m.end && <LinkButton href={`/volunteers/matches/${m.id}/follow-up`} variant="primary" size="small">{t('followUp.button')}</LinkButton>}>
      <div className="space-y-4">
        {!m.end && <div>{m.next && <h3>{t('followUp.next')}</h3>}<NextFollowUp match={m} /></div>}
        {asked.length > 0 && (
          <section>
            <h3>{t('checkIn.answers')}</h3>
            <ul className="space-y-2">
              {asked.map((one) => (
                <li key={`${one.number} ${one.side}`}>
                  <strong>{formatDay(one.answeredAt ? dayOf(one.answeredAt) : one.sentOn, locale)}</strong> · {t(one.side === 'person' ? 'personSays' : 'volunteerSays')} · {one.meets === null ? <span className="text-muted">{t(m.end || asked.find(({ side }) => side === one.side) !== one ? 'checkIn.silent' : 'checkIn.notAnswered')}</span> : <>{t(`meetsSaid.${one.meets}`)} <Tag tone={one.safe ? 'success' : 'error'}>{t(one.safe ? 'safeSaid.yes' : 'safeSaid.no')}</Tag></>}
                  {one.words && <span className="block max-w-text">{one.words}</span>}
                </li>
              ))}
            </ul>
          </section>
        )}
        {m.followUps.length === 0 ? <EmptyState title={t('followUp.none')} /> : (
          <section>
            <h3>{t('followUp.done')}</h3>
            <ol className="space-y-2">
              {m.followUps.toReversed().map((one) => <li key={one.number}><strong>{formatDay(one.onDay, locale)}</strong> · {t(`withWhom.${one.withWhom}`)} · {t(`outcome.${one.outcome}`)}{one.words && <span className="block max-w-text">{one.words}</span>}{one.by && <span className="block text-sm text-muted">{one.by}</span>}</li>)}
            </ol>
          </section>
        )}
      </div>
    </Card>
  )
}

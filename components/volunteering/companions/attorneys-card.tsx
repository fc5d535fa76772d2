import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { endAttorney } from '@/lib/volunteering/companions/attorney/actions'
import type { Attorney } from '@/lib/volunteering/companions/queries'

const stateOf = ({ endedOn, fromDay, toDay }: Attorney, today: Day) => (endedOn !== null ? 'ended' : toDay < today ? 'over' : fromDay > today ? 'coming' : 'holds')

/** Who may act for the person and until when: what a party representative needs. */
export function AttorneysCard({ attorneys, personId, today }: { attorneys: Attorney[]; personId: string; today: Day }) {
  const [t, locale] = [useTranslations('companions.attorney'), useLocale()]
  return (
    <Card title={t('title')} actions={<LinkButton href={`/people/${personId}/companions/attorney`} size="small">{t('add')}</LinkButton>}>
      {attorneys.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="space-y-3">
        {attorneys.map((one) => {
          const state = stateOf(one, today)
          return (
            <li key={one.id} className="flex flex-wrap items-start justify-between gap-3">
              <div>
                <p><strong>{one.givenTo}</strong> <Tag tone={state === 'holds' ? 'success' : 'neutral'}>{t(`state.${state}`)}</Tag></p>
                <p>{one.covers}</p>
                <p className="text-sm text-muted">{t('period', { from: formatDay(one.fromDay, locale), to: formatDay(one.endedOn ?? one.toDay, locale) })} · {one.evidence}</p>
              </div>
              {(state === 'holds' || state === 'coming') && <ActionButton action={endAttorney} values={{ personId, attorneyId: one.id }} size="small">{t('end')}</ActionButton>}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

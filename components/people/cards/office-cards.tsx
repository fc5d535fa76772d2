import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { endAssignment } from '@/lib/people/responsible/actions'
import { endRole } from '@/lib/people/roles/actions'
import { formatDay, formatMonth } from '@/lib/platform/dates'
import { ChangedText, EditLink, FactRow, Former, Nothing, PeriodText } from './card-parts'
import type { CardProps } from './personal-card'

export function RolesCard({ bar, facts, mayUpdate }: CardProps) {
  const t = useTranslations('people')
  const current = facts.roles.filter((role) => !role.toDay)
  const former = facts.roles.filter((role) => role.toDay)
  return (
    <Card title={t('card.roles')} changed={facts.changed.person_role && <ChangedText changed={facts.changed.person_role} />} actions={<EditLink may={mayUpdate} personId={bar.id} section="role" label={t('card.add')} />}>
      <ul>
        {current.map((role) => (
          <FactRow key={role.id} actions={mayUpdate && current.length > 1 && <ActionButton action={endRole} variant="quiet" size="small" values={{ personId: bar.id, row: role.id }}>{t('card.end')}</ActionButton>}>
            <span className="font-medium">{t(`role.${role.kind}`)}</span> <span className="text-sm text-muted"><PeriodText {...role} /></span>
          </FactRow>
        ))}
      </ul>
      {mayUpdate && <p className="no-print mt-2"><a href={`/people/${bar.id}/volunteer`}>{t('card.volunteer')}</a></p>}
      <Former count={former.length}><ul>{former.map((role) => <FactRow key={role.id}>{t(`role.${role.kind}`)} <PeriodText {...role} /></FactRow>)}</ul></Former>
    </Card>
  )
}

export function ResponsibleCard({ bar, facts, mayUpdate: mayAssign }: CardProps) {
  const t = useTranslations('people')
  const locale = useLocale()
  return (
    <Card title={t('card.responsible')} actions={<EditLink may={mayAssign} personId={bar.id} section="responsible" label={t('card.add')} />}>
      {facts.responsible.length === 0 && <Nothing />}
      <ul>
        {facts.responsible.map((one) => (
          <FactRow key={one.id} actions={mayAssign && <ActionButton action={endAssignment} variant="quiet" size="small" values={{ personId: bar.id, row: one.id }}>{t('card.end')}</ActionButton>}>
            <span className="font-medium">{one.name}</span> <span className="text-sm text-muted">{one.title} · {t('card.since', { date: formatDay(one.fromDay, locale, 'short') })}{one.toDay && ` ${t('card.until', { date: formatDay(one.toDay, locale, 'short') })}`}{one.ofCase && ` · ${t('card.ofCase')}`}</span>
          </FactRow>
        ))}
      </ul>
    </Card>
  )
}

/** Shown here, changed where outreach is worked with. */
export function WishesCard({ facts }: CardProps) {
  const t = useTranslations('people')
  const locale = useLocale()
  return (
    <Card title={t('card.wishes')}>
      {facts.wishes.length === 0 && <Nothing>{t('card.noWishes')}</Nothing>}
      <ul>
        {facts.wishes.map((wish) => (
          <FactRow key={wish.id}>
            <span className="font-medium">{t(`wish.${wish.kind}`)}</span>{' '}
            <span className="text-sm text-muted">{t('card.givenOn', { date: formatDay(wish.givenOn, locale, 'short') })}{wish.untilMonth && `, ${t('card.untilMonth', { month: formatMonth(wish.untilMonth, locale) })}`} </span>
            {wish.endedOn && <span className="text-sm text-muted">· {t('card.ended', { date: formatDay(wish.endedOn, locale, 'short') })}</span>}
          </FactRow>
        ))}
      </ul>
    </Card>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import type { Tone } from '@/components/ui/tone'
import { formatDay, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { cancelCompanion } from '@/lib/volunteering/companions/actions'
import type { CompanionMeeting } from '@/lib/volunteering/companions/queries'
import type { PersonPair } from '@/lib/volunteering/requests/queries'
import { type CompanionState, stands } from '@/lib/volunteering/companions/rules'
import { PersonPairs } from '../matches/person-pairs'

export const stateTones: Record<CompanionState, Tone> = { wanted: 'warning', asked: 'info', agreed: 'success', prepared: 'success', held: 'info', 'followed-up': 'neutral', 'not-held': 'neutral', cancelled: 'neutral', 'fell-out': 'warning', unmet: 'warning' }

/** One meeting: what, when and where, who comes along as what, and how far it is. */
export function MeetingCard({ meeting: m, personId, pairs, alone }: { meeting: CompanionMeeting; personId: string; pairs: PersonPair[]; /** On its own page: no way there. */ alone?: boolean }) {
  const [t, all, locale] = [useTranslations('companions'), useTranslations('volunteering'), useLocale()]
  const unknown = <span className="text-muted">{t('nothing')}</span>
  const items = [
    { key: 'when', label: t('when'), value: `${formatDay(dayOf(m.startsAt), locale, 'weekday')}, ${formatTimeSpan(m.startsAt, m.endsAt, locale)}` },
    { key: 'place', label: t('place'), value: `${m.place} (${m.postcode})` },
    { key: 'point', label: t('meetingPoint'), value: m.meetingPoint ?? unknown },
    { key: 'role', label: t('agreedRole'), value: t(`role.${m.role}`) },
    { key: 'who', label: t('who'), value: m.kin ? [m.kinName, t(`kin.${m.kin}`)].filter(Boolean).join(', ') : t('volunteer') },
    { key: 'languages', label: t('languages'), value: t('spoken', { person: all(`language.${m.personLanguage}`), meeting: locale === 'da' ? all(`language.${m.meetingLanguage}`).toLowerCase() : all(`language.${m.meetingLanguage}`) }) },
    ...(m.kin ? [] : [{ key: 'travel', label: t('travel'), value: t('minutes', { count: m.travelMinutes }) }, { key: 'mayKnow', label: t('told'), value: [t('mayKnow.name'), ...m.mayKnow.map((field) => t(`mayKnow.${field}`))].join(' · ') }]),
  ]
  return (
    <Card title={<>{m.what} <Tag tone={stateTones[m.state]}>{t(`state.${m.state}`)}</Tag></>} foot={t('by', { name: m.by })}
      actions={<>{!alone && <LinkButton href={`/people/${personId}/companions/${m.id}`} size="small">{t(stands(m.state) || m.state === 'held' ? 'open' : 'see')}</LinkButton>}{stands(m.state) && <ActionButton action={cancelCompanion} values={{ personId, companionId: m.id }} size="small">{t('cancel')}</ActionButton>}</>}>
      {!m.attorneyHolds && <div className="mb-3"><Alert tone="warning" compact title={t('attorneyGone')}>{t('attorneyGoneLead')}</Alert></div>}
      {m.state === 'unmet' && <p className="mb-3 max-w-text">{t('unmetLead')}</p>}
      <div className="space-y-4"><PersonPairs pairs={pairs} personId={personId} once /><DescriptionList items={items} /></div>
    </Card>
  )
}

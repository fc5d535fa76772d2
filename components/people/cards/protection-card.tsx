import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { type Ground, mayBeLifted, stateOf } from '@/lib/people/protection/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { EditLink, FactRow, Former, Nothing, PeriodText, sourceName } from './card-parts'
import type { CardProps } from './personal-card'

type Props = CardProps & { today: Day; clearances: readonly string[] }

/** Every ground by itself: where it comes from, until when, and what is to be decided. */
export function ProtectionCard({ bar, facts, mayUpdate, today, clearances }: Props) {
  const t = useTranslations('people')
  const live = facts.protections.filter((ground) => !ground.liftedOn)
  const lifted = facts.protections.filter((ground) => ground.liftedOn)
  const actions = (ground: Ground) => (
    <>
      {ground.basis === 'OWN' && <EditLink may={mayUpdate} personId={bar.id} section="protection" row={ground.id} label={t(stateOf(ground, today) === 'due' ? 'card.restate' : 'card.edit')} />}
      <EditLink may={mayUpdate && mayBeLifted(ground, today, clearances)} personId={bar.id} section="lift" row={ground.id} label={t('card.lift')} />
    </>
  )
  return (
    <Card title={t('card.protection')} actions={<EditLink may={mayUpdate} personId={bar.id} section="protection" label={t('card.newProtection')} />}>
      {live.length === 0 && <Nothing>{t('card.noProtection')}</Nothing>}
      <ul>{live.map((ground) => <FactRow key={ground.id} actions={actions(ground)}><GroundText ground={ground} today={today} cleared={clearances.includes('PROTECTED_ADDRESS')} /></FactRow>)}</ul>
      <Former count={lifted.length}><ul>{lifted.map((ground) => <FactRow key={ground.id}><GroundText ground={ground} today={today} cleared /></FactRow>)}</ul></Former>
    </Card>
  )
}

function GroundText({ ground, today, cleared }: { ground: Ground; today: Day; cleared: boolean }) {
  const t = useTranslations('people')
  const locale = useLocale()
  const state = stateOf(ground, today)
  const date = (day: Day) => formatDay(day, locale, 'short')
  return (
    <>
      <span className="font-medium">{t(`protection.${ground.level}`)}</span>{' '}
      <span className="text-sm text-muted">{ground.basis === 'OWN' ? ground.source && sourceName(t, ground.source) : ground.viaName && ground.viaId ? <Link href={`/people/${ground.viaId}`} prefetch={false}>{t('card.fromHousehold', { name: ground.viaName })}</Link> : t('card.fromHouseholdHidden')} <PeriodText fromDay={ground.fromDay} toDay={state === 'due' ? null : ground.toDay} /></span>
      {state === 'due' && ground.toDay && <p className="text-sm text-warning-ink">{ground.basis === 'OWN' ? t('card.dueOn', { date: date(ground.toDay) }) : t('card.leftHousehold')} {!cleared && t('card.liftNeeds')}</p>}
      {ground.liftedOn && <p className="text-sm">{t('card.lifted', { date: date(ground.liftedOn), name: ground.liftedBy ?? '–', reason: ground.liftReason ?? '' })}</p>}
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/ui/action-button'
import { DescriptionList } from '@/components/ui/description-list'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { openCaseAgain } from '@/lib/casework/cases/actions'
import type { CaseRow } from '@/lib/casework/cases/queries'
import { checkInOn, standingOf } from '@/lib/casework/cases/rules'
import type { CaseMeeting } from '@/lib/casework/meetings/sql'
import type { Followed } from '@/lib/casework/methods/sql'
import type { NextStep } from '@/lib/casework/contacts/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { CaseContactList } from './case-contacts'
import { CaseHistoryList } from './case-history'
import { CaseOnItsWay, CaseOthers } from './case-others'
import { NextText } from './clock-line'
import { CaseMeetings } from './meetings/case-meetings'
import { WeightChoice } from './weights/weight-choice'
import { PlaceLine } from './methods/place-line'

const tones = { open: 'success', hold: 'warning', aftercare: 'info', closed: 'neutral' } as const
type Props = { personId: string; one: CaseRow; followed: Followed | null; meetings: CaseMeeting[]; next: NextStep | null; lastReached: Day | null; today: Day; may: { manage: boolean; give: boolean } }

/** One case: where it stands and what comes next, who has it, and everything that became of it. */
export function CaseCard({ personId, one, followed, meetings, next, lastReached, today, may }: Props) {
  const [t, meet, weigh, locale] = [useTranslations('casework.cases'), useTranslations('meetings'), useTranslations('casework.weights'), useLocale()]
  const standing = standingOf(one.step, today)
  const coordinator = one.people.find(({ role, to }) => role === 'coordinator' && (to === null || to >= today))
  const unit = nameOf(one.unit, locale)
  const waits = one.transfer !== null && one.transfer.answer === null
  const href = (change: string) => `/people/${personId}/cases/${one.id}/${change}`
  const facts: [string, ReactNode][] = [
    [t('coordinator'), coordinator ? t('coordinatorSince', { name: coordinator.name, day: formatDay(coordinator.from, locale) }) : standing === 'closed' ? t('nobodyNow') : <Tag tone="error">{t('nobody')}</Tag>],
    [t('openedOn'), formatDay(one.openedOn, locale)],
    ...(one.step.state === 'closed' ? [] : [[weigh('title'), <WeightChoice key="weight" personId={personId} one={one} mayChange={may.manage} />] as [string, ReactNode]]),
    ...(standing === 'open' ? [[t('next'), <NextText key="next" next={next} today={today} />] as [string, ReactNode]] : []),
  ]
  return (
    <article className="card" aria-labelledby={`case-${one.id}`}>
      <div className="card-head"><h3 id={`case-${one.id}`} className="flex flex-wrap items-center gap-2">{t(`kind.${one.kind}`)} · {unit} <Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag></h3></div>
      <div className="card-body space-y-3">
        {one.about && <p className="max-w-text">{one.about}</p>}
        <Standing one={one} lastReached={lastReached} today={today} />
        <DescriptionList items={facts.map(([label, value]) => ({ key: label, label, value }))} />
        <PlaceLine href={href('method')} place={followed?.place ?? null} today={today} mayFollow={may.manage && one.step.state !== 'closed'} />
        <CaseOthers personId={personId} one={one} today={today} mayChange={may.manage && one.mine} />
        <CaseOnItsWay personId={personId} one={one} mayChange={may.manage && one.mine} />
        <CaseMeetings personId={personId} meetings={meetings} mayChange={may.manage} />
        {may.manage && (
          <div className="form-actions no-print">
            {standing !== 'open' && <ActionButton action={openCaseAgain} values={{ personId, caseId: one.id, number: String(one.step.number) }} size="small">{t(standing === 'hold' ? 'resume' : 'reopen')}</ActionButton>}
            {one.step.state !== 'closed' && <LinkButton href={href('hold')} size="small">{t(standing === 'hold' ? 'holdLonger' : 'hold')}</LinkButton>}
            {one.step.state !== 'closed' && <LinkButton href={href('close')} size="small">{t('close')}</LinkButton>}
            {one.step.state !== 'closed' && <LinkButton href={href('meeting')} size="small">{meet('markCase')}</LinkButton>}
            {one.mine && <LinkButton href={href('professional')} size="small" variant="quiet">{t('professional')}</LinkButton>}
            {one.mine && !waits && <LinkButton href={href('transfer')} size="small" variant="quiet">{t('transfer')}</LinkButton>}
            {may.give && one.step.state !== 'closed' && <LinkButton href={href('give')} size="small" variant="quiet">{t('give')}</LinkButton>}
          </div>
        )}
        {one.contacts.count > 0 && <Explain summary={t('contacts', { count: one.contacts.count })}><CaseContactList personId={personId} contacts={one.contacts} /></Explain>}
        <Explain summary={t('history', { count: one.history.length + one.weights.length + (followed?.moves.length ?? 0) })}><CaseHistoryList one={one} followed={followed} /></Explain>
      </div>
    </article>
  )
}

/** In a sentence: until when it rests and why, or how long somebody still asks how it goes. */
function Standing({ one: { step }, lastReached, today }: Pick<Props, 'one' | 'lastReached' | 'today'>) {
  const [t, locale] = [useTranslations('casework.cases'), useLocale()]
  const standing = standingOf(step, today)
  if (standing === 'open') return null
  const checkIn = checkInOn(step, lastReached, today)
  const until = step.until ? formatDay(step.until, locale) : ''
  return (
    <p className="max-w-text">
      {standing === 'hold' && <>{t('holdUntil', { day: until })} {step.until && step.until <= today && <Tag tone={step.until < today ? 'error' : 'warning'}>{t(step.until < today ? 'holdPassed' : 'holdToday')}</Tag>}</>}
      {standing === 'aftercare' && <>{t('aftercareUntil', { day: until })} {checkIn === null ? t('lastCheckIn') : t('checkIn', { day: formatDay(checkIn, locale) })} {checkIn && checkIn <= today && <Tag tone={checkIn < today ? 'error' : 'warning'}>{t(checkIn < today ? 'checkInPassed' : 'checkInToday')}</Tag>}</>}
      {standing === 'closed' && t('closedOn', { day: formatDay(step.from, locale) })}
      {step.outcome && <> {t(`outcome.${step.outcome}`)}.</>}
      {step.words && <span className="block whitespace-pre-line">{step.words}</span>}
    </p>
  )
}

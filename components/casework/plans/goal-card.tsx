import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/ui/action-button'
import { DateText } from '@/components/ui/date-text'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { reachGoal, takeGoalUp } from '@/lib/casework/plans/goals/actions'
import { planHref } from '@/lib/casework/plans/places'
import { type Agreement, type Goal, type GoalTree, whatHappened } from '@/lib/casework/plans/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { AgreementItem } from './agreement-item'
import { GoalMore } from './goal-more'
import { GoalWords } from './goal-words'

export type PlanPlace = { personId: string; today: Day; mayManage: boolean; open: string | null; changed: string | null }

/** One goal: what was said and by whom, what it takes, the next agreement and its day, its parts, and what was agreed towards it. */
export function GoalCard({ goal, place }: { goal: GoalTree; place: PlanPlace }) {
  const t = useTranslations('plans')
  const { now, parts, next } = goal
  const open = goal.agreements.filter((one) => one.now.state === 'open')
  const done = goal.agreements.filter((one) => one.now.state !== 'open')
  return (
    <article id={`plan-${goal.id}`} aria-label={now.text} className="card scroll-mt-40">
      <div className="card-body space-y-3">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-72"><GoalWords goal={goal} /></div>
          <Marks goal={goal} place={place} />
        </div>
        {now.needs && <p className="max-w-text whitespace-pre-line"><span className="font-semibold">{t('goal.needs')}</span> {now.needs}</p>}
        {now.reason && now.state === 'aside' && <p className="max-w-text"><span className="font-semibold">{t('goal.why')}</span> {now.reason}</p>}
        {now.state === 'open' && <Next next={next} today={place.today} />}
        {parts.length > 0 && (
          <section>
            <h3 className="text-base">{t('goal.parts')}</h3>
            <ul className="mt-1 space-y-3">{parts.map((part) => <Part key={part.id} part={part} place={place} />)}</ul>
          </section>
        )}
        {open.length > 0 && <section><h3 className="text-base">{t('goal.agreements')}</h3><ul>{open.map((one) => <AgreementItem key={one.id} agreement={one} place={place} part={partName(one, parts)} />)}</ul></section>}
        {done.length > 0 && <details className="explain"><summary>{t('goal.over', { count: done.length })}</summary><ul className="mt-1">{done.map((one) => <AgreementItem key={one.id} agreement={one} place={place} part={partName(one, parts)} />)}</ul></details>}
        <Buttons goal={goal} place={place} />
        {place.open === goal.id && <GoalMore goal={goal} place={place} />}
      </div>
    </article>
  )
}

const partName = ({ goalId }: Agreement, parts: readonly Goal[]): string | null => parts.find(({ id }) => id === goalId)?.now.text ?? null

/** Part of a goal: the same in small. */
function Part({ part, place }: { part: Goal; place: PlanPlace }) {
  return (
    <li id={`plan-${part.id}`} className="scroll-mt-40 space-y-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2"><GoalWords goal={part} small /><Marks goal={part} place={place} /></div>
      {part.now.reason && part.now.state === 'aside' && <p className="max-w-text ps-4 text-sm">{part.now.reason}</p>}
      <Buttons goal={part} place={place} />
      {place.open === part.id && <GoalMore goal={part} place={place} />}
    </li>
  )
}

function Marks({ goal: { id, now }, place }: { goal: Goal; place: PlanPlace }): ReactNode {
  const [t, locale] = [useTranslations('plans'), useLocale()]
  return (
    <span className="flex flex-wrap gap-2">
      {id === place.changed && <Tag tone="success">{t('changed')}</Tag>}
      {now.state === 'reached' && <Tag tone="success" icon="check">{t('state.reached')}</Tag>}
      {now.state === 'aside' && <Tag>{t('state.aside')}</Tag>}
      {now.state === 'open' && now.dueOn && <Tag tone={now.dueOn < place.today ? 'warning' : 'neutral'} icon="clock">{t(now.dueOn < place.today ? 'goal.duePassed' : 'goal.due', { day: formatDay(now.dueOn, locale) })}</Tag>}
    </span>
  )
}

/** What comes next towards it, and by when; that nothing is agreed is said too. */
function Next({ next, today }: { next: Agreement | null; today: Day }) {
  const t = useTranslations('plans')
  if (!next) return <p className="text-muted">{t('goal.noNext')}</p>
  const moved = next.steps.some((step, at) => whatHappened(step, next.steps[at + 1]) === 'moved')
  return <p><span className="font-semibold">{t('goal.next')}</span> {next.text} · <DateText day={next.now.dueOn} /> {next.now.dueOn < today ? <Tag tone="error">{t('passed')}</Tag> : next.now.dueOn === today && <Tag tone="warning">{t('today')}</Tag>}{moved && <span className="text-sm text-muted"> {t('wasMoved')}</span>}</p>
}

function Buttons({ goal, place }: { goal: Goal; place: PlanPlace }) {
  const t = useTranslations('plans')
  const values = { personId: place.personId, goalId: goal.id, version: String(goal.now.number) }
  return (
    <div className="no-print form-actions">
      {place.mayManage && goal.now.state === 'open' && <ActionButton action={reachGoal} values={values} size="small">{t('goal.reach')}</ActionButton>}
      {place.mayManage && goal.now.state !== 'open' && <ActionButton action={takeGoalUp} values={values} size="small" variant="quiet">{t('goal.again')}</ActionButton>}
      {place.open !== goal.id && <LinkButton href={planHref(place.personId, { open: goal.id })} size="small" variant="quiet">{t(place.mayManage ? 'goal.more' : 'goal.history')}</LinkButton>}
    </div>
  )
}

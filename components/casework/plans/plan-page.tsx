import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { agree } from '@/lib/casework/plans/agreements/actions'
import { setGoal } from '@/lib/casework/plans/goals/actions'
import { planHref, weekHref } from '@/lib/casework/plans/places'
import type { Plan } from '@/lib/casework/plans/queries'
import { doers, type Goal, treeOf } from '@/lib/casework/plans/rules'
import type { PlanView } from '@/lib/casework/plans/schema'
import { weeksOf } from '@/lib/casework/plans/week/rules'
import { formatDay } from '@/lib/platform/dates'
import { AgreementItem } from './agreement-item'
import { GoalCard } from './goal-card'
import { goalFields } from './goal-more'
import { PlanForm } from './plan-form'

type Props = PersonFrameProps & { plan: Plan; view: PlanView; mayManage: boolean }

/** The plan with the citizen: goals that run on top with what comes next, those that are over folded, and the forms for more. */
export function PlanPage({ plan, view, mayManage, ...frame }: Props) {
  const t = useTranslations('plans')
  const personId = frame.bar.id
  const manage = mayManage && !frame.bar.glass
  const place = { personId, today: frame.today, mayManage: manage, open: view.open, changed: view.changed }
  const { running, over, loose } = treeOf(plan.goals, plan.agreements)
  const openLoose = loose.filter(({ now }) => now.state === 'open')
  const endedLoose = loose.filter(({ now }) => now.state !== 'open')
  const isOpen = (ids: string[]) => ids.some((id) => id === view.open || id === view.changed)
  return (
    <PersonFrame {...frame} tab="plan" note>
      {frame.bar.glass && mayManage && <p className="mb-3 max-w-text">{t('behindGlass')}</p>}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="plan-title" className="min-w-0 space-y-4">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h2 id="plan-title">{t('title')}</h2>
            <span className="form-actions no-print">
              {manage && <LinkButton href="#new-agreement" size="small" icon="plus" className="lg:hidden">{t('agreement.new')}</LinkButton>}
              {plan.goals.length + plan.agreements.length > 0 && <LinkButton href={`${planHref(personId)}/print`} size="small" icon="print">{t('print.open')}</LinkButton>}
            </span>
          </div>
          {running.length === 0 && <EmptyState title={t('none')} icon="person">{t('noneLead')}</EmptyState>}
          {running.map((goal) => <GoalCard key={goal.id} goal={goal} place={place} />)}
          {openLoose.length > 0 && <section aria-labelledby="loose-title" className="card"><div className="card-head"><h3 id="loose-title">{t('loose')}</h3></div><div className="card-body"><ul>{openLoose.map((one) => <AgreementItem key={one.id} agreement={one} place={place} />)}</ul></div></section>}
          {over.length > 0 && <Explain summary={t('over', { count: over.length })} open={isOpen(over.flatMap((goal) => [goal.id, ...goal.parts.map(({ id }) => id), ...goal.agreements.map(({ id }) => id)]))}><div className="space-y-4">{over.map((goal) => <GoalCard key={goal.id} goal={goal} place={place} />)}</div></Explain>}
          {endedLoose.length > 0 && <Explain summary={t('looseOver', { count: endedLoose.length })} open={isOpen(endedLoose.map(({ id }) => id))}><ul>{endedLoose.map((one) => <AgreementItem key={one.id} agreement={one} place={place} />)}</ul></Explain>}
        </section>
        <div className="no-print space-y-6 self-start">
          <WeekCard plan={plan} frame={frame} mayManage={manage} />
          <section aria-labelledby="guide-card" className="card"><div className="card-head"><h3 id="guide-card">{t('guide.title')}</h3></div><div className="card-body space-y-2"><p>{t('guide.lead')}</p><LinkButton href={`/people/${personId}/screening`} size="small">{t('guide.open')}</LinkButton></div></section>
          {manage && <NewAgreement personId={personId} goals={plan.goals} chosen={view.open} />}
          {manage && <NewGoal personId={personId} frame={frame} goals={running} open={plan.goals.length === 0} />}
        </div>
      </div>
    </PersonFrame>
  )
}

/** Until when the week that holds today holds, and the way to it. What is in it stands on its own page. */
function WeekCard({ plan, frame, mayManage }: { plan: Plan; frame: PersonFrameProps; mayManage: boolean }) {
  const [t, locale] = [useTranslations('plans.week'), useLocale()]
  const { now, coming } = weeksOf(plan.schedules, frame.today)
  const count = now?.slots.filter(({ removed }) => removed === null).length ?? 0
  return (
    <section aria-labelledby="week-card" className="card">
      <div className="card-head"><h3 id="week-card">{t('title')}</h3></div>
      <div className="card-body space-y-2">
        <p>{now ? t('card', { count }) : t('none')} {now && t(now.until ? 'fromTo' : 'since', { from: formatDay(now.from, locale), to: now.until ? formatDay(now.until, locale) : '' })}</p>
        {coming[0] && <p>{t('comes', { day: formatDay(coming[0].from, locale) })}</p>}
        {(now || coming[0] || mayManage) && <LinkButton href={weekHref(frame.bar.id)} size="small">{t(now || coming[0] ? 'show' : 'make')}</LinkButton>}
      </div>
    </section>
  )
}

function NewAgreement({ personId, goals, chosen }: { personId: string; goals: Goal[]; chosen: string | null }) {
  const t = useTranslations('plans')
  const running = goals.filter(({ now }) => now.state === 'open')
  const fields: FieldSpec[] = [
    { type: 'area', name: 'text', label: t('agree.text'), help: t('agree.textHelp'), max: 500 },
    { type: 'radio', name: 'who', label: t('agree.who'), options: doers.map((value) => ({ value, label: t(`agree.whoOption.${value}`) })) },
    { type: 'text', name: 'whoWords', label: t('agree.whoWords'), help: t('agree.whoWordsHelp'), optional: true },
    { type: 'date', name: 'byDay', label: t('agree.byDay'), value: null },
    ...(running.length > 0 ? [{ type: 'select' as const, name: 'goalId', label: t('agree.goalId'), options: running.map(({ id, now }) => ({ value: id, label: now.text.slice(0, 80) })), placeholder: t('agree.noGoal'), value: running.some(({ id }) => id === chosen) ? chosen ?? undefined : undefined }] : []),
    { type: 'tick', name: 'task', label: t('agree.task'), help: t('agree.taskHelp'), checked: false },
  ]
  return <section id="new-agreement" aria-labelledby="new-agreement-title" className="card scroll-mt-40"><div className="card-head"><h3 id="new-agreement-title">{t('agreement.new')}</h3></div><div className="card-body"><PlanForm key={`${chosen}`} action={agree} scope="agree" hidden={{ personId }} fields={fields} submit={t('agree.submit')} /></div></section>
}

function NewGoal({ personId, frame, goals, open }: { personId: string; frame: PersonFrameProps; goals: Goal[]; open: boolean }) {
  const t = useTranslations('plans')
  const fields: FieldSpec[] = [...goalFields(t, frame.today), ...(goals.length > 0 ? [{ type: 'select' as const, name: 'parentId', label: t('form.parentId'), help: t('form.parentIdHelp'), options: goals.map(({ id, now }) => ({ value: id, label: now.text.slice(0, 80) })), placeholder: t('form.noParent') }] : [])]
  return <section id="new-goal" className="card scroll-mt-40"><details className="card-body" open={open}><summary className="cursor-pointer font-semibold">{t('goal.new')}</summary><div className="mt-3"><PlanForm key={`goal-${goals.length}`} action={setGoal} scope="goal" hidden={{ personId }} fields={fields} submit={t('form.submit')} /></div></details></section>
}

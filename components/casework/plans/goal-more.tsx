import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { rewordGoal, setGoalAside } from '@/lib/casework/plans/goals/actions'
import { changesOf, type Goal, type GoalStep, sayers } from '@/lib/casework/plans/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { isDay } from '@/lib/platform/day'
import type { Day } from '@/lib/platform/day'
import type { PlanPlace } from './goal-card'
import { PlanForm } from './plan-form'

/** The fields of a goal, for a new one and for another wording. */
export function goalFields(t: (key: string) => string, today: Day, now?: GoalStep): FieldSpec[] {
  return [
    { type: 'area', name: 'text', label: t('form.text'), help: t('form.textHelp'), value: now?.text, max: 500 },
    { type: 'radio', name: 'saidBy', label: t('form.saidBy'), options: sayers.map((value) => ({ value, label: t(`saidBy.${value}`) })), value: now?.saidBy },
    { type: 'date', name: 'saidOn', label: t('form.saidOn'), value: now?.saidOn ?? today },
    { type: 'area', name: 'needs', label: t('form.needs'), help: t('form.needsHelp'), value: now?.needs ?? undefined, max: 1000, optional: true },
    { type: 'date', name: 'dueOn', label: t('form.dueOn'), value: now?.dueOn ?? null, optional: true },
  ]
}

/** Another wording, setting it aside, and everything it has been. */
export function GoalMore({ goal, place: { personId, today, mayManage } }: { goal: Goal; place: PlanPlace }) {
  const t = useTranslations('plans')
  const hidden = { personId, goalId: goal.id, version: String(goal.now.number) }
  return (
    <div className="mt-3 space-y-5 border-s-3 border-line ps-4">
      {mayManage && goal.now.state === 'open' && (
        <div className="no-print grid gap-6 md:grid-cols-2">
          <section><h3 className="mb-2 text-base">{t('reword.title')}</h3><PlanForm action={rewordGoal} scope={`reword-${goal.id}`} hidden={hidden} fields={goalFields(t, today, goal.now)} submit={t('reword.submit')} /></section>
          <section><h3 className="mb-2 text-base">{t('aside.title')}</h3><PlanForm action={setGoalAside} scope={`aside-${goal.id}`} hidden={hidden} variant="secondary" fields={[{ type: 'area', name: 'reason', label: t('aside.reason'), help: t('aside.reasonHelp'), max: 500 }]} submit={t('aside.submit')} /></section>
        </div>
      )}
      <GoalHistory goal={goal} />
    </div>
  )
}

/** Every wording it has had, with who wrote it and when. */
function GoalHistory({ goal }: { goal: Goal }) {
  const [t, locale] = [useTranslations('plans'), useLocale()]
  return (
    <section>
      <h3 className="text-base">{t('history.title')}</h3>
      <ol className="mt-1 space-y-1 text-sm">
        {changesOf(goal.steps).map((change, at) => (
          <li key={at}>
            {formatMoment(change.at, locale, 'short')}: {t(`history.${change.what}`, { by: change.by })}
            {['text', 'needs', 'due'].includes(change.what) && <> {change.before === null ? t('history.nothing') : <>{t('history.before')} <q>{isDay(change.before) ? formatDay(change.before, locale) : change.before}</q></>}</>}
            {change.what === 'aside' && change.reason && <span className="text-muted"> ({change.reason})</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/ui/back-link'
import { PrintButton } from '@/components/ui/print-button'
import type { PersonFrameProps } from '@/components/people/person-frame'
import { planHref, weekHref } from '@/lib/casework/plans/places'
import type { Plan } from '@/lib/casework/plans/queries'
import { type Agreement, type GoalTree, treeOf } from '@/lib/casework/plans/rules'
import { weeksOf } from '@/lib/casework/plans/week/rules'
import { nameInOrder } from '@/lib/people/names/rules'
import { formatDay } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { Doer } from './agreement-item'
import { GoalWords } from './goal-words'
import { WeekGrid } from './week-grid'

type Props = { bar: PersonFrameProps['bar']; today: PersonFrameProps['today']; plan: Plan; only: 'all' | 'week' }

/** The plan as a sheet for the citizen: what was said, what was agreed and the week. Nothing about why something was moved, and nobody's notes. */
export function PlanPrint({ bar, today, plan, only }: Props) {
  const [t, locale] = [useTranslations('plans'), useLocale()]
  const name = nameInOrder({ given: bar.firstName, family: bar.lastName })
  const { running, over, loose } = treeOf(plan.goals, plan.agreements)
  const reached = over.filter(({ now }) => now.state === 'reached')
  const open = loose.filter(({ now }) => now.state === 'open')
  const { now, coming } = weeksOf(plan.schedules, today)
  const week = now ?? coming[0] ?? null
  const Title = only === 'week' ? 'h1' : 'h2'
  const about = [t('print.made', { day: formatDay(today, locale) }), bar.responsible.length > 0 && t('print.contact', { names: bar.responsible.map((user) => user.name).join(', ') })].filter(Boolean).join(' · ')
  return (
    <div className="space-y-6">
      <div className="no-print space-y-2">
        <BackLink href={only === 'week' ? weekHref(bar.id) : planHref(bar.id)}>{t('print.back')}</BackLink>
        <div className="flex flex-wrap items-center gap-3"><PrintButton>{t('print.print')}</PrintButton><p className="text-muted">{t('print.lead')}</p></div>
      </div>
      {only === 'all' && (
        <article className="space-y-5">
          <header><h1>{t('print.title', { name })}</h1><p className="text-muted">{about}</p></header>
          {running.length === 0 && <p>{t('print.noGoals')}</p>}
          {running.map((goal) => <PrintedGoal key={goal.id} goal={goal} />)}
          {open.length > 0 && <section><h2>{t('loose')}</h2><Agreements agreements={open} /></section>}
          {reached.length > 0 && <section><h2>{t('print.reached')}</h2><ul className="list-disc ps-5">{reached.map(({ id, now: { text, at } }) => <li key={id}>{text} <span className="text-muted">({formatDay(dayOf(at), locale)})</span></li>)}</ul></section>}
        </article>
      )}
      {week && (
        <article className="week-sheet space-y-3">
          <header><Title>{t('print.week', { name })}</Title><p className="text-muted">{t(week.until ? 'week.fromTo' : 'week.since', { from: formatDay(week.from, locale), to: week.until ? formatDay(week.until, locale) : '' })} {about}</p></header>
          <WeekGrid slots={week.slots} heading={only === 'week' ? 'h2' : 'h3'} />
        </article>
      )}
      {!week && only === 'week' && <p>{t('week.none')}</p>}
    </div>
  )
}

function PrintedGoal({ goal }: { goal: GoalTree }) {
  const [t, locale] = [useTranslations('plans'), useLocale()]
  const open = goal.agreements.filter(({ now }) => now.state === 'open')
  return (
    <section className="break-inside-avoid space-y-2">
      <GoalWords goal={goal} />
      {goal.now.needs && <p className="max-w-text whitespace-pre-line ps-4"><strong>{t('goal.needs')}</strong> {goal.now.needs}</p>}
      {goal.now.dueOn && <p className="ps-4">{t('goal.due', { day: formatDay(goal.now.dueOn, locale) })}</p>}
      {goal.parts.length > 0 && <ul className="list-none space-y-1 ps-4">{goal.parts.filter(({ now }) => now.state !== 'aside').map(({ id, now }) => <li key={id}><span aria-hidden>{now.state === 'reached' ? '☑' : '☐'}</span> {now.text}{now.state === 'reached' && <span className="text-muted"> ({t('state.reached')})</span>}</li>)}</ul>}
      {open.length > 0 && <div className="ps-4"><Agreements agreements={open} /></div>}
    </section>
  )
}

function Agreements({ agreements }: { agreements: Agreement[] }) {
  const [t, locale] = [useTranslations('plans'), useLocale()]
  return (
    <table className="w-full border-collapse text-start">
      <thead><tr>{(['what', 'who', 'when'] as const).map((key) => <th key={key} scope="col" className="border-b border-line py-1 pe-3 text-start text-sm">{t(`print.${key}`)}</th>)}</tr></thead>
      <tbody>{agreements.map((one) => <tr key={one.id} className="align-top"><td className="w-3/5 py-1 pe-3">{one.text}</td><td className="py-1 pe-3"><Doer agreement={one} /></td><td className="py-1">{formatDay(one.now.dueOn, locale)}</td></tr>)}</tbody>
    </table>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { addToWeek, beginWeek, endWeek, takeOutOfWeek } from '@/lib/casework/plans/week/actions'
import { nextMonday, overlaps, type Schedule, type Validity, weekdays, weeksOf } from '@/lib/casework/plans/week/rules'
import { planHref } from '@/lib/casework/plans/places'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { PlanForm } from './plan-form'
import { WeekGrid } from './week-grid'

type Props = PersonFrameProps & { schedules: Schedule[]; mayManage: boolean }
type Week = Schedule & Validity

/** The week that holds today, those to come, and those that were. */
export function WeekPage({ schedules, mayManage, ...frame }: Props) {
  const t = useTranslations('plans.week')
  const manage = mayManage && !frame.bar.glass
  const personId = frame.bar.id
  const { now, coming, past } = weeksOf(schedules, frame.today)
  return (
    <PersonFrame {...frame} tab="plan">
      <BackLink href={planHref(personId)}>{t('back')}</BackLink>
      <div className="space-y-6">
        <div className="flex flex-wrap items-center justify-between gap-2"><h2>{t('title')}</h2>{now && <LinkButton href={`${planHref(personId)}/print?only=week`} size="small" icon="print" className="no-print">{t('print')}</LinkButton>}</div>
        {now ? <OneWeek week={now} personId={personId} mayManage={manage} /> : <EmptyState title={t('none')} icon="calendar">{t('noneLead')}</EmptyState>}
        {coming.map((week) => <OneWeek key={week.id} week={week} personId={personId} mayManage={manage} />)}
        {manage && <NewWeek personId={personId} frame={frame} former={now ?? coming[0] ?? past[0] ?? null} open={!now && coming.length === 0} />}
        {past.length > 0 && <Explain summary={t('past', { count: past.length })}><div className="space-y-6">{past.map((week) => <OneWeek key={week.id} week={week} personId={personId} mayManage={false} />)}</div></Explain>}
      </div>
    </PersonFrame>
  )
}

/** One week with its days, what is to be added, and what was taken out. */
function OneWeek({ week, personId, mayManage }: { week: Week; personId: string; mayManage: boolean }) {
  const [t, locale] = [useTranslations('plans.week'), useLocale()]
  const twice = overlaps(week.slots)
  const removed = week.slots.filter((slot) => slot.removed !== null)
  return (
    <section aria-labelledby={`week-${week.id}`} className="space-y-3">
      <h3 id={`week-${week.id}`}>{t(week.until ? 'fromTo' : 'since', { from: formatDay(week.from, locale), to: week.until ? formatDay(week.until, locale) : '' })}</h3>
      {twice.length > 0 && <p className="max-w-text text-sm text-warning-ink">{t('twice', { what: twice.map((slot) => `${t(`day.${slot.weekday}`)} ${slot.starts}`).join(', ') })}</p>}
      <WeekGrid slots={week.slots} beside={mayManage ? (slot) => <div className="no-print mt-1"><ActionButton action={takeOutOfWeek} values={{ personId, planSlotId: slot.id }} size="small" variant="quiet">{t('remove')}<span className="sr-only"> {slot.activity}</span></ActionButton></div> : undefined} />
      {mayManage && (
        <details className="explain no-print" open={week.slots.length === 0}>
          <summary>{t('add')}</summary>
          <div className="mt-3 max-w-2xl"><PlanForm key={week.slots.length} action={addToWeek} scope={`add-${week.id}`} hidden={{ personId, scheduleId: week.id }} fields={slotFields(t)} submit={t('addSubmit')} /></div>
        </details>
      )}
      {(removed.length > 0 || mayManage) && (
        <Explain summary={t('more')}>
          <p className="text-sm">{t('by', { name: week.by, when: formatMoment(week.at, locale, 'short') })}</p>
          <ul className="text-sm">{removed.map((slot) => <li key={slot.id}>{t(`day.${slot.weekday}`)} {slot.starts} {slot.activity}: {t('removedBy', { name: slot.removed?.by ?? '', when: slot.removed ? formatMoment(slot.removed.at, locale, 'short') : '' })}</li>)}</ul>
          {mayManage && <div className="no-print mt-2"><ActionButton action={endWeek} values={{ personId, scheduleId: week.id }} size="small" variant="danger">{t('end')}</ActionButton></div>}
        </Explain>
      )}
    </section>
  )
}

function slotFields(t: (key: string) => string): FieldSpec[] {
  return [
    { type: 'ticks', name: 'days', label: t('form.days'), options: weekdays.map((day) => ({ value: String(day), label: t(`day.${day}`) })), values: [] },
    { type: 'row', name: 'time', fields: [{ type: 'text', name: 'starts', label: t('form.starts'), help: t('form.timeHelp'), width: 'tiny' }, { type: 'text', name: 'ends', label: t('form.ends'), help: t('form.timeHelp'), width: 'tiny', optional: true }] },
    { type: 'text', name: 'activity', label: t('form.activity'), help: t('form.activityHelp') },
    { type: 'text', name: 'place', label: t('form.place'), optional: true },
    { type: 'text', name: 'company', label: t('form.company'), help: t('form.companyHelp'), optional: true },
  ]
}

/** From a day on: empty, or with what stands in the former one. */
function NewWeek({ personId, frame, former, open }: { personId: string; frame: PersonFrameProps; former: Week | null; open: boolean }) {
  const [t, locale] = [useTranslations('plans.week'), useLocale()]
  const fields: FieldSpec[] = [
    { type: 'date', name: 'fromDay', label: t('form.from'), value: former ? nextMonday(frame.today) : frame.today },
    { type: 'date', name: 'toDay', label: t('form.to'), help: t('form.toHelp'), value: null, optional: true },
    ...(former ? [{ type: 'radio' as const, name: 'copy', label: t('form.copy'), options: [{ value: former.id, label: t('form.copyFormer', { day: formatDay(former.from, locale), count: former.slots.filter(({ removed }) => removed === null).length }) }, { value: '', label: t('form.copyNone') }], value: former.id }] : []),
  ]
  return <section className="card no-print max-w-3xl"><details className="card-body" open={open}><summary className="cursor-pointer font-semibold">{t('new')}</summary><div className="mt-3"><p className="mb-3 max-w-text text-muted">{t('newLead')}</p><PlanForm key={former?.id ?? 'first'} action={beginWeek} scope="week" hidden={{ personId }} fields={fields} submit={t('form.submit')} /></div></details></section>
}

import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { DateText } from '@/components/ui/date-text'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { agreementEnded, agreementKept, makeTaskOfAgreement, moveAgreement } from '@/lib/casework/plans/agreements/actions'
import { planHref } from '@/lib/casework/plans/places'
import { type Agreement, whatHappened } from '@/lib/casework/plans/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import type { PlanPlace } from './goal-card'
import { PlanForm } from './plan-form'

const tones = { kept: 'success', missed: 'warning', dropped: 'neutral' } as const
type Props = { agreement: Agreement; place: PlanPlace; /** The part of the goal it belongs to, in its words. */ part?: string | null }

/** Who does what by when, and what became of it. */
export function AgreementItem({ agreement, place, part }: Props) {
  const t = useTranslations('plans')
  const { now, task } = agreement
  return (
    <li id={`plan-${agreement.id}`} className="scroll-mt-40 border-b border-line py-2 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="max-w-text whitespace-pre-line">{agreement.text} {agreement.id === place.changed && <Tag tone="success">{t('changed')}</Tag>}</p>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span><Doer agreement={agreement} /></span>
            <span><DateText day={now.dueOn} /></span>
            {now.state === 'open' ? (now.dueOn < place.today ? <Tag tone="error">{t('passed')}</Tag> : now.dueOn === place.today && <Tag tone="warning">{t('today')}</Tag>) : <Tag tone={tones[now.state]}>{t(`agreement.${now.state}`)}</Tag>}
            {part && <span className="text-muted">{t('agreement.part', { part })}</span>}
            {task && <a href={`/people/${place.personId}/tasks?open=${task.id}#task-${task.id}`}>{t(`agreement.task.${task.state}`)}</a>}
          </p>
          {now.words && now.state !== 'open' && <p className="max-w-text text-sm">{now.words}</p>}
        </div>
        <Buttons agreement={agreement} place={place} />
      </div>
      {place.open === agreement.id && <AgreementMore agreement={agreement} place={place} />}
    </li>
  )
}

/** The citizen, the municipality, or who it is in words. */
export function Doer({ agreement: { who, whoWords } }: { agreement: Agreement }) {
  return useTranslations('plans')(`who.${who}`, { name: whoWords ?? '' })
}

function Buttons({ agreement, place }: Props) {
  const t = useTranslations('plans')
  const values = { personId: place.personId, agreementId: agreement.id }
  const open = agreement.now.state === 'open'
  return (
    <div className="no-print form-actions">
      {place.mayManage && open && <ActionButton action={agreementKept} values={{ ...values, version: String(agreement.now.number) }} size="small">{t('agreement.keep')}</ActionButton>}
      {place.mayManage && open && agreement.who === 'staff' && !agreement.task && <ActionButton action={makeTaskOfAgreement} values={values} size="small" variant="quiet">{t('agreement.makeTask')}</ActionButton>}
      {place.open !== agreement.id && <LinkButton href={planHref(place.personId, { open: agreement.id })} size="small" variant="quiet">{t('agreement.more')}</LinkButton>}
    </div>
  )
}

/** Another day, not kept or given up, and what has happened with it. */
function AgreementMore({ agreement, place: { personId, mayManage } }: Props) {
  const [t, locale] = [useTranslations('plans'), useLocale()]
  const hidden = { personId, agreementId: agreement.id, version: String(agreement.now.number) }
  const open = agreement.now.state === 'open'
  return (
    <div className="mt-3 space-y-4 border-s-3 border-line ps-4">
      {mayManage && (
        <div className="no-print grid gap-6 md:grid-cols-2">
          <section><h3 className="mb-2 text-base">{t(open ? 'move.title' : 'move.again')}</h3><PlanForm action={moveAgreement} scope={`move-${agreement.id}`} hidden={hidden} variant="secondary" fields={[{ type: 'date', name: 'byDay', label: t('move.day'), value: null }, { type: 'text', name: 'words', label: t('move.why'), optional: !open }]} submit={t('move.submit')} /></section>
          {open && <section><h3 className="mb-2 text-base">{t('end.title')}</h3><PlanForm action={agreementEnded} scope={`end-${agreement.id}`} hidden={hidden} variant="secondary" fields={[{ type: 'radio', name: 'end', label: t('end.what'), options: (['missed', 'dropped'] as const).map((value) => ({ value, label: t(`agreement.${value}`), help: t(`end.${value}Help`) })) }, { type: 'text', name: 'words', label: t('end.why') }]} submit={t('end.submit')} /></section>}
        </div>
      )}
      <section>
        <h3 className="text-base">{t('history.title')}</h3>
        <ol className="mt-1 space-y-1 text-sm">
          {agreement.steps.map((step, at) => <li key={step.number}>{formatMoment(step.at, locale, 'short')}: {t(`history.agreement.${whatHappened(step, agreement.steps[at + 1])}`, { by: step.by, day: formatDay(step.dueOn, locale) })}{step.words && <span className="text-muted"> ({step.words})</span>}</li>)}
        </ol>
      </section>
    </div>
  )
}

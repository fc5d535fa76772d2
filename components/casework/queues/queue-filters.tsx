import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { FilterChip } from '@/components/ui/filter-chip'
import { Select } from '@/components/ui/select'
import { caseKinds } from '@/lib/casework/cases/rules'
import { silentDays } from '@/lib/casework/queues/rules'
import { columns, columnsOf, phases, queueHref, type QueueState } from '@/lib/casework/queues/schema'

type Chip = { label: string; without: Partial<QueueState> }

/** Filters add to the queue, and the columns are chosen in the same form: the address holds all of it, and it works without scripts. */
export function QueueFilters({ state, unitDays, mayUnit }: { state: QueueState; /** As the reader's unit says. */ unitDays: number; mayUnit: boolean }) {
  const [t, kinds] = [useTranslations('casework.queues'), useTranslations('casework.cases.kind')]
  const chips: Chip[] = [
    ...(state.scope === 'unit' ? [{ label: t('filter.unit'), without: { scope: 'mine' as const } }] : []), ...(state.kind ? [{ label: kinds(state.kind), without: { kind: null } }] : []),
    ...(state.phase ? [{ label: t(`filter.phaseOf.${state.phase}`), without: { phase: null } }] : []), ...(state.days ? [{ label: t('filter.daysOf', { days: state.days }), without: { days: null } }] : []),
    ...(state.columns ? [{ label: t('filter.ownColumns'), without: { columns: null } }] : []),
  ]
  return (
    <div className="no-print">
      <details className="explain">
        <summary>{t('filter.title')}</summary>
        <form action="/caseload" className="mt-2 space-y-3">
          <input type="hidden" name="queue" value={state.queue} />
          {state.sort !== 'queue' && <input type="hidden" name="sort" value={state.sort} />}
          {state.direction !== 'asc' && <input type="hidden" name="dir" value={state.direction} />}
          <div className="flex flex-wrap gap-4">
            {mayUnit && <Select name="scope" label={t('filter.scope')} fit defaultValue={state.scope} options={(['mine', 'unit'] as const).map((value) => ({ value, label: t(`filter.${value}`) }))} />}
            <Select name="kind" label={t('filter.kind')} placeholder={t('filter.any')} fit defaultValue={state.kind ?? ''} options={caseKinds.map((value) => ({ value, label: kinds(value) }))} />
            <Select name="phase" label={t('filter.phase')} placeholder={t('filter.any')} fit defaultValue={state.phase ?? ''} options={phases.map((value) => ({ value, label: t(`filter.phaseOf.${value}`) }))} />
            <Select name="days" label={t('filter.days')} placeholder={t('filter.daysUnit', { days: unitDays })} fit defaultValue={state.days ? String(state.days) : ''} options={silentDays.map((value) => ({ value: String(value), label: t('filter.daysOf', { days: value }) }))} />
          </div>
          <CheckboxGroup name="col" label={t('filter.columns')} inline defaultValue={columnsOf(state)} options={columns.map((value) => ({ value, label: value === 'own' ? t(`ownColumn.${state.queue}`) : t(`column.${value}`) }))} />
          <Button type="submit" size="small">{t('show')}</Button>
        </form>
      </details>
      {chips.length > 0 && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {chips.map(({ label, without }) => <FilterChip key={label} label={label} removeHref={queueHref(state, without)} />)}
          <a href={queueHref(state, { scope: 'mine', kind: null, phase: null, days: null, columns: null })}>{t('filter.clear')}</a>
        </div>
      )}
    </div>
  )
}

import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FilterChip } from '@/components/ui/filter-chip'
import { Select } from '@/components/ui/select'
import type { DueList } from '@/lib/outreach/due/list/queries'
import { CHANNELS, defaultSort, listHref, type ListState, SERVICES } from '@/lib/outreach/due/list/schema'

/** Filters add to the queue. A plain form: the address holds the choice, and it works without scripts. */
export async function DueFilters({ state, list }: { state: ListState; list: DueList }) {
  const t = await getTranslations('outreach')
  const chips = await chipsOf(state, list)
  return (
    <div className="no-print">
      <details className="explain">
        <summary>{t('filter.title')}</summary>
        <form action="/outreach" className="mt-2 flex flex-wrap items-end gap-4">
          <input type="hidden" name="queue" value={state.queue} />
          {state.sort !== defaultSort(state.queue) && <input type="hidden" name="sort" value={state.sort} />}
          {state.direction !== 'asc' && <input type="hidden" name="dir" value={state.direction} />}
          <Select name="area" label={t('filter.area')} placeholder={t('filter.areaAny')} fit defaultValue={state.area ?? ''} options={list.areas.map((area) => ({ value: area.postcode, label: `${area.postcode} ${area.town}` }))} />
          <Select name="service" label={t('filter.service')} placeholder={t('filter.serviceAny')} fit defaultValue={state.service ?? ''} options={SERVICES.map((value) => ({ value, label: t(`service.${value}`) }))} />
          <Select name="channel" label={t('filter.channel')} placeholder={t('filter.channelAny')} fit defaultValue={state.channel ?? ''} options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))} />
          {list.staff.length > 0 && <Select name="responsible" label={t('filter.responsible')} placeholder={t('filter.responsibleAny')} fit defaultValue={state.responsible ?? ''} options={list.staff.map((user) => ({ value: user.id, label: user.name }))} />}
          <Checkbox name="vulnerable" value="1" label={t('filter.vulnerable')} defaultChecked={state.vulnerable} />
          <Button type="submit" size="small">{t('filter.apply')}</Button>
        </form>
      </details>
      {chips.length > 0 && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {chips.map((chip) => <FilterChip key={chip.label} label={chip.label} removeHref={listHref(state, chip.without)} />)}
          <Link href={listHref(state, { area: null, vulnerable: false, service: null, channel: null, responsible: null })} prefetch={false}>{t('due.clear')}</Link>
        </div>
      )}
    </div>
  )
}

async function chipsOf(state: ListState, list: DueList): Promise<{ label: string; without: Partial<ListState> }[]> {
  const t = await getTranslations('outreach')
  const chips: { label: string; without: Partial<ListState> }[] = []
  if (state.area) chips.push({ label: t('filter.areaChip', { area: state.area }), without: { area: null } })
  if (state.vulnerable) chips.push({ label: t('filter.vulnerable'), without: { vulnerable: false } })
  if (state.service) chips.push({ label: t(`service.${state.service}`), without: { service: null } })
  if (state.channel) chips.push({ label: t(`channel.${state.channel}`), without: { channel: null } })
  if (state.responsible) chips.push({ label: list.staff.find((user) => user.id === state.responsible)?.name ?? t('filter.responsible'), without: { responsible: null } })
  return chips
}

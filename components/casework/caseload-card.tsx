import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import type { CaseloadCase, CaseloadRow } from '@/lib/casework/caseload/queries'
import { asksOf, type CaseloadFilter, filters, narrowed, overLimits } from '@/lib/casework/caseload/rules'
import { nextLookBack } from '@/lib/casework/methods/rules'
import { wordsIn } from '@/lib/casework/methods/parts'
import type { Caseload } from '@/lib/casework/weights/sql'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { LoadLine } from './weights/load-warning'
import { NextText } from './clock-line'
import { PlaceText } from './methods/place-line'
import { NoShow } from './no-show'

/** The people one is responsible for: what comes next and by when, and how long since somebody spoke with them. */
export function CaseloadCard({ people: all, load, filter, today }: { people: CaseloadRow[]; load: Caseload | null; filter: CaseloadFilter; today: Day }) {
  const [t, locale] = [useTranslations('casework'), useLocale()]
  const { counts, rows: people } = narrowed(all, filter, today)
  const columns = [
    { key: 'name', header: t('caseload.name'), rowHeader: true, cell: ({ id, name }: CaseloadRow) => <a href={`/people/${id}/contacts`}>{name}</a> },
    { key: 'next', header: t('caseload.next'), cell: ({ id, next }: CaseloadRow) => <span className="flex flex-wrap items-center gap-x-3"><NextText next={next} today={today} />{next && next.on <= today && <NoShow personId={id} />}</span> },
    { key: 'cases', header: t('caseload.cases'), cell: ({ id, clock, cases }: CaseloadRow) => cases.length === 0 ? <span className="text-muted">{t('caseload.noCase')}</span> : cases.map((one, at) => <CaseLine key={at} href={`/people/${id}/cases`} one={one} asks={asksOf(one, clock.last, today)} today={today} />) },
    { key: 'last', header: t('caseload.last'), cell: ({ clock }: CaseloadRow) => (clock.last === null ? t('caseload.never') : t('caseload.days', { count: clock.days ?? 0, day: formatDay(clock.last, locale, 'short') })) },
    { key: 'tried', header: t('caseload.tried'), align: 'end' as const, cell: ({ clock }: CaseloadRow) => clock.tried },
    { key: 'since', header: t('caseload.since'), cell: ({ since }: CaseloadRow) => formatDay(since, locale, 'short') },
  ]
  return (
    <Card title={t('caseload.title', { count: all.length })}>
      {all.length === 0 ? <EmptyState title={t('caseload.none')} icon="person">{t('caseload.noneLead')}</EmptyState> : (
        <>
          <Tabs label={t('caseload.filter')} items={filters.map((key) => ({ href: key === 'all' ? '/' : `/?cases=${key}`, label: t(`caseload.show.${key}`, { count: counts[key] }), current: key === filter }))} />
          <LoadLine load={load} />
          {overLimits(all).map(({ method, open }) => <Alert key={method.methodId} tone="warning" compact>{t('caseload.overLimit', { open, limit: method.caseLimit ?? 0, name: wordsIn(method.name, locale) })}</Alert>)}
          <DataTable caption={t('caseload.title', { count: people.length })} rows={people} rowKey={({ id }) => id} columns={columns} empty={<EmptyState title={t('caseload.noneSuch')} icon="inbox" />} />
        </>
      )}
    </Card>
  )
}

/** How one case stands, and the day it asks for. */
function CaseLine({ href, one: { id, place }, asks: { standing, on }, today }: { href: string; one: CaseloadCase; asks: ReturnType<typeof asksOf>; today: Day }) {
  const [t, locale] = [useTranslations('casework.caseload'), useLocale()]
  const look = place && standing === 'open' ? nextLookBack(place) : null
  const text = standing === 'open' || standing === 'closed' ? t('openCase') : on === null ? t('aftercareLast') : t(standing, { day: formatDay(on, locale, 'short') })
  return <span className="block"><a href={href}>{text}</a> {on && on <= today && <Tag tone={on < today ? 'error' : 'warning'}>{t(on < today ? 'duePassed' : 'dueToday')}</Tag>}{place && <a className="block text-sm" href={`${href}/${id}/method`}>{place.at || place.finishedOn ? <PlaceText place={place} /> : wordsIn(place.method.name, locale)}</a>}{look && look <= today && <Tag tone="warning">{t('lookBack', { day: formatDay(look, locale, 'short') })}</Tag>}</span>
}

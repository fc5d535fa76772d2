import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { VolunteerNumbers } from '@/lib/volunteering/figures/queries'
import { cellOf, partsOf, share, shareOfKnown } from '@/lib/volunteering/figures/rules'
import { Number, Subject, usePartName } from './words'

/** Who the volunteers are: the young, those of other ethnic background by their own word, by area and over the years, and their hours. Who has not said counts as neither. */
export function PeopleFigures({ numbers: { cells, lists }, opens }: { numbers: VolunteerNumbers; opens: boolean }) {
  const [t, named, format] = [useTranslations('volunteerFigures'), usePartName(lists), useFormatter()]
  const kept = <span className="text-sm text-muted">{t('kept')}</span>
  const percent = (division: string, part: string) => {
    const { n, of } = cellOf(cells, division, part)
    return n === null ? kept : share(n, of) === null ? '–' : t('shareOf', { share: share(n, of) ?? 0, of: of ?? 0 })
  }
  const said = (division: 'age' | 'background', part: string) => {
    const found = shareOfKnown(cells, division, part)
    return found === null ? kept : found.of === 0 ? t('people.nobody') : t('people.said', { share: share(found.n, found.of) ?? 0, of: found.of, unknown: found.unknown })
  }
  const years = [...new Set(cells.filter(({ division }) => division === 'year').map(({ part }) => part))].sort().reverse()
  return (
    <>
      <Subject id="people" title={t('people.title')} how={t('people.how')}>
        <dl className="description-list">
          <div><dt>{t('people.active')}</dt><dd><Number division="active" part="all" n={cellOf(cells, 'active').n} opens={opens} label={t('people.active')} /></dd></div>
          <div><dt>{t('people.young')}</dt><dd>{said('age', 'young')}</dd></div>
          <div><dt>{t('people.background')}</dt><dd>{said('background', 'other')}</dd></div>
        </dl>
        <div className="mt-4"><DataTable caption={t('people.byArea')} showCaption rows={partsOf(cells, ['area'], lists.areas.map(({ code }) => code))} rowKey={(part) => part} empty={<p className="text-muted">{t('none')}</p>} compact columns={[
          { key: 'area', header: t('needOf.area'), rowHeader: true, cell: named },
          { key: 'n', header: t('people.active'), align: 'end', cell: (part) => <Number division="area" part={part} n={cellOf(cells, 'area', part).n} opens={opens} label={named(part)} /> },
          { key: 'young', header: t('people.young'), align: 'end', cell: (part) => (part === 'others' ? '–' : percent('area-young', part)) },
          { key: 'background', header: t('people.background'), align: 'end', cell: (part) => (part === 'others' ? '–' : percent('area-other', part)) },
        ]} /></div>
      </Subject>
      <Subject id="years" title={t('years.title')} how={t('years.how')}>
        <DataTable caption={t('years.title')} rows={years} rowKey={(year) => year} empty={<p className="text-muted">{t('none')}</p>} compact columns={[
          { key: 'year', header: t('years.year'), rowHeader: true, cell: (year) => year },
          { key: 'n', header: t('people.active'), align: 'end', cell: (year) => <Number division="year" part={year} n={cellOf(cells, 'year', year).n} opens={opens} label={year} /> },
          { key: 'young', header: t('people.young'), align: 'end', cell: (year) => percent('year-young', year) },
          { key: 'background', header: t('people.background'), align: 'end', cell: (year) => percent('year-other', year) },
          { key: 'hours', header: t('years.hours'), align: 'end', cell: (year) => { const { n, total } = cellOf(cells, 'hours', year); return n === null ? kept : format.number((total ?? 0) / 60, { maximumFractionDigits: 0 }) } },
        ]} />
      </Subject>
    </>
  )
}

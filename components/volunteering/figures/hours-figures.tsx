import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { VolunteerNumbers } from '@/lib/volunteering/figures/queries'
import { cellOf } from '@/lib/volunteering/figures/rules'
import { Number, Subject, usePartName } from './words'

/** Hours with citizens, the newest month first, and how much they tell of: without that a month in which nobody logged looks like one in which nobody met. */
export function HoursFigures({ numbers: { cells, lists }, opens }: { numbers: VolunteerNumbers; opens: boolean }) {
  const [t, named, format] = [useTranslations('volunteerFigures'), usePartName(lists), useFormatter()]
  const kept = <span className="text-sm text-muted">{t('kept')}</span>
  const months = [...new Set(cells.filter(({ division }) => ['met', 'logged', 'meeting-own'].includes(division)).map(({ part }) => part))].sort().reverse()
  const ofAll = (division: string, part: string) => {
    const { n, of } = cellOf(cells, division, part)
    return n === null ? kept : of === null ? '–' : t('together.ofAll', { n, of })
  }
  return (
    <Subject id="together" title={t('together.title')} how={t('together.how')}>
      <DataTable caption={t('together.title')} rows={months} rowKey={(month) => month} empty={<p className="text-muted">{t('none')}</p>} compact columns={[
        { key: 'month', header: t('together.month'), rowHeader: true, cell: named },
        { key: 'n', header: t('together.volunteers'), align: 'end', cell: (month) => <Number division="met" part={month} n={cellOf(cells, 'met', month).n} opens={opens} label={`${t('together.volunteers')}, ${named(month)}`} /> },
        { key: 'hours', header: t('together.hours'), align: 'end', cell: (month) => { const { n, total } = cellOf(cells, 'met', month); return n === null ? kept : format.number((total ?? 0) / 60, { maximumFractionDigits: 0 }) } },
        { key: 'meetings', header: t('together.meetings'), align: 'end', cell: (month) => ofAll('meeting-own', month) },
        { key: 'logged', header: t('together.logged'), align: 'end', cell: (month) => ofAll('logged', month) },
      ]} />
    </Subject>
  )
}

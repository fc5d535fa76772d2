import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import type { VolunteerNumbers } from '@/lib/volunteering/figures/queries'
import { cellOf, months, needs, partsOf, share } from '@/lib/volunteering/figures/rules'
import { HoursFigures } from './hours-figures'
import { PeopleFigures } from './people-figures'
import { Days, Number, Subject, usePartName } from './words'

/** Who waits and how long, what is needed and what there is, what lasts, who is asked, and who they are: with names behind it for the lead, and numbers alone for the manager. */
export function FiguresPage({ numbers, opens }: { numbers: VolunteerNumbers; opens: boolean }) {
  const t = useTranslations('volunteerFigures')
  const { cells } = numbers
  const [waits, begun] = [cellOf(cells, 'wait'), cellOf(cells, 'begun')]
  return (
    <>
      <PageHeading title={t('title')} lead={t(opens ? 'lead' : 'leadManager')} actions={<PrintButton>{t('print')}</PrintButton>} />
      <div className="space-y-6">
        <Subject id="waiting" title={t('waiting.title')} how={t(opens ? 'waiting.how' : 'waiting.howManager')}>
          <dl className="description-list">
            <div><dt>{t('waiting.now')}</dt><dd><Number division="wait" part="all" n={waits.n} opens={opens} label={t('waiting.now')} /></dd></div>
            <div><dt>{t('waiting.middle')}</dt><dd><Days days={waits.middle} /></dd></div>
            <div><dt>{t('waiting.most')}</dt><dd><Days days={waits.most} /></dd></div>
            <div><dt>{t('waiting.begun')}</dt><dd><Number division="begun" part="all" n={begun.n} opens={opens} label={t('waiting.begun')} /></dd></div>
            <div><dt>{t('waiting.begunMiddle')}</dt><dd><Days days={begun.middle} /></dd></div>
          </dl>
        </Subject>
        {needs.map((need) => <NeedTable key={need} need={need} numbers={numbers} opens={opens} />)}
        <Subject id="held" title={t('held.title')} how={t('held.how')}>
          <DataTable caption={t('held.title')} rows={months.map((part) => cellOf(cells, 'held', part))} rowKey={({ part }) => part} empty={null} compact columns={[
            { key: 'months', header: t('held.after'), rowHeader: true, cell: ({ part }) => t('held.months', { count: +part }) },
            { key: 'held', header: t('held.held'), align: 'end', cell: ({ part, n }) => <Number division="held" part={part} n={n} opens={opens} label={t('held.months', { count: +part })} /> },
            { key: 'of', header: t('held.of'), align: 'end', cell: ({ of }) => of ?? <span className="text-sm text-muted">{t('kept')}</span> },
            { key: 'share', header: t('share'), align: 'end', cell: ({ n, of }) => (share(n, of) === null ? '–' : `${share(n, of)} %`) },
          ]} />
        </Subject>
        <Subject id="asked" title={t('asked.title')} how={t('asked.how')}>
          <ul className="space-y-1">{(['never', 'often'] as const).map((part) => <li key={part}>{t(`asked.${part}`)}: <strong><Number division="asked" part={part} n={cellOf(cells, 'asked', part).n} opens={opens} label={t(`asked.${part}`)} /></strong></li>)}</ul>
        </Subject>
        <HoursFigures numbers={numbers} opens={opens} />
        <PeopleFigures numbers={numbers} opens={opens} />
      </div>
    </>
  )
}

/** What is waited for, beside who could: the longest waiting decides nothing here, the gap does. */
function NeedTable({ need, numbers: { cells, lists }, opens }: { need: (typeof needs)[number]; numbers: VolunteerNumbers; opens: boolean }) {
  const [t, named] = [useTranslations('volunteerFigures'), usePartName(lists)]
  const divisions = [`wait-${need}`, `free-${need}`] as const
  const order = need === 'role' ? lists.roles : need === 'area' ? lists.areas : []
  const cell = (division: string, part: string) => <Number division={division} part={part} n={cellOf(cells, division, part).n} opens={opens} label={named(part)} />
  return (
    <Subject id={need} title={t(`need.${need}`)} how={t(opens ? (need === 'role' ? 'need.how' : 'need.howTold') : 'need.howManager')}>
      <DataTable caption={t(`need.${need}`)} rows={partsOf(cells, divisions, order.map(({ code }) => code))} rowKey={(part) => part} empty={<p className="text-muted">{t('none')}</p>} compact columns={[
        { key: 'part', header: t(`needOf.${need}`), rowHeader: true, cell: named },
        { key: 'waits', header: t('need.waits'), align: 'end', cell: (part) => cell(divisions[0], part) },
        { key: 'middle', header: t('waiting.middle'), align: 'end', cell: (part) => <Days days={cellOf(cells, divisions[0], part).middle} /> },
        { key: 'most', header: t('waiting.most'), align: 'end', cell: (part) => <Days days={cellOf(cells, divisions[0], part).most} /> },
        { key: 'free', header: t('need.free'), align: 'end', cell: (part) => cell(divisions[1], part) },
      ]} />
    </Subject>
  )
}

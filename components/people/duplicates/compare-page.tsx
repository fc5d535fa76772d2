import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { notTheSame } from '@/lib/people/duplicates/actions'
import type { MergeRow, MergeSide } from '@/lib/people/duplicates/merge'
import type { Comparison } from '@/lib/people/duplicates/queries'
import { formatDay } from '@/lib/platform/dates'
import { HistoryValue } from '../history-value'
import { MergeForm } from './merge-form'

const sides = ['left', 'right'] as const
/** The history's field names, whose values are written the same way. */
const column = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Two records side by side. Only differences are chosen; the last column is what stands there afterwards. */
export function ComparePage({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('people')
  const differing = comparison.rows.filter((row) => row.differs)
  const same = comparison.rows.filter((row) => !row.differs && row.left)
  const head = (side: MergeSide) => t(side === 'left' ? 'duplicates.first' : 'duplicates.second')
  return (
    <>
      <PageHeading title={t('duplicates.compareTitle')} lead={<span className="inline-block first-letter:uppercase">{comparison.reasons.map((reason) => t(`reason.${reason}`)).join(', ')}</span>} above={<BackLink href="/people/duplicates">{t('duplicates.back')}</BackLink>}
        actions={<ActionButton action={notTheSame} values={{ pairId: comparison.pairId }}>{t('duplicates.notTheSame')}</ActionButton>} />
      <MergeForm hidden={{ pairId: comparison.pairId, leftVersion: String(comparison.sides.left.version), rightVersion: String(comparison.sides.right.version) }} texts={{ submit: t('duplicates.merge'), note: t('duplicates.undoNote') }}>
        <p className="max-w-text text-muted">{t('duplicates.compareLead')}</p>
        <div className="data-table">
          <table role="table">
            <caption className="sr-only">{t('duplicates.compareTitle')}</caption>
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{t('duplicates.field')}</th>{sides.map((side) => <th key={side} role="columnheader" scope="col">{head(side)}</th>)}<th role="columnheader" scope="col">{t('duplicates.result')}</th></tr></thead>
            <tbody role="rowgroup">{differing.map((row) => <CompareRow key={row.field} row={row} heads={{ left: head('left'), right: head('right') }} />)}
              <tr role="row"><th role="rowheader" scope="row">{t('duplicates.history')}</th>{sides.map((side) => <td key={side} role="cell" data-label={head(side)}>{t('duplicates.counts', comparison.sides[side].counts)}</td>)}<td role="cell" /></tr>
            </tbody>
          </table>
        </div>
        {same.length > 0 && <p className="text-muted">{t('duplicates.same', { fields: same.map((row) => t(`mergeField.${row.field}`)).join(', ') })}</p>}
      </MergeForm>
    </>
  )
}

function CompareRow({ row, heads }: { row: MergeRow; heads: Record<MergeSide, string> }) {
  const t = useTranslations('people')
  const locale = useLocale()
  const value = (side: MergeSide) => (row.field === 'address' && row[side]?.text === 'protected' ? t('duplicates.hiddenAddress') : <HistoryValue field={column(row.field)} value={row[side]?.text ?? null} />)
  const changed = (side: MergeSide) => row[side]?.changedOn && <span className="text-sm text-muted"> · {t('duplicates.changedOn', { date: formatDay(row[side].changedOn, locale, 'short') })}</span>
  return (
    <tr role="row" className="group">
      <th role="rowheader" scope="row">{t(`mergeField.${row.field}`)}</th>
      {sides.map((side) => (
        <td key={side} role="cell" data-label={heads[side]}>
          {row.choosable ? <label className="choice"><input type="radio" name={`choose.${row.field}`} value={side} defaultChecked={row.chosen === side} /><span><span className="sr-only">{t(`mergeField.${row.field}`)}: </span>{value(side)}{changed(side)}</span></label> : <span>{value(side)}{changed(side)}</span>}
        </td>
      ))}
      <td role="cell" data-label={t('duplicates.result')} className="font-semibold">
        {row.choosable ? <><span className="hidden group-has-[input[value=left]:checked]:inline">{value('left')}</span><span className="hidden group-has-[input[value=right]:checked]:inline">{value('right')}</span></> : <span>{value(row.chosen)}{row.left && row.right && <span className="text-sm font-normal text-muted"> · {t('duplicates.fixed')}</span>}</span>}
      </td>
    </tr>
  )
}

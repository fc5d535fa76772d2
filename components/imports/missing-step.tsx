import { getLocale, getTranslations } from 'next-intl/server'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import { markMovedAway } from '@/lib/people/register-import/decisions/actions'
import { type Batch, type MissingPerson, ROWS_PAGE } from '@/lib/people/register-import/queries'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { MovedForm } from './moved-form'

type Props = { batch: Batch; people: MissingPerson[]; total: number; page: number; today: Day }

/** People here who are not in a whole register. Nothing happens by itself: somebody looks, and says what is known. */
export async function MissingStep({ batch, people, total, page, today }: Props) {
  const t = await getTranslations('imports')
  const locale = await getLocale()
  const texts = { day: t('missing.day'), submit: t('missing.submit') }
  const columns: Column<MissingPerson>[] = [
    {
      key: 'name', header: t('row.name'), rowHeader: true,
      cell: (row) => <span><a href={`/people/${row.id}`}>{row.name}</a>{row.birthDate && <span className="block text-sm font-normal text-muted">{t('row.born', { date: formatDay(row.birthDate, locale, 'short') })}</span>}</span>,
    },
    { key: 'town', header: t('missing.town'), cell: (row) => row.town ?? '' },
    { key: 'certainty', header: t('missing.certainty'), cell: (row) => <Tag tone={row.certainty === 'gone' ? 'warning' : 'neutral'}>{t(`disappeared.${row.certainty}`)}</Tag> },
    { key: 'letter', header: t('missing.letter'), cell: (row) => <span><DateText day={row.lastLetterOn} look="short" />{row.returnedOn && <span className="block text-sm text-error-ink">{t('missing.returned', { date: formatDay(row.returnedOn, locale, 'short') })}</span>}</span> },
    {
      key: 'do', header: t('missing.known'),
      cell: (row) => row.diedOn ? t('missing.died', { date: formatDay(row.diedOn, locale, 'short') }) : row.movedAwayOn ? t('missing.moved', { date: formatDay(row.movedAwayOn, locale, 'short') })
        : <Explain summary={t('missing.open')}><MovedForm action={markMovedAway} batch={batch.id} person={row.id} today={today} texts={texts} /></Explain>,
    },
  ]
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="max-w-text"><h2>{t('missing.title', { gone: batch.missing, unsure: batch.unsure })}</h2><p className="text-muted">{t('missing.lead')}</p></div>
        <LinkButton href={`/imports/${batch.id}`}>{batch.state === 'PREVIEWED' ? t('confirm.back') : t('missing.toResult')}</LinkButton>
      </div>
      <DataTable caption={t('missing.title', { gone: batch.missing, unsure: batch.unsure })} columns={columns} rows={people} rowKey={(row) => row.id} empty={<EmptyState title={t('missing.none')} good />} />
      <Pagination page={page} pageSize={ROWS_PAGE} total={total} href={(to) => `/imports/${batch.id}?step=missing&page=${to}`} />
    </div>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/ui/action-button'
import { DataTable } from '@/components/ui/data-table'
import { claimCase } from '@/lib/casework/queues/actions'
import type { FreeCase } from '@/lib/casework/queues/queries'
import type { Caseload } from '@/lib/casework/weights/sql'
import { formatDay } from '@/lib/platform/dates'
import { LoadLine } from '../weights/load-warning'

/** Cases of the unit that nobody has, those that have waited longest first: no more of the person than the name, until somebody takes it. */
export function FreeCases({ cases, load, empty }: { cases: FreeCase[]; /** How many cases the reader has. */ load: Caseload | null; empty: ReactNode }) {
  const [t, kinds, locale] = [useTranslations('casework.queues'), useTranslations('casework.cases.kind'), useLocale()]
  return (
    <>
      <LoadLine load={load} />
      <DataTable caption={t('queue.unclaimed')} rows={cases} rowKey={({ id }) => id} empty={empty} columns={[
        { key: 'name', header: t('column.name'), rowHeader: true, cell: ({ name }) => name },
        { key: 'case', header: t('column.case'), cell: ({ kind, about }) => <>{kinds(kind)}{about && `: ${about}`}</> },
        { key: 'opened', header: t('column.opened'), nowrap: true, cell: ({ openedOn }) => formatDay(openedOn, locale, 'short') },
        { key: 'since', header: t('ownColumn.unclaimed'), nowrap: true, cell: ({ since }) => formatDay(since, locale, 'short') },
        { key: 'claim', header: t('claim'), hideHeader: true, align: 'end', nowrap: true, cell: ({ id, name }) => <ActionButton action={claimCase} values={{ unclaimedId: id }} size="small">{t('claim')}<span className="sr-only"> {name}</span></ActionButton> },
      ]} />
    </>
  )
}

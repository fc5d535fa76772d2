import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { Handover } from '@/lib/casework/handover/queries'
import { against, caseloadWeight } from '@/lib/casework/weights/rules'
import type { Day } from '@/lib/platform/day'
import { AbsencesCard } from './absences-card'
import type { Caseload } from '@/lib/casework/weights/sql'

/** Who has how much, and the way to give it to others. */
export function HandoverPage({ found: { loads, absences }, today, me, mayGive }: { found: Handover; today: Day; me: string; mayGive: boolean }) {
  const [t, weigh, format] = [useTranslations('casework.handover'), useTranslations('casework.weights'), useFormatter()]
  const who = t(mayGive ? 'who' : 'whoOwn')
  const columns: Column<Caseload>[] = [
    { key: 'name', header: t('colleague'), rowHeader: true, cell: ({ name, active }) => <>{name} {!active && <Tag tone="error">{t('left')}</Tag>}</> },
    { key: 'open', header: t('open'), cell: (load) => { const over = against(load, load.limit); return <>{weigh(load.limit === null ? 'open' : 'openOf', { ...caseloadWeight(load), limit: load.limit ?? 0 })} {over !== null && over !== 'within' && <Tag tone="warning">{t('over', { limit: load.limit ?? 0 })}</Tag>}</> } },
    { key: 'weight', header: weigh('title'), align: 'end', cell: (load) => format.number(caseloadWeight(load).weight) },
    { key: 'held', header: t('held'), align: 'end', cell: ({ held }) => held },
    { key: 'aftercare', header: t('aftercare'), align: 'end', cell: ({ aftercare }) => aftercare },
    ...(mayGive ? [{ key: 'give', header: t('give'), cell: ({ userId, name }: Caseload) => <span className="flex flex-wrap gap-x-4 gap-y-1"><a className="py-1" href={`/handover/${userId}`}>{t('giveOf', { name })}</a><a className="py-1" href={`/handover/absence?user=${userId}`}>{t('absenceOf', { name })}</a></span> }] : []),
  ]
  return (
    <>
      <PageHeading title={t('page')} lead={t('pageLead')} />
      <div className="space-y-5">
      <AbsencesCard absences={absences} today={today} me={me} mayGive={mayGive} />
      <Card title={who}><DataTable caption={who} rows={loads} rowKey={({ userId }) => userId} columns={columns} empty={<EmptyState title={t('noUnit')} icon="person">{t('noUnitLead')}</EmptyState>} /></Card>
      </div>
    </>
  )
}

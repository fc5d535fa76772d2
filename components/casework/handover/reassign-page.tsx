import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { BulkBar } from '@/components/ui/bulk-bar'
import { Button } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Select } from '@/components/ui/select'
import { Tag } from '@/components/ui/tag'
import type { Reassigning } from '@/lib/casework/handover/reassign/queries'
import { dueSoon, type Reason } from '@/lib/casework/handover/reassign/rules'
import type { HeldCase } from '@/lib/casework/handover/reassign/sql'
import { caseloadWeight } from '@/lib/casework/weights/rules'
import { loadOf } from '@/lib/casework/weights/sql'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { ReassignDone } from './reassign-done'
import { WhatIf } from './what-if'

type Props = { found: Reassigning; stayed: { caseId: string; why: Reason }[]; moment?: string; undone?: number; today: Day }

/** The cases of one colleague: whom each is to go to, what would come of it, and only then the change. */
export function ReassignPage({ found, stayed, moment, undone, today }: Props) {
  const [t, kinds, weigh, locale] = [useTranslations('casework.handover'), useTranslations('casework.cases'), useTranslations('casework.weights'), useLocale()]
  const { user, cases, loads, receivers, proposed } = found
  const options = receivers.map(({ id, name, title }) => {
    const load = loadOf(loads, id)
    return { value: id, label: [title ? `${name}, ${title}` : name, weigh(load.limit === null ? 'open' : 'openOf', { ...caseloadWeight(load), limit: load.limit ?? 0 })].join(' · ') }
  })
  const columns: Column<HeldCase>[] = [
    { key: 'name', header: t('person'), rowHeader: true, cell: ({ personId, name }) => <a href={`/people/${personId}/cases`}>{name}</a> },
    { key: 'case', header: t('case'), cell: (one) => <div><span className="block">{kinds(`kind.${one.kind}`)} {one.standing === 'hold' && <Tag tone="warning">{kinds('standing.hold')}</Tag>} {one.protected && <Tag icon="lock">{t('protected')}</Tag>}</span>{one.about && <span className="text-sm text-muted">{one.about}</span>}</div> },
    { key: 'weight', header: weigh('title'), cell: ({ weight }) => weigh(`weight.${weight}`) },
    { key: 'due', header: t('due'), cell: ({ dues }) => <div>{dueSoon(dues, today).map((due) => <span key={due.what} className="block">{t(`dueOf.${due.what}`, { count: due.count, day: formatDay(due.on, locale, 'short') })} {due.on < today && <Tag tone="error">{t('late')}</Tag>}</span>)}</div> },
    { key: 'to', header: t('to'), cell: ({ caseId, name }) => <Select name={`to.${caseId}`} label={t('toOf', { name })} hideLabel options={options} placeholder={t('stays')} defaultValue={proposed.find((one) => one.caseId === caseId)?.userId} fit /> },
  ]
  return (
    <>
      <PageHeading title={t('title', { name: user.name })} lead={t('lead')} above={<BackLink href="/handover">{t('back')}</BackLink>} />
      {(moment || stayed.length > 0) && <ReassignDone found={found} stayed={stayed} moment={moment} undone={undone} />}
      {proposed.length > 0 && <WhatIf found={found} today={today} />}
      {cases.length === 0 ? <EmptyState title={t('none')} icon="inbox">{t('noneLead')}</EmptyState> : receivers.length === 0 ? <Alert tone="warning">{t('nobody')}</Alert> : (
        <form method="get" action={`/handover/${user.id}`}>
          <DataTable caption={t('caption', { name: user.name, count: cases.length })} rows={cases} rowKey={({ caseId }) => caseId} columns={columns} empty={null} select={{ name: 'pick', label: ({ name }) => t('pick', { name }) }} />
          <BulkBar name="pick">
            <Select name="all" label={t('all')} options={options} placeholder={t('choose')} fit />
          </BulkBar>
          {/* Outside the bar: somebody may choose for each case and tick none. */}
          <div className="form-actions mt-4"><Button type="submit" variant="primary">{t('see')}</Button></div>
        </form>
      )}
    </>
  )
}

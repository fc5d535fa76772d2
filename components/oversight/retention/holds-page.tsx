import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { endHold } from '@/lib/oversight/holds/actions'
import type { Hold } from '@/lib/oversight/holds/queries'
import type { Day } from '@/lib/platform/day'
import { StepForm } from '../subject/step-form'
import { whoTexts } from '../who-texts'
import { HoldForm } from './hold-form'

/** Whose records must not be erased, why, and when somebody looks at it again. */
export async function HoldsPage({ holds, today }: { holds: Hold[]; today: Day }) {
  const t = await getTranslations('oversight.hold')
  const columns: Column<Hold>[] = [
    { key: 'person', header: (await getTranslations('oversight.subject'))('page.person'), rowHeader: true, cell: (hold) => (hold.name ? <a href={`/people/${hold.person}`}>{hold.name}</a> : hold.person.slice(-8)) },
    { key: 'reason', header: t('reason'), cell: (hold) => <>{hold.reason}{hold.endReason && <span className="block text-muted">{t('ended')}: {hold.endReason}</span>}</> },
    { key: 'review', header: t('reviewHead'), cell: (hold) => <><DateText day={hold.reviewOn} look="short" /> {!hold.endedAt && hold.reviewOn <= today && <Tag tone="warning">{t('overdue')}</Tag>}</> },
    { key: 'by', header: t('by'), cell: (hold) => hold.createdBy },
    { key: 'end', header: t('end'), cell: (hold) => (hold.endedAt ? <Tag>{t('ended')}</Tag> : <Explain summary={t('end')}><StepForm action={endHold} scope={hold.id} values={{ holdId: hold.id }} submit={t('end')} variant="secondary" text={{ name: 'reason', label: t('endReason') }} /></Explain>) },
  ]
  return (
    <div className="space-y-6">
      <PageHeading above={<BackLink href="/protection">{(await getTranslations('oversight.protection'))('title')}</BackLink>} title={t('title')} lead={t('lead')} />
      <Card title={t('all')}><DataTable caption={t('all')} columns={columns} rows={holds} rowKey={(hold) => hold.id} empty={<EmptyState title={t('none')} good />} /></Card>
      <Card title={t('new')}><HoldForm who={await whoTexts()} texts={{ reason: t('reason'), reviewOn: t('reviewOn'), place: t('place') }} /></Card>
    </div>
  )
}

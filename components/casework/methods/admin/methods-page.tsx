import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { MomentText } from '@/components/ui/moment-text'
import { Tag } from '@/components/ui/tag'
import type { ListedMethod } from '@/lib/casework/methods/catalogue/queries'
import { stepKinds, wordsIn } from '@/lib/casework/methods/parts'

/** All methods: what they are made of, and whether a case may begin with them. `heading`: the rooms around, for whoever has more of them. */
export function MethodsPage({ methods, heading }: { methods: ListedMethod[]; heading: ReactNode }) {
  const [t, locale] = [useTranslations('casework.catalogue'), useLocale()]
  const madeOf = ({ newest: { steps, certificate, lookBackMonths } }: ListedMethod) => [
    ...stepKinds.flatMap((kind) => { const count = steps.filter((step) => step.kind === kind).length; return count > 0 ? [t(`count.${kind}`, { count })] : [] }),
    ...(certificate ? [t('withCertificate')] : []), ...(lookBackMonths ? [t('withLookBack', { count: lookBackMonths })] : []),
  ].join(' · ')
  const columns: Column<ListedMethod>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: ({ newest }) => wordsIn(newest.name, locale) },
    { key: 'parts', header: t('parts'), cell: madeOf },
    { key: 'source', header: t('source'), cell: ({ newest }) => newest.source },
    { key: 'version', header: t('version'), nowrap: true, cell: ({ newest, since }) => <>{newest.number} · <MomentText moment={since} look="short" /></> },
    { key: 'state', header: t('state'), cell: ({ retiredOn }) => <Tag tone={retiredOn ? 'neutral' : 'success'}>{t(retiredOn ? 'retired' : 'inUse')}</Tag> },
  ]
  return (
    <>
      {heading}
      <div className="form-actions mb-4"><LinkButton href="/admin/methods/new" icon="plus">{t('new')}</LinkButton></div>
      <DataTable caption={t('title')} columns={columns} rows={methods} rowKey={({ id }) => id} rowHref={({ id }) => `/admin/methods/${id}`} empty={<EmptyState title={t('none')} icon="inbox" />} />
    </>
  )
}

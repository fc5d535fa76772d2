import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { MomentText } from '@/components/ui/moment-text'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { Breach } from '@/lib/oversight/breaches/queries'
import { stateOf } from '@/lib/oversight/breaches/rules'
import { BreachClock } from './clock'

export const breachTones = { assess: 'warning', notify: 'error', tell: 'warning', close: 'info', closed: 'neutral' } as const

export async function BreachesPage({ breaches, now }: { breaches: Breach[]; now: Date }) {
  const t = await getTranslations('oversight.breach')
  const columns: Column<Breach>[] = [
    { key: 'title', header: t('name'), rowHeader: true, cell: (one) => one.title },
    { key: 'aware', header: t('line.aware'), cell: (one) => <MomentText moment={one.awareAt} look="short" /> },
    { key: 'clock', header: t('clock'), cell: (one) => <BreachClock breach={one} now={now} /> },
    { key: 'state', header: t('stateHead'), cell: (one) => { const state = stateOf(one); return <Tag tone={breachTones[state]}>{t(`state.${state}`)}</Tag> } },
  ]
  return (
    <>
      <PageHeading above={<BackLink href="/protection">{(await getTranslations('oversight.protection'))('title')}</BackLink>} title={t('title')} lead={t('lead')} actions={<LinkButton href="/protection/breaches/new" variant="primary">{t('new')}</LinkButton>} />
      <DataTable caption={t('title')} columns={columns} rows={breaches} rowKey={(one) => one.id} rowHref={(one) => `/protection/breaches/${one.id}`} empty={<EmptyState title={t('none')} good />} />
    </>
  )
}

import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import type { Explained, Seer } from '@/lib/oversight/explain/queries'
import { ExplainForm } from './explain-form'
import { PairSection } from './pair-section'
import { explainWords } from './words'

type Props = { found: Explained; person: string | null; back: { href: string; label: string } }

/** Who can see whom, and why. The citizen is nowhere named: whoever asked knows whom they asked about. */
export async function ExplainPage({ found, person, back }: Props) {
  const [t, find] = [await getTranslations('oversight.explain'), await getTranslations('oversight.find')]
  const { pair, seers, counts, user } = found
  const keys = ['cpr', 'cprHelp', 'or', 'name', 'born'] as const
  const texts = { ...(Object.fromEntries(keys.map((key) => [key, find(key)])) as Record<(typeof keys)[number], string>), user: t('user'), userHelp: t('userHelp'), nobody: t('nobody'), person: t('person'), personHelp: t('personHelp'), submit: t('submit') }
  const users = found.users.map(({ id, name, active }) => ({ value: id, label: active ? name : t('closedUser', { name }) }))
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} above={pair || seers || counts ? <BackLink href="/admin/access">{t('again')}</BackLink> : <BackLink href={back.href}>{back.label}</BackLink>} />
      {pair && user && <PairSection seen={pair} user={user.name} />}
      {seers && person && <SeersTable seers={seers} person={person} />}
      {counts && user && (
        <Card title={t('countsTitle', { user: user.name })}>
          <DescriptionList items={(['sees', 'responsible', 'protected', 'shielded', 'glass'] as const).map((key) => ({ key, label: t(`counts.${key}`), value: counts[key] }))} />
          {!counts.active && <p>{t('block.closed')}</p>}
        </Card>
      )}
      {!pair && !seers && !counts && <ExplainForm users={users} user={user?.id ?? null} texts={texts} />}
    </>
  )
}

async function SeersTable({ seers, person }: { seers: Seer[]; person: string }) {
  const [t, say] = [await getTranslations('oversight.explain'), await explainWords()]
  const columns: Column<Seer>[] = [
    { key: 'who', header: t('colleague'), rowHeader: true, cell: ({ name }) => name },
    { key: 'unit', header: t('unit'), cell: ({ unit }) => unit ?? '' },
    { key: 'why', header: t('why'), cell: ({ seen }) => <div>{say.why(seen)}{seen.reasonNeeded && <span className="block text-sm text-muted">{t('reasonNeeded')}</span>}</div> },
    { key: 'address', header: t('address'), cell: ({ seen }) => t(!seen.protected ? 'addressOpen' : seen.mayAddress ? 'addressCleared' : 'addressHidden') },
  ]
  return <DataTable caption={t('seers', { count: seers.length })} showCaption columns={columns} rows={seers} rowKey={({ id }) => id} rowHref={({ id }) => `/admin/access?user=${id}&person=${person}`} empty={<EmptyState title={t('noSeers')} />} />
}

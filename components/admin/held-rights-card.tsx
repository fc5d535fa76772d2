import { getTranslations } from 'next-intl/server'
import { rightNames } from '@/components/access/rights/right-name'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { takeRight, withdrawRight } from '@/lib/access/rights/actions'
import type { HeldRight, OpenProposal, UserDetail } from '@/lib/access/users/queries'
import { dayFromDb } from '@/lib/platform/day'

/** What the user holds, who stood behind it, and what waits for a second person. */
export async function HeldRightsCard({ user }: { user: UserDetail }) {
  const t = await getTranslations('rights')
  const name = await rightNames()
  const columns: Column<HeldRight>[] = [
    { key: 'right', header: t('right'), rowHeader: true, cell: (row) => name(row.right) },
    { key: 'from', header: t('since'), cell: (row) => <DateText day={dayFromDb(row.from)} look="short" /> },
    { key: 'to', header: t('until'), cell: (row) => (row.to ? <DateText day={row.to} look="short" /> : t('openEnded')) },
    { key: 'by', header: t('behind'), cell: (row) => (row.giver ? t('proposedAndGiven', { proposer: row.proposer ?? '?', giver: row.giver }) : user.federated ? t('fromProvider') : t('fromStart')) },
    { key: 'end', header: t('end'), hideHeader: true, align: 'end', cell: (row) => !user.self && !(user.federated && row.right.startsWith('role:'))
      && <ActionButton action={takeRight} values={{ userId: user.id, right: row.right }} size="small">{t('end')}</ActionButton> },
  ]
  const waiting: Column<OpenProposal>[] = [
    { key: 'right', header: t('right'), rowHeader: true, cell: (row) => name(row.right) },
    { key: 'reason', header: t('reason'), cell: (row) => row.reason },
    { key: 'to', header: t('until'), cell: (row) => (row.toDay ? <DateText day={row.toDay} look="short" /> : t('openEnded')) },
    { key: 'by', header: t('proposer'), cell: (row) => row.proposer },
    { key: 'end', header: t('withdraw'), hideHeader: true, align: 'end', cell: (row) => <ActionButton action={withdrawRight} values={{ proposalId: row.id }} size="small">{t('withdraw')}</ActionButton> },
  ]
  return (
    <Card title={t('held')}>
      <DataTable caption={t('held')} columns={columns} rows={user.held} rowKey={(row) => row.right} empty={<p className="text-muted">{t('holdsNothing')}</p>} />
      {user.proposals.length > 0 && (
        <div className="mt-5">
          <h3 className="mb-1">{t('waiting')}</h3>
          <p className="mb-2 text-muted">{user.approvers.length > 0 ? t('approvers', { names: user.approvers.join(', ') }) : t('noApprovers')}</p>
          <DataTable caption={t('waiting')} columns={waiting} rows={user.proposals} rowKey={(row) => row.id} empty={null} />
        </div>
      )}
    </Card>
  )
}

import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { MomentText } from '@/components/ui/moment-text'
import { Tag } from '@/components/ui/tag'
import { endOneSession, signOutEverywhere } from '@/lib/access/actions'
import type { OwnSession } from '@/lib/access/queries'

/** Where one is signed in, so that a strange one can be seen and ended. */
export async function SessionsCard({ sessions }: { sessions: OwnSession[] }) {
  const t = await getTranslations('access.account')
  const columns: Column<OwnSession>[] = [
    { key: 'device', header: t('device'), rowHeader: true, cell: (row) => (row.device === '?' ? t('unknownDevice') : row.device) },
    { key: 'from', header: t('signedInAt'), cell: (row) => <MomentText moment={row.createdAt} look="short" /> },
    { key: 'seen', header: t('lastSeen'), cell: (row) => <MomentText moment={row.lastSeenAt} look="short" /> },
    {
      key: 'end', header: t('end'), hideHeader: true, align: 'end',
      cell: (row) => (row.current ? <Tag tone="info">{t('thisOne')}</Tag> : <ActionButton action={endOneSession} values={{ sessionId: row.id }} size="small">{t('endOne', { device: row.device })}</ActionButton>),
    },
  ]
  const others = sessions.filter((session) => !session.current).length
  return (
    <Card title={t('sessions')} actions={others > 0 && <ActionButton action={signOutEverywhere}>{t('endOthers')}</ActionButton>}>
      <p className="mb-3 max-w-text text-muted">{t('sessionsLead')}</p>
      <DataTable caption={t('sessions')} columns={columns} rows={sessions} rowKey={(row) => row.id} empty={null} />
    </Card>
  )
}

import { getTranslations } from 'next-intl/server'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Missing } from '@/components/ui/date-text'
import { MomentText } from '@/components/ui/moment-text'
import { Tag } from '@/components/ui/tag'
import { LinkButton } from '@/components/ui/link-button'
import { NavTabs } from '@/components/ui/nav-tabs'
import { QUIET_DAYS } from '@/lib/access/accounts/rules'
import type { UserRow } from '@/lib/access/users/queries'
import { AdminHeading } from './admin-heading'

export async function UsersPage({ users, quietOnly }: { users: UserRow[]; quietOnly: boolean }) {
  const t = await getTranslations('admin.users')
  const role = await getTranslations('frame.roles')
  const a = await getTranslations('accounts')
  const quiet = users.filter((user) => user.quiet)
  const columns: Column<UserRow>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (user) => user.name },
    { key: 'email', header: t('email'), cell: (user) => user.email },
    { key: 'roles', header: t('roles'), cell: (user) => user.roles.map((one) => role(one)).join(', ') || <Missing text={role('none')} /> },
    { key: 'unit', header: t('unit'), cell: (user) => user.unit ?? <Missing text={t('noUnit')} /> },
    { key: 'state', header: t('state'), cell: (user) => <Tag tone={user.active ? 'success' : 'neutral'}>{user.active ? t('active') : t('closed')}</Tag> },
    { key: 'seen', header: t('lastSignIn'), cell: (user) => (user.invitedUntil && !user.hasPassword ? <Tag tone="info">{t('invited')}</Tag> : user.lastSignInAt ? <MomentText moment={user.lastSignInAt} look="short" /> : <Missing text={t('never')} />) },
  ]
  return (
    <>
      <AdminHeading current="users" actions={<LinkButton href="/admin/users/new" variant="primary">{a('newUser')}</LinkButton>} />
      <div className="mb-4">
        <NavTabs label={t('show')} items={[{ href: '/admin', label: t('all', { count: users.length }), current: !quietOnly }, { href: '/admin?show=quiet', label: t('quiet', { count: quiet.length, days: QUIET_DAYS }), current: quietOnly }]} />
      </div>
      {quietOnly && <p className="mb-3 max-w-text text-muted">{t('quietLead')}</p>}
      <DataTable caption={t('caption')} columns={columns} rows={quietOnly ? quiet : users} rowKey={(user) => user.id} rowHref={(user) => `/admin/users/${user.id}`} empty={<p className="text-muted">{t('noneQuiet')}</p>} />
    </>
  )
}

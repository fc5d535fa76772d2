import { getTranslations } from 'next-intl/server'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Missing } from '@/components/ui/date-text'
import { MomentText } from '@/components/ui/moment-text'
import { Tag } from '@/components/ui/tag'
import type { UserRow } from '@/lib/access/users/queries'
import { AdminHeading } from './admin-heading'

export async function UsersPage({ users }: { users: UserRow[] }) {
  const t = await getTranslations('admin.users')
  const role = await getTranslations('frame.roles')
  const columns: Column<UserRow>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (user) => user.name },
    { key: 'email', header: t('email'), cell: (user) => user.email },
    { key: 'roles', header: t('roles'), cell: (user) => user.roles.map((one) => role(one)).join(', ') || <Missing text={role('none')} /> },
    { key: 'unit', header: t('unit'), cell: (user) => user.unit ?? <Missing text={t('noUnit')} /> },
    { key: 'state', header: t('state'), cell: (user) => <Tag tone={user.active ? 'success' : 'neutral'}>{user.active ? t('active') : t('closed')}</Tag> },
    { key: 'seen', header: t('lastSignIn'), cell: (user) => (user.lastSignInAt ? <MomentText moment={user.lastSignInAt} look="short" /> : <Missing text={t('never')} />) },
  ]
  return (
    <>
      <AdminHeading current="users" />
      <DataTable caption={t('caption')} columns={columns} rows={users} rowKey={(user) => user.id} rowHref={(user) => `/admin/users/${user.id}`} empty={null} />
    </>
  )
}

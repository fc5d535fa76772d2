import { getTranslations } from 'next-intl/server'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Missing } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { MomentText } from '@/components/ui/moment-text'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { QUIET_DAYS } from '@/lib/access/accounts/rules'
import type { UserList } from '@/lib/access/users/list/queries'
import { standingOf, type UserState } from '@/lib/access/users/list/rules'
import { USERS_PAGE, type UsersView } from '@/lib/access/users/list/schema'
import type { ListedUser } from '@/lib/access/users/list/sql'
import { AdminHeading } from './admin-heading'
import { standingTones } from './standing-tones'
import { UserFilters } from './user-filters'

/** Where nobody is as it should be. */
const hoped: readonly UserState[] = ['expired', 'quiet', 'left']

/** Who can sign in, and what they may; found by words, role, unit and how the login stands. */
export async function UsersPage({ list: { rows, total, counts, units }, view }: { list: UserList; view: UsersView }) {
  const [t, role, a] = [await getTranslations('admin.users'), await getTranslations('frame.roles'), await getTranslations('accounts')]
  const { page, state, ...filter } = view
  const filtered = Object.entries(filter).filter(([, value]) => value) as [string, string][]
  const href = (more: { state?: UserState; page?: number }) => `/admin?${new URLSearchParams([...filtered, ['state', more.state ?? state], ...(more.page ? [['page', String(more.page)]] : [])])}`
  const columns: Column<ListedUser>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (user) => user.name },
    { key: 'title', header: a('jobTitle'), cell: (user) => user.title ?? <Missing text={t('noTitle')} /> },
    { key: 'email', header: t('email'), cell: (user) => user.email },
    { key: 'roles', header: t('roles'), cell: (user) => user.roles.map((one) => role(one)).join(', ') || <Missing text={role('none')} /> },
    { key: 'unit', header: t('unit'), cell: (user) => user.unit ?? <Missing text={t('noUnit')} /> },
    { key: 'state', header: t('state'), cell: (user) => <><Tag tone={standingTones[standingOf(user)]}>{t(`standing.${standingOf(user)}`)}</Tag>{!user.active && user.people + user.talks > 0 && <span className="block text-sm text-muted">{t('leaves', { people: user.people, talks: user.talks })}</span>}</> },
    { key: 'seen', header: t('lastSignIn'), cell: (user) => (user.lastSignInAt ? <MomentText moment={user.lastSignInAt} look="short" /> : <Missing text={t('never')} />) },
  ]
  return (
    <>
      <AdminHeading current="users" actions={<LinkButton href="/admin/users/new" variant="primary">{a('newUser')}</LinkButton>} />
      <div className="space-y-4">
        <Tabs label={t('show')} items={counts.map((one) => ({ label: t(`states.${one.state}`), href: href({ state: one.state }), current: one.state === state, count: one.count }))} />
        <UserFilters view={view} units={units} />
        {t.has(`stateLead.${state}`) && rows.length > 0 && <p className="max-w-text text-muted">{t(`stateLead.${state}`, { days: QUIET_DAYS })}</p>}
        <DataTable caption={t(`states.${state}`)} columns={columns} rows={rows} rowKey={(user) => user.id} rowHref={(user) => `/admin/users/${user.id}`}
          empty={<EmptyState title={t(`noneIn.${filtered.length > 0 ? 'found' : state}`, { days: QUIET_DAYS })} good={hoped.includes(state) && filtered.length === 0}>{filtered.length > 0 && t('noneFiltered')}</EmptyState>} />
        <Pagination page={page} pageSize={USERS_PAGE} total={total} href={(one) => href({ page: one })} />
      </div>
    </>
  )
}

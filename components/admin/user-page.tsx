import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { roles } from '@/lib/access/matrix'
import { setActive } from '@/lib/access/users/actions'
import type { UserDetail } from '@/lib/access/users/queries'
import { RightsForm } from './rights-form'

const clearances = ['PROTECTED_ADDRESS', 'SHIELDED'] as const

export async function UserPage({ user }: { user: UserDetail }) {
  const t = await getTranslations('admin.users')
  const role = await getTranslations('frame.roles')
  const clearance = await getTranslations('access.account.clearance')
  const texts = {
    unit: t('unit'), noUnit: t('noUnit'), roles: t('roles'), rolesHelp: user.federated ? t('rolesFromProvider') : t('rolesHelp'),
    clearances: t('clearances'), clearancesHelp: t('clearancesHelp'), save: t('save'),
  }
  const open = <ActionButton action={setActive} values={{ userId: user.id, active: String(!user.active) }}>{user.active ? t('close') : t('open')}</ActionButton>
  return (
    <>
      <PageHeading above={<BackLink href="/admin">{t('back')}</BackLink>} title={user.name} lead={[user.title, user.email].filter(Boolean).join(' · ')}
        tags={<Tag tone={user.active ? 'success' : 'neutral'}>{user.active ? t('active') : t('closed')}</Tag>} actions={!user.self && open} />
      {user.self ? (
        <Alert title={t('selfTitle')}>{t('self')}</Alert>
      ) : (
        <RightsForm key={user.version} user={user} texts={texts} units={user.units.map((unit) => ({ value: unit.id, label: unit.name }))}
          roles={roles.map((value) => ({ value, label: role(value) }))} clearances={clearances.map((value) => ({ value, label: clearance(value) }))} />
      )}
    </>
  )
}

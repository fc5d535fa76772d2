import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { InviteForm } from './invite-form'

export async function InvitePage({ units, mail }: { units: { id: string; name: string }[]; mail: boolean }) {
  const t = await getTranslations('accounts')
  const u = await getTranslations('admin.users')
  return (
    <div className="max-w-2xl space-y-5">
      <PageHeading above={<BackLink href="/admin">{u('back')}</BackLink>} title={t('newUser')} lead={t('newUserLead')} />
      {!mail && <Alert tone="warning" title={t('noMail')}>{t('noMailLead')}</Alert>}
      <InviteForm units={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        texts={{ name: u('name'), email: u('email'), emailHelp: t('emailHelp'), title: t('jobTitle'), unit: u('unit'), unitHelp: u('unitHelp'), noUnit: u('noUnit'), submit: t('invite') }} />
    </div>
  )
}

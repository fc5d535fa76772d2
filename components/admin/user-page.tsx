import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LanguagesCard } from '@/components/access/languages-card'
import { rightNames } from '@/components/access/rights/right-name'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { MomentText } from '@/components/ui/moment-text'
import { sendLink } from '@/lib/access/accounts/actions'
import { removeFactor } from '@/lib/access/second-factor/actions'
import { saveLanguages, setActive } from '@/lib/access/users/actions'
import { standingOf } from '@/lib/access/users/list/rules'
import type { UserDetail } from '@/lib/access/users/queries'
import { HeldRightsCard } from './held-rights-card'
import { ProposalForm } from './proposal-form'
import { standingTones } from './standing-tones'
import { UnitForm } from './unit-form'

export async function UserPage({ user, children }: { user: UserDetail; children: ReactNode }) {
  const t = await getTranslations('admin.users')
  const r = await getTranslations('rights')
  const a = await getTranslations('accounts')
  const f = await getTranslations('secondFactor')
  const l = await getTranslations('access.languages')
  const [name, standing] = [await rightNames(), standingOf(user)]
  const option = (right: UserDetail['proposable'][number]) => ({ value: right, label: name(right) })
  const groups = [
    { label: r('roles'), options: user.proposable.filter((right) => right.startsWith('role:')).map(option) },
    { label: r('clearances'), options: user.proposable.filter((right) => right.startsWith('clearance:')).map(option) },
  ].filter((group) => group.options.length > 0)
  const open = <ActionButton action={setActive} values={{ userId: user.id, active: String(!user.active) }}>{user.active ? t('close') : t('open')}</ActionButton>
  const link = user.active && !user.federated && <ActionButton action={sendLink} values={{ userId: user.id }}>{a('sendLink')}</ActionButton>
  return (
    <div className="max-w-4xl space-y-5">
      <PageHeading above={<BackLink href="/admin">{t('back')}</BackLink>} title={user.name} lead={[user.title, user.email].filter(Boolean).join(' · ')}
        tags={<Tag tone={standingTones[standing]}>{t(`standing.${standing}`)}</Tag>} actions={!user.self && <><LinkButton href={`/admin/access?user=${user.id}`} variant="quiet">{t('sees')}</LinkButton>{user.hasFactor && <ActionButton action={removeFactor} values={{ userId: user.id }}>{f('remove')}</ActionButton>}{link}{open}</>} />
      {user.leftBehind && (user.leftBehind.people > 0 || user.leftBehind.talks > 0) && <Alert tone="warning" title={a('leftTitle')}>{a('left', user.leftBehind)}</Alert>}
      {user.invitedUntil && <Alert title={a('waitingTitle')}>{a.rich('waiting', { until: () => <MomentText moment={user.invitedUntil!} look="short" /> })}</Alert>}
      {standing === 'expired' && <Alert tone="warning" title={a('expiredTitle')}>{a('expired')}</Alert>}
      {user.self && <Alert title={t('selfTitle')}>{t('self')}</Alert>}
      <HeldRightsCard user={user} />
      {!user.self && user.active && groups.length > 0 && (
        <Card title={r('propose')}>
          <p className="mb-3 max-w-text text-muted">{user.federated ? t('rolesFromProvider') : r('proposeLead')}</p>
          <ProposalForm key={user.proposals.length + user.held.length} userId={user.id} rights={groups}
            texts={{ right: r('right'), choose: r('choose'), reason: r('reason'), reasonHelp: r('reasonHelp'), until: r('until'), untilHelp: r('untilHelp'), propose: r('propose') }} />
        </Card>
      )}
      {!user.self && (
        <Card title={t('unit')}>
          <UnitForm key={user.version} user={user} units={user.units.map((unit) => ({ value: unit.id, label: unit.name }))}
            texts={{ unit: t('unit'), unitHelp: t('unitHelp'), noUnit: t('noUnit'), save: t('saveUnit') }} />
        </Card>
      )}
      <LanguagesCard action={saveLanguages} kept={user.languages} hidden={{ userId: user.id, version: String(user.version) }} lead={l('leadOther')} />
      {children}
    </div>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import type { Actor } from '@/lib/access/permissions'
import type { OwnSession } from '@/lib/access/queries'
import { LettersSwitch } from './letters-switch'
import { OwnPasswordForm } from './password/own-password-form'
import { SessionsCard } from './sessions-card'
import { SignOutForm } from './sign-out-form'

/** Who one is here, what one may do, in which language, and where one is signed in. */
export async function AccountPage({ actor, sessions, factor, children }: { children: ReactNode; actor: Actor; sessions: OwnSession[]; /** Null for users of the identity provider, which asks for its own. */ factor: { on: boolean; left: number; /** A volunteer may have none (ADR 0050). */ password: boolean } | null }) {
  const t = await getTranslations('access.account')
  const frame = await getTranslations('frame')
  const f = await getTranslations('secondFactor')
  const own = await getTranslations('accounts.own')
  const danish = (await getLocale()) === 'da'
  const items = [
    { key: 'name', label: t('name'), value: actor.name },
    { key: 'email', label: t('email'), value: actor.email },
    { key: 'roles', label: t('roles'), value: actor.roles.map((role) => frame(`roles.${role}`)).join(', ') || frame('roles.none') },
    { key: 'clearances', label: t('clearances'), value: actor.clearances.map((kind) => t(`clearance.${kind}`)).join(', ') || t('noClearances') },
  ]
  return (
    <div className="max-w-4xl space-y-5">
      <PageHeading title={t('title')} actions={<SignOutForm label={frame('signOut')} />} />
      <Card title={t('who')}>
        <DescriptionList items={items} />
        <p className="mt-3 text-muted">{t('whoChanges')}</p>
      </Card>
      {factor && (
        <Card title={f('card')} actions={!factor.on && <LinkButton href="/sign-in/setup?next=/account">{f('turnOn')}</LinkButton>}>
          <p className="max-w-text">{factor.on ? f('cardOn', { left: factor.left }) : f('cardOff')}</p>
        </Card>
      )}
      {factor?.password && <Card title={own('title')}><p className="mb-3 max-w-text text-muted">{own('lead')}</p><OwnPasswordForm email={actor.email} texts={{ email: own('email'), proof: own(factor.on ? 'proofCode' : 'proof'), proofHelp: own('proofHelp'), password: own('password'), help: own('help'), again: own('again'), submit: own('submit') }} /></Card>}
      <Card title={t('language')}>
        <ul className="flex gap-6">
          <li><a href="/language?to=da" lang="da" aria-current={danish || undefined}>Dansk</a></li>
          <li><a href="/language?to=en" lang="en" aria-current={!danish || undefined}>English</a></li>
        </ul>
      </Card>
      <Card title={t('keys')}><LettersSwitch label={t('letters')} /></Card>
      {children}
      <SessionsCard sessions={sessions} />
    </div>
  )
}

import { getTranslations } from 'next-intl/server'
import type { InvitedUser } from '@/lib/access/accounts/invited-user'
import { SignInByLinkForm } from '../links/link-forms'
import { PasswordForm } from './password-form'

/** Where a link leads: staff choose a password; a volunteer signs in, or chooses one. */
export async function WelcomePage({ token, user, passwords }: { token: string; user: InvitedUser; /** Off where everybody else signs in at the identity provider. */ passwords: boolean }) {
  const [t, link] = [await getTranslations('accounts.welcome'), await getTranslations('ownPage.link')]
  const choose = <PasswordForm token={token} email={user.email} texts={{ email: t('email'), password: t('password'), help: t('help'), again: t('again'), submit: t('submit') }} />
  if (!user.volunteer) return <><h1>{t('title')}</h1><p className="mb-6 mt-3 text-lg">{t('lead', { name: user.name })}</p>{choose}</>
  return (
    <>
      <h1>{link('welcome', { name: user.name })}</h1>
      <p className="mb-6 mt-3 text-lg">{link('welcomeLead')}</p>
      <SignInByLinkForm token={token} label={link('open')} />
      {passwords && <details className="mt-10"><summary>{link('orPassword')}</summary><p className="my-3 max-w-text">{link('orPasswordLead')}</p>{choose}</details>}
    </>
  )
}

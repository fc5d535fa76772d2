import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { demoLogins, demoPassword } from './demo-logins'
import { ProviderForm } from './provider-form'
import { SignInForm } from './sign-in-form'

type Props = { next?: string; error?: string; /** A password was just chosen. */ welcome: boolean; password: boolean; provider: boolean; demo: boolean }

export async function SignInPage({ next, error, welcome, password, provider, demo }: Props) {
  const t = await getTranslations('access.signIn')
  const [role, link] = [await getTranslations('frame.roles'), await getTranslations('ownPage.link')]
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-4 py-10">
      <header><h1>{t('title')}</h1><p className="mt-1 text-muted">{t('lead')}</p></header>
      {welcome && <Alert tone="success" title={t('welcome')} />}
      {error && <Alert tone="error" title={t('providerError')} />}
      {provider && <ProviderForm next={next} label={t('provider')} />}
      {password && <SignInForm next={next} texts={{ email: t('email'), password: t('password'), submit: t('submit'), forgot: t('forgot') }} />}
      <p><a href="/sign-in/link">{link('from')}</a></p>
      {demo && (
        <section className="rounded-md border border-line bg-sunken p-4">
          <h2 className="text-base">{t('demo')}</h2>
          <p className="mt-1 text-sm text-muted">{t('demoPassword')} <code>{demoPassword}</code></p>
          <ul className="mt-2 space-y-1 text-sm">
            {demoLogins.map((login) => <li key={login.email}><code>{login.email}</code> – {role(login.role)}</li>)}
          </ul>
        </section>
      )}
    </main>
  )
}

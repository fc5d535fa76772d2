import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PasswordForm } from '@/components/access/accounts/password-form'
import { invitedUser } from '@/lib/access/accounts/invited-user'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.welcome'))('title'), robots: { index: false } }
}

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const user = /^[A-Za-z0-9_-]{20,64}$/.test(token) ? await invitedUser(token) : null
  const t = await getTranslations('accounts.welcome')
  if (!user) return <><h1>{t('gone')}</h1><p className="mt-3 text-lg">{t('goneLead')}</p></>
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mb-6 mt-3 text-lg">{t('lead', { name: user.name })}</p>
      <PasswordForm token={token} email={user.email} texts={{ email: t('email'), password: t('password'), help: t('help'), again: t('again'), submit: t('submit') }} />
    </>
  )
}

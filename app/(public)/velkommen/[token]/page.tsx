import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { WelcomePage } from '@/components/access/accounts/welcome-page'
import { invitedUser } from '@/lib/access/accounts/invited-user'
import { env } from '@/lib/platform/env'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.welcome'))('title'), robots: { index: false } }
}

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const user = /^[A-Za-z0-9_-]{20,64}$/.test(token) ? await invitedUser(token) : null
  const t = await getTranslations('accounts.welcome')
  if (!user) return <><h1>{t('gone')}</h1><p className="mt-3 text-lg">{t('goneLead')}</p></>
  return <WelcomePage token={token} user={user} passwords={env().SIGN_IN !== 'oidc'} />
}

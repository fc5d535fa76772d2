import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ForgotForm } from '@/components/access/password/forgot-form'
import { Alert } from '@/components/ui/alert'
import { env } from '@/lib/platform/env'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.forgot'))('title'), robots: { index: false } }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  if (env().SIGN_IN === 'oidc') notFound()
  const [t, { sent }] = [await getTranslations('accounts.forgot'), await searchParams]
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-4 py-10">
      <header><h1>{t('title')}</h1>{sent === undefined && <p className="mt-1 text-muted">{t('lead')}</p>}</header>
      {sent === undefined ? <ForgotForm texts={{ email: t('email'), submit: t('submit'), back: t('back') }} /> : <><Alert title={t('sentTitle')}>{t('sent')}</Alert><p><a href="/sign-in">{t('back')}</a></p></>}
    </main>
  )
}

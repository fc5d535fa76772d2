import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AskForLinkForm } from '@/components/access/links/link-forms'
import { Alert } from '@/components/ui/alert'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPage.link'))('title'), robots: { index: false } }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const [t, { sent }] = [await getTranslations('ownPage.link'), await searchParams]
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-4 py-10">
      <header><h1>{t('title')}</h1>{sent === undefined && <p className="mt-1 text-muted">{t('lead')}</p>}</header>
      {sent === undefined ? <AskForLinkForm texts={{ email: t('email'), submit: t('submit'), back: t('back') }} /> : <><Alert title={t('sentTitle')}>{t('sent')}</Alert><p><a href="/sign-in">{t('back')}</a></p></>}
    </main>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CodeForm } from '@/components/outreach/replies/code-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reply'))('title') }
}

export default async function Page() {
  const t = await getTranslations('reply.enter')
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mb-6 mt-3 text-lg">{t('lead')}</p>
      <CodeForm texts={{ code: t('code'), help: t('help'), submit: t('submit') }} />
    </>
  )
}

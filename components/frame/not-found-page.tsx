import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'

/** The same words whether there is nothing here or the reader may not know of it. */
export async function NotFoundPage() {
  const t = await getTranslations('frame.notFound')
  return (
    <div className="max-w-2xl">
      <h1 className="mb-3">{t('title')}</h1>
      <EmptyState title={t('lead')} icon="search"><p>{t('body')}</p><p className="mt-2"><Link href="/" prefetch={false}>{t('home')}</Link></p></EmptyState>
    </div>
  )
}

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NeverForm } from '@/components/outreach/replies/never-form'
import { openReplyPage } from '@/lib/outreach/replies/reply-page'

type Props = { params: Promise<{ code: string }> }

export default async function Page({ params }: Props) {
  const { code } = await params
  const page = await openReplyPage(code)
  if (!page) redirect('/svar/lukket')
  const t = await getTranslations('reply.never')
  return (
    <div className="prose">
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('lead')}</p>
      <ul><li>{t('keep')}</li><li>{t('back')}</li><li>{t('reminder')}</li></ul>
      <NeverForm code={code} back={page.eventId ? `/svar/${code}/andet` : `/svar/${code}`} texts={{ yes: t('yes'), no: t('no') }} />
    </div>
  )
}

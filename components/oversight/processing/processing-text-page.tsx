import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import type { ProcessingText } from '@/lib/oversight/processing/queries'
import { ProcessingForm } from './processing-form'
import { TEXTS } from './processing-page'

export async function ProcessingTextPage({ text }: { text: ProcessingText }) {
  const t = await getTranslations('oversight.processing')
  return (
    <>
      <PageHeading above={<BackLink href="/protection/processing">{t('title')}</BackLink>} title={t.has(`area.${text.area}`) ? t(`area.${text.area}`) : text.area} />
      <ProcessingForm area={text.area} version={text.version} fields={TEXTS.map((name) => ({ name, label: t(name), value: text[name] }))} save={t('save')} />
    </>
  )
}

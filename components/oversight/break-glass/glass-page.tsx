import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { glassCodes, glassHours, USUAL_HOURS } from '@/lib/oversight/break-glass/rules'
import { whoTexts } from '../who-texts'
import { GlassForm } from './glass-form'

/** For the day somebody must be helped and nobody with the right is there. Says what happens afterwards before anything happens. */
export async function GlassPage() {
  const t = await getTranslations('oversight.glass')
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} above={<BackLink href="/people">{t('back')}</BackLink>} />
      <div className="mb-5 max-w-xl"><Alert tone="warning" title={t('after')}>{t('afterBody')}</Alert></div>
      <GlassForm who={await whoTexts()} usual={String(USUAL_HOURS)}
        codes={glassCodes.map((code) => ({ value: code, label: t(`code.${code}`) }))} hours={glassHours.map((count) => ({ value: String(count), label: t('hoursValue', { count }) }))}
        texts={{ code: t('why'), note: t('note'), noteHelp: t('noteHelp'), hours: t('hours'), submit: t('submit') }} />
    </>
  )
}

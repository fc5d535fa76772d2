import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { ASKED_BY, ASKED_HOW } from '@/lib/oversight/subject-export/rules'
import { whoTexts } from '../who-texts'
import { RequestForm } from './request-form'

export async function NewRequestPage() {
  const t = await getTranslations('oversight.subject')
  const own = ['who', 'askedBy', 'askedHow', 'identity', 'identityHelp', 'receivedOn', 'save'] as const
  const texts = Object.fromEntries(own.map((key) => [key, t(`page.${key}`)]))
  return (
    <>
      <PageHeading above={<BackLink href="/protection/requests">{t('page.title')}</BackLink>} title={t('page.new')} lead={t('page.newLead')} />
      <RequestForm who={await whoTexts()} texts={texts as Parameters<typeof RequestForm>[0]['texts']} askedBy={ASKED_BY.map((value) => ({ value, label: t(`askedBy.${value}`) }))} askedHow={ASKED_HOW.map((value) => ({ value, label: t(`askedHow.${value}`) }))} />
    </>
  )
}

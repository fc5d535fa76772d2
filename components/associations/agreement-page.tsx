import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { MomentText } from '@/components/ui/moment-text'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import { addSignedFile } from '@/lib/associations/signed/actions'
import type { OpenAgreement } from '@/lib/associations/signed/queries'
import { SIGNED_BYTES } from '@/lib/associations/signed/rules'
import { formatDay } from '@/lib/platform/dates'
import { AgreedContactsCard } from './agreed-contacts-card'
import { AgreementTexts } from './agreement-texts'

/** One agreement as it was written, for paper too, and the papers that were signed. */
export function AgreementPage({ found, mayManage }: { found: OpenAgreement; mayManage: boolean }) {
  const { association, agreement, files } = found
  const [t, locale] = [useTranslations('associations'), useLocale()]
  const here = `/associations/${association.id}/agreements/${agreement.id}`
  return (
    <>
      <PageHeading above={<BackLink href={`/associations/${association.id}`}>{t('backToOne')}</BackLink>} title={`${t('agreement')}: ${association.name}`} lead={t('period', { from: formatDay(agreement.fromDay, locale), to: formatDay(agreement.toDay, locale) })} actions={<PrintButton>{t('print')}</PrintButton>} />
      <div className="space-y-6">
        <Card title={t('agreed')}>
          <p className="mb-2 text-sm text-muted">{[agreement.reviewOn && t('reviewOn', { day: formatDay(agreement.reviewOn, locale) }), agreement.places !== null && t('places', { count: agreement.places }), agreement.by].filter(Boolean).join(' · ')}</p>
          <AgreementTexts one={agreement} />
        </Card>
        <AgreedContactsCard found={found} mayManage={mayManage} />
        <Card title={t('signed.title')}>
          {files.length === 0 && <p className="text-muted">{t('signed.none')}</p>}
          <ul className="space-y-2">{files.map((one) => (
            <li key={one.id}><a href={`${here}/signed/${one.id}`}>{t('signed.open', { kilobytes: Math.ceil(one.size / 1024) })}</a> <span className="text-sm text-muted"><MomentText moment={one.recordedAt} />{one.by && `, ${one.by}`}</span></li>
          ))}</ul>
          {mayManage && <div className="no-print mt-4"><FieldsForm action={addSignedFile} fields={[{ type: 'file', name: 'signed', label: t('signed.file'), help: t('signed.help', { megabytes: SIGNED_BYTES / 2 ** 20 }), accept: '.pdf,application/pdf' }]} hidden={{ associationId: association.id, partnershipId: agreement.id }} submit={t('signed.add')} /></div>}
        </Card>
      </div>
    </>
  )
}

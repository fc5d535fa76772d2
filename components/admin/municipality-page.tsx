import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import type { MunicipalityData } from '@/lib/portal/municipality/queries'
import { AdminHeading } from './admin-heading'
import { MunicipalityForm } from './municipality-form'

export async function MunicipalityPage({ data }: { data: MunicipalityData | null }) {
  const t = await getTranslations('admin.municipality')
  const texts = {
    name: t('name'), senderLabel: t('senderLabel'), senderHelp: t('senderHelp'), address: t('address'), addressHelp: t('addressHelp'), phone: t('phone'),
    email: t('email'), website: t('website'), accent: t('accent'), accentHelp: t('accentHelp'), save: t('save'),
  }
  return (
    <>
      <AdminHeading current="municipality" />
      {data ? <MunicipalityForm data={data} texts={texts} /> : <EmptyState title={t('missing')}>{t('missingAdvice')}</EmptyState>}
    </>
  )
}

import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { publicMunicipality } from '@/lib/portal/municipality'
import { unbroken } from '@/lib/platform/unbroken'

/** The one answer to every code that does not hold, whatever the reason. It must never say which. */
export async function NeutralPage() {
  const [t, municipality] = await Promise.all([getTranslations('reply.neutral'), publicMunicipality()])
  return (
    <div className="prose">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <ul><li>{t('reasons.typed')}</li><li>{t('reasons.over')}</li><li>{t('reasons.often')}</li></ul>
      {municipality && <p>{t('call', { name: municipality.name, phone: unbroken(municipality.phone) })}</p>}
      <LinkButton href="/svar">{t('again')}</LinkButton>
    </div>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import type { PublicMunicipality } from '@/lib/portal/municipality'
import { formatDay } from '@/lib/platform/dates'
import { toDay } from '@/lib/platform/day'
import { unbroken } from '@/lib/platform/unbroken'

/** Moved on at every review; the law asks for one at least once a year (bek. 904/2019). */
const REVIEWED = toDay('2026-11-21')

/** The parts the law names: status, what is not accessible, how it was assessed, whom to tell, and where to complain. */
export async function AccessibilityStatement({ municipality }: { municipality: PublicMunicipality | null }) {
  const [t, locale] = await Promise.all([getTranslations('portal.accessibility'), getLocale()])
  return (
    <div className="prose">
      <h1>{t('heading')}</h1>
      <p className="text-lg">{t('lead', { name: municipality?.name ?? 'Indgang' })}</p>
      <h2>{t('statusTitle')}</h2><p>{t('status')}</p>
      <h2>{t('knownTitle')}</h2><ul><li>{t('known1')}</li><li>{t('known2')}</li></ul>
      <h2>{t('howTitle')}</h2><p>{t('how')}</p>
      {municipality && <><h2>{t('contactTitle')}</h2><p>{t('contact', { phone: unbroken(municipality.phone), email: municipality.email })}</p></>}
      <h2>{t('enforceTitle')}</h2><p>{t('enforce')}</p>
      <p className="text-muted">{t('updated', { day: formatDay(REVIEWED, locale) })}</p>
    </div>
  )
}

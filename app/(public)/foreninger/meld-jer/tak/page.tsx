import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { publicMunicipality } from '@/lib/portal/municipality'
import { unbroken } from '@/lib/platform/unbroken'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('associations.signup.thanks'))('title') }
}

/** Says the same to everybody, also to whoever has sent nothing. */
export default async function Page() {
  const [t, municipality] = await Promise.all([getTranslations('associations.signup.thanks'), publicMunicipality()])
  return (
    <div className="prose">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      {municipality && <p>{t('call', { name: municipality.name, phone: unbroken(municipality.phone) })}</p>}
      <p><a href="/foreninger/meld-jer">{t('again')}</a></p>
    </div>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InterestView } from '@/components/volunteering/interest-view'
import { publicMunicipality } from '@/lib/portal/municipality'
import { interestPage } from '@/lib/volunteering/interest/interest-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('volunteering.interest'))('title'), robots: { index: true } }
}

export default async function Page() {
  const [page, municipality] = await Promise.all([interestPage(), publicMunicipality()])
  return <InterestView page={page} municipality={municipality} />
}

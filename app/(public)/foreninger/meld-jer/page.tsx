import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignupView } from '@/components/associations/signup-view'
import { signupPage } from '@/lib/associations/signup/signup-page'
import { publicMunicipality } from '@/lib/portal/municipality'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('associations.signup'))('title'), robots: { index: true } }
}

export default async function Page() {
  const [page, municipality] = await Promise.all([signupPage(), publicMunicipality()])
  return <SignupView page={page} municipality={municipality} />
}

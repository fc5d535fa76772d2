import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccessibilityStatement } from '@/components/portal/accessibility-statement'
import { publicMunicipality } from '@/lib/portal/municipality'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portal.accessibility'))('title'), robots: { index: true } }
}

export default async function Page() {
  return <AccessibilityStatement municipality={await publicMunicipality()} />
}

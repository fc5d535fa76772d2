import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnsweredView } from '@/components/volunteering/matches/answered-view'
import { publicMunicipality } from '@/lib/portal/municipality'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('matches'))('question.page') }
}

export default async function Page() {
  return <AnsweredView kind="shut" municipality={await publicMunicipality()} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewRequestPage } from '@/components/oversight/subject/new-request-page'
import { requireActor } from '@/lib/access/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('subject.page.new') }
}

export default async function Page() {
  await requireActor('subject.request')
  return <NewRequestPage />
}

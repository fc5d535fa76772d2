import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RequestsPage } from '@/components/oversight/subject/requests-page'
import { requireActor } from '@/lib/access/actor'
import { subjectRequests } from '@/lib/oversight/subject-export/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('subject.page.title') }
}

export default async function Page() {
  const actor = await requireActor('subject.request')
  return <RequestsPage requests={await subjectRequests(actor)} today={today()} />
}

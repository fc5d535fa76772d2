import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { RequestPage } from '@/components/oversight/subject/request-page'
import { requireActor } from '@/lib/access/actor'
import { subjectRequest } from '@/lib/oversight/subject-export/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('subject.page.title') }
}

export default async function Page({ params }: { params: Promise<{ request: string }> }) {
  const actor = await requireActor('subject.request')
  const found = await subjectRequest(actor, (await params).request)
  if (!found) notFound()
  return <RequestPage {...found} today={today()} />
}

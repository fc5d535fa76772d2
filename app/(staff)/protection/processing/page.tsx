import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProcessingPage } from '@/components/oversight/processing/processing-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { processingRecord } from '@/lib/oversight/processing/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('processing.title') }
}

export default async function Page() {
  const actor = await requireActor('processing.read')
  return <ProcessingPage record={await processingRecord(actor)} today={today()} edits={can(actor, 'processing.edit')} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ProcessingTextPage } from '@/components/oversight/processing/processing-text-page'
import { requireActor } from '@/lib/access/actor'
import { processingRecord } from '@/lib/oversight/processing/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('processing.title') }
}

export default async function Page({ params }: { params: Promise<{ area: string }> }) {
  const actor = await requireActor('processing.edit')
  const { area } = await params
  const found = (await processingRecord(actor)).areas.find((one) => one.area === area)
  if (!found?.text) notFound()
  return <ProcessingTextPage text={found.text} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { UnusualOnePage } from '@/components/oversight/unusual/unusual-one-page'
import { requireActor } from '@/lib/access/actor'
import { unusualOne } from '@/lib/oversight/unusual/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight.unusual'))('title') }
}

export default async function Page({ params }: { params: Promise<{ entry: string }> }) {
  const actor = await requireActor('audit.review')
  const found = await unusualOne(actor, (await params).entry)
  if (!found) notFound()
  return <UnusualOnePage found={found} />
}

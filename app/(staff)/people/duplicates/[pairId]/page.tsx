import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ComparePage } from '@/components/people/duplicates/compare-page'
import { requireActor } from '@/lib/access/actor'
import { comparison } from '@/lib/people/duplicates/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.duplicates'))('compareTitle') }
}

export default async function Page({ params }: { params: Promise<{ pairId: string }> }) {
  const actor = await requireActor('person.merge')
  const found = await comparison(actor, (await params).pairId)
  if (!found) notFound()
  return <ComparePage comparison={found} />
}

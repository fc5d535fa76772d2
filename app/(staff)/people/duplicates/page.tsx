import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DuplicatesPage } from '@/components/people/duplicates/duplicates-page'
import { requireActor } from '@/lib/access/actor'
import { duplicateList } from '@/lib/people/duplicates/queries'
import { duplicateView } from '@/lib/people/duplicates/schema'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.duplicates'))('title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor('person.merge')
  const view = duplicateView.parse(await searchParams)
  return <DuplicatesPage view={view} list={await duplicateList(actor, view)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PeoplePage } from '@/components/people/search/people-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { searchResult } from '@/lib/people/search/queries'
import { searchView } from '@/lib/people/search/schema'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.search'))('title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor('person.search')
  const view = searchView.parse(await searchParams)
  const result = await searchResult(actor, view)
  return <PeoplePage view={view} result={result} today={today()} mayCreate={can(actor, 'person.create')} mayMerge={can(actor, 'person.merge')} mayBreak={can(actor, 'break-glass.use')} />
}

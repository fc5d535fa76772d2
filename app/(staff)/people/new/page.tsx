import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { NewPersonPage } from '@/components/people/forms/new-person-page'
import { requireActor } from '@/lib/access/actor'
import { newPersonPage } from '@/lib/people/create/queries'
import { newPersonView } from '@/lib/people/create/schema'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.create'))('title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor('person.create')
  const view = newPersonView.parse(await searchParams)
  const page = view.s ? await newPersonPage(actor, view.s, view.check === '1') : null
  if (!page || !view.s) redirect('/people')
  return <NewPersonPage {...page} s={view.s} relativeOf={view.relativeOf ?? page.draft.relativeOf} checking={view.check === '1'} today={today()} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UnassignedPage } from '@/components/people/unassigned/unassigned-page'
import { requireActor } from '@/lib/access/actor'
import { assignableUsers, UNASSIGNED_PAGE, unassignedPeople } from '@/lib/people/responsible/queries'
import { unassignedView } from '@/lib/people/responsible/schema'
import { today } from '@/lib/platform/clock'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.unassigned'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('assignment.manage')
  const { show, page } = unassignedView.parse(await searchParams)
  const found = await unassignedPeople(actor, show, page, today())
  return <UnassignedPage {...found} show={show} page={page} pageSize={UNASSIGNED_PAGE} users={await assignableUsers(actor)} home={(await getTranslations('frame.places'))('home')} />
}

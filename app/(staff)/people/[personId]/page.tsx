import { OverviewPage } from '@/components/people/overview-page'
import { requireActor } from '@/lib/access/actor'
import { personOverview } from '@/lib/people/record/queries'
import { searchView } from '@/lib/people/search/schema'
import { alsoNextStep, frameOf, personTitle } from './person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('person.read')
  const { more, frame } = frameOf(actor, await personOverview(actor, (await params).personId, alsoNextStep))
  return <OverviewPage {...frame} {...more} searchId={searchView.parse(await searchParams).s} />
}

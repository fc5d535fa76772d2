import { NowCard } from '@/components/casework/now-card'
import { OverviewPage } from '@/components/people/overview-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personOverview } from '@/lib/people/record/queries'
import { searchView } from '@/lib/people/search/schema'
import { alsoNow, frameOf, mayAsk, personTitle } from './person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('person.read')
  const open = await personOverview(actor, (await params).personId, alsoNow)
  const { more, frame } = frameOf(actor, open && { bar: open.bar, content: open.content && { more: open.content.more, also: open.content.also[0] } })
  const now = open?.content?.also[1] ?? null
  const outreach = can(actor, 'outreach.read')
  return <OverviewPage {...frame} {...more} outreach={outreach} now={now && <NowCard personId={frame.bar.id} now={now} today={frame.today} mayRecord={can(actor, 'contact.record') && !frame.bar.glass} guide={mayAsk(actor, frame.bar)} main={!outreach} />} searchId={searchView.parse(await searchParams).s} />
}

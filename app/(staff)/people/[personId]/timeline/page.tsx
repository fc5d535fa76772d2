import { TimelinePage } from '@/components/people/timeline-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personTimeline, TIMELINE_PAGE } from '@/lib/people/timeline/queries'
import { OUTREACH_KINDS, TIMELINE_KINDS, timelineView } from '@/lib/people/timeline/schema'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('person.read')
  const view = timelineView.parse(await searchParams)
  const { more, frame } = frameOf(actor, await personTimeline(actor, (await params).personId, view, nextStep))
  const kinds = TIMELINE_KINDS.filter((kind) => can(actor, 'outreach.read') || !OUTREACH_KINDS.includes(kind))
  return <TimelinePage {...frame} {...view} kinds={kinds} timeline={more} pageSize={TIMELINE_PAGE} />
}

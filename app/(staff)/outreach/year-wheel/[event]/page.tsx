import { notFound } from 'next/navigation'
import { z } from 'zod'
import { EventView } from '@/components/outreach/events/event-view'
import { requireActor } from '@/lib/access/actor'
import { eventDetail, guestsOf } from '@/lib/outreach/events/queries'
import { now } from '@/lib/platform/clock'

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ all?: string }> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('event.manage')
  const id = z.uuid().safeParse((await params).event)
  const event = id.success ? await eventDetail(actor, id.data) : null
  if (!event) notFound()
  return <EventView event={event} guests={await guestsOf(actor, event.id)} all={(await searchParams).all === '1'} now={now()} />
}

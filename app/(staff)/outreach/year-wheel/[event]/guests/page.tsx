import { notFound } from 'next/navigation'
import { z } from 'zod'
import { GuestList } from '@/components/outreach/events/guest-list'
import { requireActor } from '@/lib/access/actor'
import { eventDetail, guestsOf } from '@/lib/outreach/events/queries'

type Props = { params: Promise<{ event: string }> }

/** The list for the door, to print. */
export default async function Page({ params }: Props) {
  const actor = await requireActor('event.manage')
  const id = z.uuid().safeParse((await params).event)
  const event = id.success ? await eventDetail(actor, id.data) : null
  if (!event) notFound()
  return <GuestList event={event} guests={await guestsOf(actor, event.id)} />
}

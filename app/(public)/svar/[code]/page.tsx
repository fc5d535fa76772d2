import { redirect } from 'next/navigation'
import { EventReply } from '@/components/outreach/events/event-reply'
import { ReplyView } from '@/components/outreach/replies/reply-view'
import { openEventPage } from '@/lib/outreach/events/event-page'
import { freeSlots, openReplyPage } from '@/lib/outreach/replies/reply-page'
import { now, today } from '@/lib/platform/clock'

type Props = { params: Promise<{ code: string }> }

export default async function Page({ params }: Props) {
  const { code } = await params
  const page = await openReplyPage(code)
  if (!page) redirect('/svar/lukket')
  const event = page.eventId ? await openEventPage(code) : null
  if (event) return <EventReply code={code} event={event} today={today()} now={now()} />
  return <ReplyView code={code} page={page} slots={await freeSlots(code)} today={today()} />
}

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { InvitationRunPage } from '@/components/outreach/runs/invitation-run-page'
import { requireActor } from '@/lib/access/actor'
import { eventDetail } from '@/lib/outreach/events/queries'
import { invitationGround } from '@/lib/outreach/runs/invitations/queries'
import { now, today } from '@/lib/platform/clock'

type Props = { params: Promise<{ event: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('runs.invitations'))('title') }
}

export default async function Page({ params }: Props) {
  const actor = await requireActor('outreach.plan')
  const id = z.uuid().safeParse((await params).event)
  const event = id.success ? await eventDetail(actor, id.data) : null
  if (!event || event.cancelledAt || event.startsAt <= now()) notFound()
  return <InvitationRunPage event={event} ground={await invitationGround(actor, event.id, today())} />
}

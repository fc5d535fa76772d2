import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MeetingFormPage } from '@/components/casework/meetings/meeting-form-page'
import { requireActor } from '@/lib/access/actor'
import { meetingForm } from '@/lib/casework/meetings/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('meetings'))('form.changeTitle') }
}

export default async function Page({ params }: { params: Promise<{ meetingId: string }> }) {
  const actor = await requireActor('meeting.manage')
  const found = await meetingForm(actor, (await params).meetingId)
  if (!found) notFound()
  return <MeetingFormPage meeting={found.meeting} candidates={found.candidates} self={actor.userId} />
}

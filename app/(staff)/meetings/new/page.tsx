import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MeetingFormPage } from '@/components/casework/meetings/meeting-form-page'
import { requireActor } from '@/lib/access/actor'
import { meetingForm } from '@/lib/casework/meetings/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('meetings'))('form.title') }
}

export default async function Page() {
  const actor = await requireActor('meeting.manage')
  const found = await meetingForm(actor, null)
  if (!found) notFound()
  return <MeetingFormPage meeting={null} candidates={found.candidates} self={actor.userId} />
}

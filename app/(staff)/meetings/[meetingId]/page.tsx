import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MeetingPage } from '@/components/casework/meetings/meeting-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { openMeeting } from '@/lib/casework/meetings/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('meetings'))('one') }
}

export default async function Page({ params }: { params: Promise<{ meetingId: string }> }) {
  const actor = await requireActor('meeting.read')
  const found = await openMeeting(actor, (await params).meetingId)
  if (!found) notFound()
  return <MeetingPage found={found} today={today()} mayManage={can(actor, 'meeting.manage')} />
}

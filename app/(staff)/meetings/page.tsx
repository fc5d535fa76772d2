import { getTranslations } from 'next-intl/server'
import { MeetingsPage } from '@/components/casework/meetings/meetings-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { meetings } from '@/lib/casework/meetings/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('meetings'))('title') }
}

export default async function Page() {
  const actor = await requireActor('meeting.read')
  return <MeetingsPage meetings={await meetings(actor)} today={today()} mayManage={can(actor, 'meeting.manage') && actor.unitId !== null} />
}

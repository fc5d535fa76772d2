import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { GroupPage } from '@/components/volunteering/groups/group-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { openGroup } from '@/lib/volunteering/groups/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('groups'))('group') }
}

export default async function Page({ params }: { params: Promise<{ groupId: string }> }) {
  const actor = await requireActor('volunteer.read')
  const found = await openGroup(actor, (await params).groupId)
  if (!found) notFound()
  return <GroupPage found={found} today={today()} mayManage={can(actor, 'volunteer.manage')} />
}

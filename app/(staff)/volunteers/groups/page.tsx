import { getTranslations } from 'next-intl/server'
import { GroupsPage } from '@/components/volunteering/groups/groups-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { listGroups } from '@/lib/volunteering/groups/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('groups'))('title') }
}

export default async function Page() {
  const actor = await requireActor('volunteer.read')
  return <GroupsPage list={await listGroups(actor)} mayManage={can(actor, 'volunteer.manage')} />
}

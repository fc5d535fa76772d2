import { getTranslations } from 'next-intl/server'
import { VolunteersPage } from '@/components/volunteering/volunteers-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { listVolunteers } from '@/lib/volunteering/list/queries'
import { listView } from '@/lib/volunteering/list/schema'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('volunteering'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const [actor, view] = [await requireActor('volunteer.read'), listView.parse(await searchParams)]
  return <VolunteersPage list={await listVolunteers(actor, view, today())} view={view} mayManage={can(actor, 'volunteer.manage')} />
}

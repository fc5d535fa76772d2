import { getTranslations } from 'next-intl/server'
import { WorkplacesPage } from '@/components/volunteering/ground-rules/workplaces-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { listWorkplaces } from '@/lib/volunteering/ground-rules/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('groundRules'))('title') }
}

export default async function Page() {
  const actor = await requireActor('volunteer.read')
  return <WorkplacesPage rows={await listWorkplaces(actor)} mayManage={can(actor, 'volunteer.manage')} />
}

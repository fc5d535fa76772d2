import { getTranslations } from 'next-intl/server'
import { AssociationsPage } from '@/components/associations/associations-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { associationsPage } from '@/lib/associations/register/queries'
import { associationsView } from '@/lib/associations/register/schema'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('associations'))('title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, view] = [await requireActor('association.read'), associationsView.parse(await searchParams)]
  return <AssociationsPage list={await associationsPage(actor, view, today())} view={view} mayManage={can(actor, 'association.manage')} />
}

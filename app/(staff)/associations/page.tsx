import { getTranslations } from 'next-intl/server'
import { AssociationsPage } from '@/components/associations/associations-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { listAssociations } from '@/lib/associations/register/queries'
import { associationKinds, associationTabs, isInTab } from '@/lib/associations/register/rules'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('associations'))('title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ kind?: string | string[]; tab?: string | string[] }> }) {
  const [actor, { kind: asked, tab: askedTab }] = [await requireActor('association.read'), await searchParams]
  const kind = associationKinds.find((one) => one === asked) ?? null
  const tab = associationTabs.find((one) => one === askedTab) ?? 'all'
  const all = await listAssociations(actor, kind, today())
  const counts = associationTabs.map((one) => ({ tab: one, count: all.filter((row) => isInTab(one, row)).length }))
  return <AssociationsPage rows={all.filter((row) => isInTab(tab, row))} counts={counts} tab={tab} kind={kind} mayManage={can(actor, 'association.manage')} />
}

import { getTranslations } from 'next-intl/server'
import { AssociationsPage } from '@/components/associations/associations-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { listAssociations } from '@/lib/associations/register/queries'
import { associationKinds } from '@/lib/associations/register/rules'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('associations'))('title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ kind?: string | string[] }> }) {
  const [actor, { kind: asked }] = [await requireActor('association.read'), await searchParams]
  const kind = associationKinds.find((one) => one === asked) ?? null
  return <AssociationsPage rows={await listAssociations(actor, kind, today())} kind={kind} mayManage={can(actor, 'association.manage')} />
}

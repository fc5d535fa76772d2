import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AssociationPage } from '@/components/associations/association-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { openAssociation } from '@/lib/associations/register/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('associations'))('one') }
}

export default async function Page({ params }: { params: Promise<{ associationId: string }> }) {
  const actor = await requireActor('association.read')
  const found = await openAssociation(actor, (await params).associationId, today())
  if (!found) notFound()
  return <AssociationPage found={found} today={today()} mayManage={can(actor, 'association.manage')} mayVolunteers={can(actor, 'volunteer.read')} />
}

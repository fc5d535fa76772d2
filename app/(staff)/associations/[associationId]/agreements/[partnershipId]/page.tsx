import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AgreementPage } from '@/components/associations/agreement-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { openAgreement } from '@/lib/associations/signed/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('associations'))('agreement') }
}

export default async function Page({ params }: { params: Promise<{ associationId: string; partnershipId: string }> }) {
  const [actor, { associationId, partnershipId }] = [await requireActor('association.read'), await params]
  const found = await openAgreement(actor, associationId, partnershipId)
  if (!found) notFound()
  return <AgreementPage found={found} mayManage={can(actor, 'association.manage')} />
}

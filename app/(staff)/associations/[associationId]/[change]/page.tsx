import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type AssociationChange, AssociationFormPage } from '@/components/associations/association-form-page'
import { requireActor } from '@/lib/access/actor'
import { openAssociation } from '@/lib/associations/register/queries'
import { today } from '@/lib/platform/clock'

const changes: readonly AssociationChange[] = ['edit', 'contact', 'partnership', 'note']

export async function generateMetadata() {
  return { title: (await getTranslations('associations'))('one') }
}

export default async function Page({ params }: { params: Promise<{ associationId: string; change: string }> }) {
  const [actor, { associationId, change: asked }] = [await requireActor('association.manage'), await params]
  const found = await openAssociation(actor, associationId, today())
  const change = changes.find((one) => one === asked)
  if (!found || !change) notFound()
  return <AssociationFormPage change={change} found={found} areas={found.areas} today={today()} />
}

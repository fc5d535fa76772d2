import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TurnDownPage } from '@/components/associations/turn-down-page'
import { requireActor } from '@/lib/access/actor'
import { openAssociation } from '@/lib/associations/register/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('associations.signup'))('turnDown') }
}

export default async function Page({ params }: { params: Promise<{ associationId: string }> }) {
  const actor = await requireActor('association.manage')
  const found = await openAssociation(actor, (await params).associationId, today())
  if (!found?.signup) notFound()
  return <TurnDownPage association={found.association} signupId={found.signup.id} />
}

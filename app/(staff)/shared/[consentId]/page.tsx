import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ReceivedAnswer } from '@/components/casework/referrals/received-answer'
import { SharedCardPage } from '@/components/consent/shared-card-page'
import { requireActor } from '@/lib/access/actor'
import { referralsOn } from '@/lib/casework/referrals/received/queries'
import { sharedCard } from '@/lib/consent/sharing/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('consent.shared'))('title') }
}

export default async function Page({ params }: { params: Promise<{ consentId: string }> }) {
  const actor = await requireActor('person.read.shared')
  const card = await sharedCard(actor, (await params).consentId)
  if (!card) notFound()
  return <SharedCardPage card={card}><ReceivedAnswer received={await referralsOn(actor, card.id)} /></SharedCardPage>
}

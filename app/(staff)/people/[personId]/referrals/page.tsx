import { ReferralsPage } from '@/components/casework/referrals/referrals-page'
import { requireActor } from '@/lib/access/actor'
import { personReferrals } from '@/lib/casework/referrals/queries'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('referral.manage')
  const { more, frame } = frameOf(actor, await personReferrals(actor, (await params).personId, nextStep))
  return <ReferralsPage {...frame} referrals={more} />
}

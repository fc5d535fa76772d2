import { NewReferralPage } from '@/components/casework/referrals/new-referral-page'
import { requireActor } from '@/lib/access/actor'
import { newReferral } from '@/lib/casework/referrals/queries'
import { referralView } from '@/lib/casework/referrals/schema'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ params, searchParams }: Props) {
  const [actor, view] = [await requireActor('referral.manage'), referralView.parse(await searchParams)]
  const { more, frame } = frameOf(actor, await newReferral(actor, (await params).personId, view, nextStep))
  const { protection } = frame.bar
  return <NewReferralPage {...frame} {...more} protectedAddress={protection === 'P1' || protection === 'P2'} shielded={frame.bar.shielded} />
}

import { notFound, redirect } from 'next/navigation'
import { WithdrawPage } from '@/components/consent/withdraw-page'
import { requireActor } from '@/lib/access/actor'
import { consentToWithdraw } from '@/lib/consent/register/queries'
import { frameOf, nextStep, personTitle } from '../../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string; consentId: string }> }) {
  const [actor, { personId, consentId }] = [await requireActor('consent.record'), await params]
  const { more, frame } = frameOf(actor, await consentToWithdraw(actor, personId, consentId, nextStep))
  if (!more) notFound()
  // Withdrawn in the meantime: the register tells.
  if (more.consent.withdrawal) redirect(`/people/${personId}/consents`)
  return <WithdrawPage {...frame} withdrawing={more} />
}

import { NewConsentPage } from '@/components/consent/new-consent-page'
import { requireActor } from '@/lib/access/actor'
import { consentRecipients } from '@/lib/consent/register/queries'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('consent.record')
  const { more, frame } = frameOf(actor, await consentRecipients(actor, (await params).personId, nextStep))
  return <NewConsentPage {...frame} recipients={more} protectedAddress={frame.bar.protection === 'P1' || frame.bar.protection === 'P2'} />
}

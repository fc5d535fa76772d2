import { NewConsentPage } from '@/components/consent/new-consent-page'
import { requireActor } from '@/lib/access/actor'
import { consentRecipients } from '@/lib/consent/register/queries'
import { consentPreset } from '@/lib/consent/register/schema'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('consent.record')
  const preset = consentPreset.parse(await searchParams)
  const { more, frame } = frameOf(actor, await consentRecipients(actor, (await params).personId, nextStep))
  return <NewConsentPage {...frame} recipients={more} preset={preset} protectedAddress={frame.bar.protection === 'P1' || frame.bar.protection === 'P2'} />
}

import { ConsentsPage } from '@/components/consent/consents-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personConsents } from '@/lib/consent/register/queries'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('consent.read')
  const { more, frame } = frameOf(actor, await personConsents(actor, (await params).personId, nextStep))
  return <ConsentsPage {...frame} consents={more} mayRecord={can(actor, 'consent.record')} mayRefer={can(actor, 'referral.manage')} />
}

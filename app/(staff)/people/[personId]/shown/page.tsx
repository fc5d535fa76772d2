import { notFound } from 'next/navigation'
import { ShownPage } from '@/components/people/protection/shown-page'
import { requireActor } from '@/lib/access/actor'
import { addressShown } from '@/lib/people/protection/queries'
import { today } from '@/lib/platform/clock'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('person.read.protected-address')
  if (!actor.clearances.includes('PROTECTED_ADDRESS')) notFound()
  const { more, frame } = frameOf(actor, await addressShown(actor, (await params).personId, today(), nextStep))
  return <ShownPage {...frame} rows={more} />
}

import { notFound, redirect } from 'next/navigation'
import { ReasonPage } from '@/components/access/reasons/reason-page'
import { requireActor } from '@/lib/access/actor'
import { reasonGround } from '@/lib/access/reasons/queries'
import { goOn } from '@/lib/access/reasons/rules'
import { personTitle } from '../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<{ to?: string | string[] }> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('person.read')
  const [{ personId }, { to }] = await Promise.all([params, searchParams])
  const ground = await reasonGround(actor, personId)
  if (!ground) notFound()
  const next = goOn(personId, typeof to === 'string' ? to : undefined)
  if (!ground.needed) redirect(next)
  return <ReasonPage personId={personId} to={next} ground={ground} />
}

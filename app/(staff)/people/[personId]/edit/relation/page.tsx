import { RelationPage } from '@/components/people/forms/relation-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personData } from '@/lib/people/record/queries'
import { relativeCandidates } from '@/lib/people/relations/queries'
import { searchView } from '@/lib/people/search/schema'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('person.update')
  const { personId } = await params
  const { s } = searchView.parse(await searchParams)
  const { frame } = frameOf(actor, await personData(actor, personId, 'edit-relation', nextStep))
  return <RelationPage {...frame} searchId={undefined} s={s} result={await relativeCandidates(actor, personId, s)} mayCreate={can(actor, 'person.create')} />
}

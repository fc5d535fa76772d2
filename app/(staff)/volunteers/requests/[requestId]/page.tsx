import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CandidatesPage } from '@/components/volunteering/matching/candidates-page'
import { requireActor } from '@/lib/access/actor'
import { now, today } from '@/lib/platform/clock'
import { openRequest } from '@/lib/volunteering/matching/candidates/queries'
import { compareView } from '@/lib/volunteering/matching/candidates/schema'

export async function generateMetadata() {
  return { title: (await getTranslations('matching'))('title') }
}

type Props = { params: Promise<{ requestId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ params, searchParams }: Props) {
  const [actor, { requestId }, { a, b }] = [await requireActor('volunteer.match'), await params, compareView.parse(await searchParams)]
  const found = await openRequest(actor, requestId, today(), [...new Set([a ?? [], b ?? []].flat())])
  if (!found) notFound()
  return <CandidatesPage found={found} now={now()} lead={actor.name} />
}

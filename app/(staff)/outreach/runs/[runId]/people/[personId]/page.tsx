import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MemberPage } from '@/components/outreach/runs/member-page'
import { requireActor } from '@/lib/access/actor'
import { runMember } from '@/lib/outreach/runs/members/queries'
import { isId } from '@/lib/outreach/runs/schema'
import { today } from '@/lib/platform/clock'

type Props = { params: Promise<{ runId: string; personId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('runs'))('people.inRun') }
}

export default async function Page({ params }: Props) {
  const actor = await requireActor('outreach.read')
  const { runId, personId } = await params
  const details = isId(runId) && isId(personId) ? await runMember(actor, runId, personId) : null
  if (!details) notFound()
  return <MemberPage details={details} today={today()} />
}

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RunPage } from '@/components/outreach/runs/run-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { runMembers } from '@/lib/outreach/runs/members/queries'
import { runDetails } from '@/lib/outreach/runs/queries'
import { readRunAddress } from '@/lib/outreach/runs/schema'
import { now } from '@/lib/platform/clock'

type Props = { params: Promise<{ runId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('runs'))('page.title') }
}

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('outreach.read')
  const address = readRunAddress(await params, await searchParams)
  const run = address && (await runDetails(actor, address.runId))
  if (!run) notFound()
  const group = address.group ?? (run.sums.sums.groups.TO_SEND > 0 || !run.sentAt ? 'TO_SEND' : 'SENT')
  const members = await runMembers(actor, run.id, group, address.page)
  return <RunPage run={run} group={group} members={members} page={address.page} userId={actor.userId} now={now()} mayPrint={can(actor, 'outreach.print')} />
}

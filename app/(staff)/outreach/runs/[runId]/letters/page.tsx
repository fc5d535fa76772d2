import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LeftoversPage } from '@/components/outreach/runs/leftovers-page'
import { requireActor } from '@/lib/access/actor'
import { runLeftovers } from '@/lib/outreach/runs/leftovers/queries'
import { runDetails } from '@/lib/outreach/runs/queries'
import { readRunAddress } from '@/lib/outreach/runs/schema'

type Props = { params: Promise<{ runId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('runs'))('leftovers.title') }
}

export default async function Page({ params }: Props) {
  const actor = await requireActor('outreach.read')
  const address = readRunAddress(await params, {})
  const run = address && (await runDetails(actor, address.runId))
  if (!run) notFound()
  return <LeftoversPage run={run} {...(await runLeftovers(actor, run.id))} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { RunPage } from '@/components/oversight/retention/run-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { retentionRun } from '@/lib/oversight/retention/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('retention.title') }
}

export default async function Page({ params }: { params: Promise<{ run: string }> }) {
  const actor = await requireActor('retention.read')
  const run = await retentionRun(actor, (await params).run)
  if (!run) notFound()
  return <RunPage run={run} approves={can(actor, 'retention.approve')} />
}

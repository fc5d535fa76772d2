import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { RetentionRulePage } from '@/components/oversight/retention/rule-page'
import { requireActor } from '@/lib/access/actor'
import { retentionOverview } from '@/lib/oversight/retention/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('retention.title') }
}

export default async function Page({ params }: { params: Promise<{ kind: string }> }) {
  const actor = await requireActor('retention.manage')
  const { kind } = await params
  const rule = (await retentionOverview(actor, today())).rules.find((one) => one.kind === kind)
  if (!rule) notFound()
  return <RetentionRulePage rule={rule} />
}

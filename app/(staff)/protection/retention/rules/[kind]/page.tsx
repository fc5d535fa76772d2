import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { RetentionRulePage } from '@/components/oversight/retention/rule-page'
import { requireActor } from '@/lib/access/actor'
import { retentionRule } from '@/lib/oversight/retention/queries'
import { ruleView } from '@/lib/oversight/retention/schema'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('retention.title') }
}

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('retention.manage')
  const rule = await retentionRule(actor, (await params).kind, ruleView.parse(await searchParams).count === 'yes', today())
  if (!rule) notFound()
  return <RetentionRulePage rule={rule} />
}

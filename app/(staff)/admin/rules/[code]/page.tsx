import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RulePage } from '@/components/admin/rule-page'
import { requireActor } from '@/lib/access/actor'
import { listRuleVersions } from '@/lib/deadlines/versions/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.rules'))('newVersion') }
}

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const actor = await requireActor('rule.manage')
  const versions = await listRuleVersions(actor, (await params).code)
  const latest = versions[0]
  if (!latest) notFound()
  return <RulePage versions={versions} latest={latest} today={today()} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RulesPage } from '@/components/admin/rules-page'
import { requireActor } from '@/lib/access/actor'
import { listRuleVersions } from '@/lib/deadlines/versions/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.places'))('rules') }
}

export default async function Page() {
  const actor = await requireActor('rule.manage')
  return <RulesPage versions={await listRuleVersions(actor)} today={today()} />
}

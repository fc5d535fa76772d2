import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RetentionPage } from '@/components/oversight/retention/retention-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { retentionOverview } from '@/lib/oversight/retention/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('retention.title') }
}

export default async function Page() {
  const actor = await requireActor('retention.read')
  return <RetentionPage {...(await retentionOverview(actor, today()))} manages={can(actor, 'retention.manage')} />
}

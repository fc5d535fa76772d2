import { getTranslations } from 'next-intl/server'
import { RunsPage } from '@/components/outreach/runs/runs-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { runList } from '@/lib/outreach/runs/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('runs'))('list.title') }
}

export default async function Page() {
  const actor = await requireActor('outreach.read')
  return <RunsPage runs={await runList(actor)} mayPlan={can(actor, 'outreach.plan')} />
}

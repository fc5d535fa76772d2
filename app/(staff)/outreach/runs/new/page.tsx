import { getTranslations } from 'next-intl/server'
import { NewRunPage } from '@/components/outreach/runs/new-run-page'
import { requireActor } from '@/lib/access/actor'
import { runChoices } from '@/lib/outreach/runs/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('runs'))('new.title') }
}

export default async function Page() {
  const actor = await requireActor('outreach.plan')
  return <NewRunPage choices={await runChoices(actor, today())} />
}

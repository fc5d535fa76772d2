import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { QueuesPage } from '@/components/casework/queues/queues-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { queuePanel } from '@/lib/casework/queues/panel/queries'
import { queueList } from '@/lib/casework/queues/queries'
import { queueMarks, queueState } from '@/lib/casework/queues/schema'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.queues'))('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('case.read')
  const params = await searchParams
  const state = queueState(params)
  const marks = queueMarks.parse(params)
  // The panel first: what it shows may have just been changed by it, and the list is the newer of the two.
  const panel = marks.open ? await queuePanel(actor, marks.open, today()) : null
  return <QueuesPage list={await queueList(actor, today(), state)} state={state} today={today()} marks={marks} panel={panel} may={{ unit: can(actor, 'assignment.manage'), record: can(actor, 'contact.record'), export: can(actor, 'case.export') }} />
}

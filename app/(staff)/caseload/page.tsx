import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { QueuesPage } from '@/components/casework/queues/queues-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
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
  const { last } = queueMarks.parse(params)
  return <QueuesPage list={await queueList(actor, today(), state)} state={state} today={today()} last={last} mayUnit={can(actor, 'assignment.manage')} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ReassignPage } from '@/components/casework/handover/reassign-page'
import { requireActor } from '@/lib/access/actor'
import { reassigning } from '@/lib/casework/handover/reassign/queries'
import { reassignView } from '@/lib/casework/handover/reassign/schema'
import { today } from '@/lib/platform/clock'

type Props = { params: Promise<{ userId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.handover'))('page') }
}

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('assignment.manage')
  const [day, view] = [today(), reassignView.parse(await searchParams)]
  const found = await reassigning(actor, (await params).userId, view, day)
  if (!found) notFound()
  return <ReassignPage found={found} stayed={view.left} moment={view.done} undone={view.undone} today={day} />
}

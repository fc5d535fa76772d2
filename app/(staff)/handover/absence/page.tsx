import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AbsencePage } from '@/components/casework/handover/absence-page'
import { requireActor } from '@/lib/access/actor'
import { planning } from '@/lib/casework/handover/cover/queries'
import { absenceView } from '@/lib/casework/handover/cover/schema'
import { today } from '@/lib/platform/clock'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.cover'))('plan') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('case.manage')
  const found = await planning(actor, absenceView.parse(await searchParams).user, today())
  if (!found) notFound()
  return <AbsencePage found={found} self={found.user.id === actor.userId} />
}

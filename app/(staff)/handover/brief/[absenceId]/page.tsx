import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { BriefPage } from '@/components/casework/handover/brief-page'
import { requireActor } from '@/lib/access/actor'
import { handoverBrief } from '@/lib/casework/handover/cover/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.cover'))('brief') }
}

export default async function Page({ params }: { params: Promise<{ absenceId: string }> }) {
  const actor = await requireActor('case.read')
  const day = today()
  const found = await handoverBrief(actor, (await params).absenceId, day)
  if (!found) notFound()
  return <BriefPage found={found} today={day} />
}

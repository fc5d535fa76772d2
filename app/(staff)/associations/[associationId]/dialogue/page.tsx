import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DialoguePage } from '@/components/associations/dialogue-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { openDialogue } from '@/lib/associations/dialogue/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('associations.dialogue'))('title') }
}

export default async function Page({ params }: { params: Promise<{ associationId: string }> }) {
  const actor = await requireActor('association.read')
  const found = await openDialogue(actor, (await params).associationId, today())
  if (!found) notFound()
  return <DialoguePage found={found} today={today()} mayManage={can(actor, 'association.manage')} />
}

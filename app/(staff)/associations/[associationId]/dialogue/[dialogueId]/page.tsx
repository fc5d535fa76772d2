import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DialogueFormPage } from '@/components/associations/dialogue-form-page'
import { requireActor } from '@/lib/access/actor'
import { openDialogue } from '@/lib/associations/dialogue/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('associations.dialogue'))('edit') }
}

export default async function Page({ params }: { params: Promise<{ associationId: string; dialogueId: string }> }) {
  const [actor, { associationId, dialogueId }] = [await requireActor('association.manage'), await params]
  const found = await openDialogue(actor, associationId, today())
  const meeting = found?.meetings.find(({ id, cancelled }) => id === dialogueId && !cancelled)
  if (!found || !meeting) notFound()
  return <DialogueFormPage association={found.association} meeting={meeting} />
}

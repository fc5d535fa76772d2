import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DialogueFormPage } from '@/components/associations/dialogue-form-page'
import { requireActor } from '@/lib/access/actor'
import { openDialogue } from '@/lib/associations/dialogue/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('associations.dialogue'))('plan') }
}

export default async function Page({ params }: { params: Promise<{ associationId: string }> }) {
  const actor = await requireActor('association.manage')
  const found = await openDialogue(actor, (await params).associationId, today())
  if (!found) notFound()
  return <DialogueFormPage association={found.association} meeting={null} />
}

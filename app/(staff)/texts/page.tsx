import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextsPage } from '@/components/casework/standard-texts/texts-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { keptTexts } from '@/lib/casework/standard-texts/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('title') }
}

export default async function Page() {
  const actor = await requireActor('contact.record')
  return <TextsPage texts={await keptTexts(actor)} hasUnit={actor.unitId !== null} keepsTopics={can(actor, 'method.manage')} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MethodFormPage } from '@/components/casework/methods/admin/method-form-page'
import { requireActor } from '@/lib/access/actor'
import { scaleChoices } from '@/lib/casework/methods/catalogue/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.catalogue'))('newTitle') }
}

export default async function Page() {
  const actor = await requireActor('method.manage')
  return <MethodFormPage method={null} scales={await scaleChoices(actor, null)} />
}

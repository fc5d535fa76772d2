import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MethodFormPage } from '@/components/casework/methods/admin/method-form-page'
import { requireActor } from '@/lib/access/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.catalogue'))('newTitle') }
}

export default async function Page() {
  await requireActor('method.manage')
  return <MethodFormPage method={null} />
}

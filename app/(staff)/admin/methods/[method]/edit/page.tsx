import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { MethodFormPage } from '@/components/casework/methods/admin/method-form-page'
import { requireActor } from '@/lib/access/actor'
import { oneMethod, scaleChoices } from '@/lib/casework/methods/catalogue/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.catalogue'))('editTitle') }
}

export default async function Page({ params }: { params: Promise<{ method: string }> }) {
  const actor = await requireActor('method.manage')
  const method = await oneMethod(actor, (await params).method)
  if (!method) notFound()
  return <MethodFormPage method={method} scales={await scaleChoices(actor, method.newest.scaleCode)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MethodHeading } from '@/components/admin/method-heading'
import { MethodsPage } from '@/components/casework/methods/admin/methods-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { methodList } from '@/lib/casework/methods/catalogue/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.catalogue'))('title') }
}

export default async function Page() {
  const actor = await requireActor('method.manage')
  return <MethodsPage methods={await methodList(actor)} heading={<MethodHeading current="methods" all={can(actor, 'user.manage')} />} />
}

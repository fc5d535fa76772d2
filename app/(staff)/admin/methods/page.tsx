import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminHeading } from '@/components/admin/admin-heading'
import { MethodsPage } from '@/components/casework/methods/admin/methods-page'
import { PageHeading } from '@/components/ui/page-heading'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { methodList } from '@/lib/casework/methods/catalogue/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.catalogue'))('title') }
}

export default async function Page() {
  const [actor, t] = [await requireActor('method.manage'), await getTranslations('casework.catalogue')]
  // A coordinator has this one room of them.
  const heading = can(actor, 'user.manage') ? <AdminHeading current="methods" /> : <PageHeading title={t('title')} lead={t('lead')} />
  return <MethodsPage methods={await methodList(actor)} heading={heading} />
}

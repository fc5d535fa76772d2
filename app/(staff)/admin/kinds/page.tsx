import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MethodHeading } from '@/components/admin/method-heading'
import { KindsPage } from '@/components/casework/kinds/kinds-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { keptKinds } from '@/lib/casework/kinds/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kinds'))('title') }
}

export default async function Page() {
  const actor = await requireActor('method.manage')
  return <KindsPage kinds={await keptKinds(actor)} heading={<MethodHeading current="kinds" all={can(actor, 'user.manage')} />} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MethodHeading } from '@/components/admin/method-heading'
import { ScalesPage } from '@/components/casework/progress/scales/scales-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { keptScales } from '@/lib/casework/progress/scales/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress.scales'))('title') }
}

export default async function Page() {
  const actor = await requireActor('method.manage')
  return <ScalesPage scales={await keptScales(actor)} heading={<MethodHeading current="scales" all={can(actor, 'user.manage')} />} />
}

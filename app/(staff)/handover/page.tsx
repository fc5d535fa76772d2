import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HandoverPage } from '@/components/casework/handover/handover-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { handover } from '@/lib/casework/handover/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.handover'))('page') }
}

export default async function Page() {
  const actor = await requireActor('case.manage')
  return <HandoverPage found={await handover(actor)} mayGive={can(actor, 'assignment.manage')} />
}

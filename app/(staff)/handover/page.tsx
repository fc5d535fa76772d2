import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HandoverPage } from '@/components/casework/handover/handover-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { handover } from '@/lib/casework/handover/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.handover'))('page') }
}

export default async function Page() {
  const actor = await requireActor('case.manage')
  const day = today()
  return <HandoverPage found={await handover(actor, day)} today={day} me={actor.userId} mayGive={can(actor, 'assignment.manage')} />
}
